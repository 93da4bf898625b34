package io.v11.training.selection.information;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How much more a feature that was made of others tells of the label than the best of them, I(c;Y) - max(0, I(p;Y)), and how much
 * more it would seem to tell by chance: the same figure under rotated labels, as {@link NullBand} rotates them. What is left
 * of the gain after the mean of the rotations is free of the bias of binning, and the band holds over all candidates together:
 * of candidates that know nothing, one or more get beyond it in 5 % of all cases, however many there are.
 *
 * <p>Rotated labels leave no information in the inputs either, so the band is that of inputs that know nothing. Inputs that do
 * know something make the difference wander more; {@link #gainWithin} on parts of the rows guards against that.
 */
public final class GainBand {
    private final BinnedRows rows;
    private final int[][] parents;
    private final double[] information;
    private final double[] gain;
    private final double[] mean;
    private final double[] deviation;
    private final double distance;

    private GainBand(BinnedRows rows, int[][] parents, double[] information, double[] gain, double[] mean,
            double[] deviation, double distance) {
        this.rows = rows;
        this.parents = parents;
        this.information = information;
        this.gain = gain;
        this.mean = mean;
        this.deviation = deviation;
        this.distance = distance;
    }

    /**
     * @param parents   of each feature, those it is made of; none: it is no candidate
     * @param rotations of the labels, 20 at least
     */
    public static GainBand of(BinnedRows rows, int[][] parents, int rotations, long seed) {
        if (rotations < 20) {
            throw new IllegalArgumentException("the band needs at least 20 rotations, not " + rotations);
        }
        Random random = new Random(seed);
        byte[][] labels = new byte[rotations + 1][];
        labels[0] = rows.labels();
        int[][] groups = rows.groups();
        for (int i = 1; i < labels.length; i++) {
            labels[i] = NullBand.rotate(rows.labels(), groups, random);
        }
        double[][] informed = new double[labels.length][rows.features()];
        IntStream.range(0, rows.features()).parallel().forEach(feature -> {
            for (int i = 0; i < labels.length; i++) {
                informed[i][feature] = Relevance.of(rows.codes(feature), labels[i], rows.cells());
            }
        });
        double[][] gains = new double[labels.length][];
        Arrays.setAll(gains, i -> gains(informed[i], parents));
        double[][] drawn = Arrays.copyOfRange(gains, 1, gains.length);
        double[] mean = new double[rows.features()];
        double[] deviation = new double[rows.features()];
        NullBand.moments(drawn, mean, deviation);
        return new GainBand(rows, parents, informed[0], gains[0], mean, deviation,
                NullBand.largestDistance(drawn, mean, deviation));
    }

    /** I(c;Y), nats. */
    public double information(int feature) {
        return information[feature];
    }

    /** Information beyond that of the best parent, less what chance gives, nats; 0 of a feature without parents. */
    public double gain(int feature) {
        return gain[feature] - mean[feature];
    }

    /** Upper end of the band of chance of {@link #gain}. */
    public double upper(int feature) {
        return distance * deviation[feature];
    }

    /** The gain is more than chance explains. */
    public boolean beyond(int feature) {
        return deviation[feature] > NullBand.NO_DEVIATION && gain(feature) > upper(feature);
    }

    /** Information beyond that of the best parent on a part of the rows, chance included. @param to not in the part */
    public double gainWithin(int feature, int from, int to) {
        double best = 0.0;
        for (int parent : parents[feature]) {
            best = Math.max(best, informationWithin(parent, from, to));
        }
        return informationWithin(feature, from, to) - best;
    }

    private double informationWithin(int feature, int from, int to) {
        int[] joint = new int[2 * rows.cells()];
        for (int i = from; i < to; i++) {
            joint[2 * rows.codes(feature)[i] + rows.labels()[i]]++;
        }
        return Relevance.of(joint, rows.cells());
    }

    private static double[] gains(double[] information, int[][] parents) {
        double[] gains = new double[information.length];
        for (int feature = 0; feature < gains.length; feature++) {
            double best = 0.0;
            for (int parent : parents[feature]) {
                best = Math.max(best, information[parent]);
            }
            gains[feature] = parents[feature].length == 0 ? 0.0 : information[feature] - best;
        }
        return gains;
    }
}
