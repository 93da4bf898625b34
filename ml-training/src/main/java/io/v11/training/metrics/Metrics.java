package io.v11.training.metrics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Figures of a probabilistic forecast of a direction. Accuracy alone says nothing: read it beside the base rate, the
 * coverage and the best rule of one feature ({@link Evaluation}). Every row must have a probability; an empty set gives NaN.
 */
public final class Metrics {
    private static final double EDGE = 1e-7;

    private Metrics() {
    }

    public static double accuracy(Scores scores) {
        int correct = 0;
        for (int i = 0; i < scores.rows(); i++) {
            correct += scores.correct(i) ? 1 : 0;
        }
        return correct / (double) scores.rows();
    }

    /** Share of rows that went up. */
    public static double upShare(Scores scores) {
        int up = 0;
        for (int i = 0; i < scores.rows(); i++) {
            up += scores.up()[i] ? 1 : 0;
        }
        return up / (double) scores.rows();
    }

    /** Mean of {@code -ln p(what happened)}, probabilities kept 1e-7 away from 0 and 1; 0.693 says nothing. */
    public static double logLoss(Scores scores) {
        double sum = 0.0;
        for (int i = 0; i < scores.rows(); i++) {
            double p = Math.max(EDGE, Math.min(1.0 - EDGE, scores.probability()[i]));
            sum -= StrictMath.log(scores.up()[i] ? p : 1.0 - p);
        }
        return sum / scores.rows();
    }

    /** Mean squared error of the probability (Brier 1950); 0.25 says nothing. */
    public static double brier(Scores scores) {
        double sum = 0.0;
        for (int i = 0; i < scores.rows(); i++) {
            double error = scores.probability()[i] - (scores.up()[i] ? 1.0 : 0.0);
            sum += error * error;
        }
        return sum / scores.rows();
    }

    /**
     * Area under the ROC curve: the chance that a row that went up has the higher probability than one that went down,
     * ties counting half (Mann and Whitney 1947). NaN when only one of the two happened.
     */
    public static double areaUnderCurve(Scores scores) {
        int[] order = order(scores.probability(), scores.rows());
        double rankSum = 0.0;
        long ups = 0;
        int i = 0;
        while (i < order.length) {
            int end = i;
            while (end < order.length && value(scores, order, end) == value(scores, order, i)) {
                end++;
            }
            double rank = (i + 1 + end) / 2.0;
            for (; i < end; i++) {
                if (scores.up()[order[i]]) {
                    rankSum += rank;
                    ups++;
                }
            }
        }
        long downs = order.length - ups;
        return (rankSum - ups * (ups + 1) / 2.0) / (ups * (double) downs);
    }

    /** Accuracy on the given share of rows whose probability lies farthest from 0.5; of equals the earlier rows. */
    public static double accuracyAtCoverage(Scores scores, double share) {
        double[] closeness = new double[scores.rows()];
        for (int i = 0; i < closeness.length; i++) {
            closeness[i] = -Math.abs(scores.probability()[i] - 0.5);
        }
        int[] order = order(closeness, closeness.length);
        int[] rows = new int[(int) Math.ceil(share * closeness.length)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = order[i];
        }
        return accuracy(scores.pick(rows));
    }

    /**
     * Expected calibration error: mean over ten equal slices of probability of |mean probability - share of ups|, weighted by
     * their rows (Naeini et al. 2015).
     */
    public static double calibrationError(Scores scores) {
        int bins = 10;
        double[] sums = new double[bins];
        int[] rows = new int[bins];
        for (int i = 0; i < scores.rows(); i++) {
            int bin = Math.min(bins - 1, (int) (scores.probability()[i] * bins));
            sums[bin] += scores.probability()[i] - (scores.up()[i] ? 1.0 : 0.0);
            rows[bin]++;
        }
        double error = 0.0;
        for (int bin = 0; bin < bins; bin++) {
            error += rows[bin] == 0 ? 0.0 : Math.abs(sums[bin]);
        }
        return error / scores.rows();
    }

    /** Number of different moves among the rows: the number of independent labels. */
    public static int distinctMoves(Scores scores) {
        int[] moves = scores.move().clone();
        Arrays.sort(moves);
        int distinct = 0;
        for (int i = 0; i < moves.length; i++) {
            distinct += i == 0 || moves[i] != moves[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    private static double value(Scores scores, int[] order, int position) {
        return scores.probability()[order[position]];
    }

    /** Row numbers by ascending value, equal values by row. */
    private static int[] order(double[] values, int count) {
        Integer[] rows = new Integer[count];
        for (int i = 0; i < count; i++) {
            rows[i] = i;
        }
        // A stable sort: rows of equal value stay in their order.
        Arrays.sort(rows, Comparator.comparingDouble(row -> values[row]));
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = rows[i];
        }
        return order;
    }
}
