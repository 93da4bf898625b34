package io.v11.training.stack;

import java.util.List;

import io.v11.ml.calibration.LogOdds;
import io.v11.ml.stack.StackFile;
import io.v11.training.metrics.Scores;

/**
 * Fits the weights of a stack on forecasts out of fold. Where rows are shown both ways each forecast is too, as 1 - p with the opposite label: a
 * stack that is fair to both directions has no intercept.
 */
public final class StackFit {
    private StackFit() {
    }

    /**
     * @param names    of the members, as the stack's file names them
     * @param members  their forecasts of the same rows
     * @param weights  of the rows
     * @param bothWays the market is shown in the mirror too
     */
    public static StackFile fit(List<String> names, List<Scores> members, float[] weights, double l2,
            boolean bothWays) {
        boolean[] up = members.getFirst().up();
        int rows = bothWays ? 2 * up.length : up.length;
        double[][] logits = new double[rows][members.size()];
        boolean[] labels = new boolean[rows];
        float[] counts = new float[rows];
        for (int row = 0; row < rows; row++) {
            boolean image = row >= up.length;
            int original = image ? row - up.length : row;
            labels[row] = up[original] != image;
            counts[row] = weights[original];
            for (int member = 0; member < members.size(); member++) {
                double p = members.get(member).probability()[original];
                double logit = Double.isNaN(p) ? Double.NaN : LogOdds.of(p);
                logits[row][member] = image ? -logit : logit;
            }
        }
        return NonNegativeLogistic.fit(logits, labels, counts, l2).file(names);
    }
}
