package io.v11.training.selection.information;

import java.util.Arrays;
import java.util.Random;

/**
 * What each feature's information would be if it had nothing to do with the label. The labels of each instrument are rotated
 * against its rows by a random offset, many times: a block shuffle of two blocks. Rows and labels keep their likeness to
 * their neighbours, so a slow feature that meets a slow label by chance gets the wide band it deserves; a shuffle of single
 * rows would call both related. The idea is that of the circular block bootstrap (Politis and Romano 1992).
 *
 * <p>A feature is beyond the band when its distance from the mean of its own rotations, in their standard deviations, is larger
 * than the largest such distance of any feature in 95 % of the rotations (max-T, Westfall and Young 1993): of a set of
 * features that know nothing, one or more get beyond it in 5 % of all cases, however many there are.
 */
public final class NullBand {
    private static final double CONFIDENCE = 0.95;
    /** Rotations by less than this share of an instrument's rows would leave labels almost where they were. */
    private static final double LEAST_ROTATION = 0.05;
    /** A band narrower than this is rounding: the feature is constant. */
    static final double NO_DEVIATION = 1e-12;

    private final double[] information;
    private final double[] mean;
    private final double[] deviation;
    private final double distance;

    private NullBand(double[] information, double[] mean, double[] deviation, double distance) {
        this.information = information;
        this.mean = mean;
        this.deviation = deviation;
        this.distance = distance;
    }

    /** @param rotations at least 20; the 95 % point of fewer means nothing */
    public static NullBand of(BinnedRows rows, int rotations, long seed) {
        if (rotations < 20) {
            throw new IllegalArgumentException("the null band needs at least 20 rotations, not " + rotations);
        }
        Random random = new Random(seed);
        int[][] groups = rows.groups();
        double[][] drawn = new double[rotations][];
        for (int i = 0; i < rotations; i++) {
            drawn[i] = Relevance.of(rows, rotate(rows.labels(), groups, random));
        }
        double[] mean = new double[rows.features()];
        double[] deviation = new double[rows.features()];
        moments(drawn, mean, deviation);
        return new NullBand(Relevance.of(rows), mean, deviation, largestDistance(drawn, mean, deviation));
    }

    /** I(f;Y) with the true labels. */
    public double information(int feature) {
        return information[feature];
    }

    /** Of the rotations. */
    public double mean(int feature) {
        return mean[feature];
    }

    /** Upper end of the feature's band. */
    public double upper(int feature) {
        return mean[feature] + distance * deviation[feature];
    }

    /** The feature knows more of the label than chance explains. */
    public boolean beyond(int feature) {
        return deviation[feature] > NO_DEVIATION && information[feature] > upper(feature);
    }

    /** Features beyond their band, ascending. */
    public int[] beyond() {
        int[] found = new int[information.length];
        int count = 0;
        for (int feature = 0; feature < found.length; feature++) {
            if (beyond(feature)) {
                found[count++] = feature;
            }
        }
        return Arrays.copyOf(found, count);
    }

    static byte[] rotate(byte[] labels, int[][] groups, Random random) {
        byte[] rotated = new byte[labels.length];
        for (int[] group : groups) {
            int least = (int) Math.ceil(LEAST_ROTATION * group.length);
            int offset = least + random.nextInt(Math.max(1, group.length - 2 * least));
            for (int i = 0; i < group.length; i++) {
                rotated[group[i]] = labels[group[(i + offset) % group.length]];
            }
        }
        return rotated;
    }

    static void moments(double[][] drawn, double[] mean, double[] deviation) {
        for (int feature = 0; feature < mean.length; feature++) {
            double sum = 0.0;
            for (double[] draw : drawn) {
                sum += draw[feature];
            }
            mean[feature] = sum / drawn.length;
            double squares = 0.0;
            for (double[] draw : drawn) {
                double error = draw[feature] - mean[feature];
                squares += error * error;
            }
            deviation[feature] = Math.sqrt(squares / (drawn.length - 1));
        }
    }

    static double largestDistance(double[][] drawn, double[] mean, double[] deviation) {
        double[] largest = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            for (int feature = 0; feature < mean.length; feature++) {
                if (deviation[feature] > NO_DEVIATION) {
                    largest[i] = Math.max(largest[i], (drawn[i][feature] - mean[feature]) / deviation[feature]);
                }
            }
        }
        Arrays.sort(largest);
        return largest[Math.min(largest.length - 1, (int) Math.ceil(CONFIDENCE * largest.length))];
    }
}
