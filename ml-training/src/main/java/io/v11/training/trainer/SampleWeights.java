package io.v11.training.trainer;

import java.util.Arrays;

import io.v11.config.ConfigurationException;
import io.v11.config.Limits;
import io.v11.training.data.Dataset;
import io.v11.training.data.weight.TimeDecay;
import io.v11.training.data.weight.Uniqueness;

/**
 * What a row counts in the loss. Many decisions before one move share its label and are close to copies of one another;
 * and a busy instrument would drown a quiet one. Mean weight is 1, so that learning rates keep their meaning. One rule for
 * all candidates of a plan: losses under different weights could not be compared.
 *
 * @param weighting          how the rows before one move share its weight
 * @param balanceInstruments every instrument gets the same total
 * @param halfLifeHours      a row that is so much older than the newest counts half; 0: age does not matter
 */
public record SampleWeights(Weighting weighting, boolean balanceInstruments, double halfLifeHours) {
    private static final double NS_PER_HOUR = 3.6e12;

    public SampleWeights {
        if (!(halfLifeHours >= 0.0 && halfLifeHours < 1e6)) {
            throw new ConfigurationException("weights: halfLifeHours must be 0 or more, is " + halfLifeHours);
        }
    }

    /** Age does not matter. */
    public SampleWeights(Weighting weighting, boolean balanceInstruments) {
        this(weighting, balanceInstruments, 0.0);
    }

    /** How the rows before one move share its weight. */
    public enum Weighting {
        /** Every row counts 1. */
        UNIFORM,
        /** The rows of a move count 1 together (average uniqueness, López de Prado, ch. 4). */
        MOVE,
        /** Between the two: a row counts 1/sqrt(rows of its move). */
        ROOT_MOVE,
        /** What part of its label's span is its own, see {@link Uniqueness}. */
        UNIQUENESS
    }

    /** A weight for each of the rows. */
    public float[] of(Dataset data, int[] rows) {
        double[] weights = weighting == Weighting.UNIQUENESS ? Uniqueness.of(data, rows) : new double[rows.length];
        int[] rowsOfMove = rowsOfMove(data, rows);
        for (int i = 0; i < rows.length; i++) {
            int shared = rowsOfMove[data.move(rows[i])];
            weights[i] = switch (weighting) {
                case UNIFORM -> 1.0;
                case MOVE -> 1.0 / shared;
                case ROOT_MOVE -> 1.0 / Math.sqrt(shared);
                case UNIQUENESS -> weights[i];
            };
        }
        if (halfLifeHours > 0.0) {
            double[] decay = TimeDecay.halving(data, rows, (long) (halfLifeHours * NS_PER_HOUR));
            Arrays.setAll(weights, i -> weights[i] * decay[i]);
        }
        if (balanceInstruments) {
            balance(data, rows, weights);
        }
        return toMeanOne(weights);
    }

    private static int[] rowsOfMove(Dataset data, int[] rows) {
        int highest = -1;
        for (int row : rows) {
            highest = Math.max(highest, data.move(row));
        }
        int[] count = new int[highest + 1];
        for (int row : rows) {
            count[data.move(row)]++;
        }
        return count;
    }

    private static void balance(Dataset data, int[] rows, double[] weights) {
        double[] total = new double[Limits.INSTRUMENTS];
        for (int i = 0; i < rows.length; i++) {
            total[data.instrument(rows[i])] += weights[i];
        }
        for (int i = 0; i < rows.length; i++) {
            weights[i] /= total[data.instrument(rows[i])];
        }
    }

    private static float[] toMeanOne(double[] weights) {
        double total = 0.0;
        for (double weight : weights) {
            total += weight;
        }
        float[] result = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            result[i] = (float) (weights[i] * weights.length / total);
        }
        return result;
    }
}
