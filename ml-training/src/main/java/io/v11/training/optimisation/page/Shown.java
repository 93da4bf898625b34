package io.v11.training.optimisation.page;

import java.util.List;

import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;

/**
 * Which values of a measure a drawing shows: the worst tenth is drawn at the edge, or a few disasters would press all
 * others into a line.
 *
 * @param low  value at one edge
 * @param high value at the other
 */
record Shown(double low, double high) {
    private static final double WORST = 0.9;

    static Shown of(List<Trial> trials, Goal goal) {
        double[] losses = trials.stream().mapToDouble(trial -> goal.loss(trial.outcome()))
                .filter(loss -> loss < Double.POSITIVE_INFINITY).sorted().toArray();
        if (losses.length == 0) {
            return new Shown(0.0, 1.0);
        }
        double best = losses[0];
        double worst = losses[(int) (WORST * (losses.length - 1))];
        double[] ends = goal.direction() == Goal.Direction.MINIMISE
                ? new double[]{best, worst}
                : new double[]{-worst, -best};
        double margin = 0.03 * (ends[1] - ends[0]);
        return new Shown(ends[0] - margin, ends[1] + margin);
    }

    /** 0 at the low edge, 1 at the high one. */
    double share(double value) {
        return high > low ? Math.clamp((value - low) / (high - low), 0.0, 1.0) : 0.5;
    }
}
