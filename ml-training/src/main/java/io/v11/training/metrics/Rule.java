package io.v11.training.metrics;

import java.util.Arrays;

import io.v11.training.data.Dataset;

/**
 * The best forecast that one feature alone can give: "up when it is above a threshold", or below. Every model has to beat
 * it. Feature, threshold and direction are chosen on train rows only, so it is as honest a competitor as the model.
 *
 * @param upAbove    the rule says up above the threshold; else up at or below it
 * @param fallbackUp what it says when the feature is not valid: the majority class of the train rows
 * @param accuracy   on the rows on which it was chosen
 */
public record Rule(int feature, String name, double threshold, boolean upAbove, boolean fallbackUp, double accuracy) {
    private static final int QUANTILES = 32;

    /** Tries 0, the natural zero of imbalances and returns, and quantiles of every feature. Of equals the first wins. */
    public static Rule best(Dataset data, int[] trainRows) {
        boolean majorityUp = majorityUp(data, trainRows);
        Rule best = null;
        double[] values = new double[trainRows.length];
        for (int feature = 0; feature < data.features(); feature++) {
            for (int i = 0; i < trainRows.length; i++) {
                values[i] = data.value(trainRows[i], feature);
            }
            for (double threshold : thresholds(values)) {
                Rule rule = at(data, trainRows, values, feature, threshold, majorityUp);
                if (best == null || rule.accuracy > best.accuracy) {
                    best = rule;
                }
            }
        }
        return best;
    }

    /** What the rule says of a row. */
    public boolean up(Dataset data, int row) {
        double value = data.value(row, feature);
        return Double.isNaN(value) ? fallbackUp : (value > threshold) == upAbove;
    }

    /** e.g. {@code up when imbalance > 0}. */
    public String describe() {
        return "up when " + name + (upAbove ? " > " : " <= ") + threshold;
    }

    private static Rule at(Dataset data, int[] rows, double[] values, int feature, double threshold,
            boolean majorityUp) {
        int above = 0;
        int below = 0;
        int fallback = 0;
        for (int i = 0; i < rows.length; i++) {
            boolean up = data.up(rows[i]);
            if (Double.isNaN(values[i])) {
                fallback += up == majorityUp ? 1 : 0;
            } else if ((values[i] > threshold) == up) {
                above++;
            } else {
                below++;
            }
        }
        return new Rule(feature, data.featureNames().get(feature), threshold, above >= below, majorityUp,
                (Math.max(above, below) + fallback) / (double) rows.length);
    }

    private static double[] thresholds(double[] values) {
        double[] valid = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (valid.length == 0) {
            return new double[0];
        }
        double[] thresholds = new double[QUANTILES];
        for (int i = 1; i < QUANTILES; i++) {
            thresholds[i] = valid[(int) ((long) i * valid.length / QUANTILES)];
        }
        return Arrays.stream(thresholds).distinct().toArray();
    }

    private static boolean majorityUp(Dataset data, int[] rows) {
        int up = 0;
        for (int row : rows) {
            up += data.up(row) ? 1 : 0;
        }
        return 2 * up > rows.length;
    }
}
