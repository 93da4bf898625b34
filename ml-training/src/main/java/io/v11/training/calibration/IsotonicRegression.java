package io.v11.training.calibration;

import java.util.Arrays;
import java.util.Comparator;

import io.v11.ml.calibration.Calibration;
import io.v11.ml.calibration.IsotonicCalibration;

/**
 * The rising steps nearest to what happened, by pooling neighbours that are out of order (Ayer, Brunk, Ewing, Reid, Silverman
 * 1955); the same steps are least in squared error and in log loss. {@link #fit} joins small and superfluous steps and
 * keeps them away from 0 and 1, so that a few rows cannot make a certainty. Kept as parallel arrays, a step each; time is
 * rows * log(rows) + steps^2.
 */
final class IsotonicRegression {
    /** Rows that a step of a calibration must be worth: fewer say little of a probability. */
    private static final double LEAST_ROWS = 10.0;

    private final double[] weight;
    /** Sums of weight * probability said, and of weight where it went up. */
    private final double[] said;
    private final double[] ups;
    private int steps;

    private IsotonicRegression(int rows) {
        weight = new double[rows];
        said = new double[rows];
        ups = new double[rows];
    }

    /** The steps of these rows, as they are. */
    static IsotonicRegression pool(CalibrationRows rows) {
        Integer[] order = new Integer[rows.rows()];
        Arrays.setAll(order, row -> row);
        // A stable sort: the order of summation follows from the rows alone.
        Arrays.sort(order, Comparator.comparingDouble(row -> rows.probability()[row]));
        IsotonicRegression pooled = new IsotonicRegression(order.length);
        for (int i = 0; i < order.length; i++) {
            double p = rows.probability()[order[i]];
            // Equal probabilities have one answer: they are one step before any pooling.
            pooled.add(rows, order[i], i > 0 && rows.probability()[order[i - 1]] == p);
            boolean more = i + 1 < order.length && rows.probability()[order[i + 1]] == p;
            while (!more && pooled.steps > 1 && pooled.value(pooled.steps - 2) >= pooled.value(pooled.steps - 1)) {
                pooled.join(pooled.steps - 2);
            }
        }
        return pooled;
    }

    /** A calibration of at most {@link IsotonicCalibration#KNOTS} knots. */
    static Calibration fit(CalibrationRows rows) {
        IsotonicRegression pooled = pool(rows);
        double effective = rows.effectiveRows();
        double least = LEAST_ROWS / effective * rows.totalWeight();
        pooled.joinSmall(least);
        while (pooled.steps > IsotonicCalibration.KNOTS) {
            pooled.join(pooled.cheapest());
        }
        pooled.joinTouching();
        double edge = 1.0 / (effective + 2.0);
        double[] x = new double[pooled.steps];
        double[] y = new double[pooled.steps];
        for (int i = 0; i < pooled.steps; i++) {
            x[i] = Math.min(1.0, pooled.center(i));
            // Rounding of sums may turn round two values that are equal but for the last bit.
            y[i] = Math.max(i == 0 ? edge : y[i - 1], Math.min(1.0 - edge, pooled.value(i)));
        }
        return new IsotonicCalibration(x, y);
    }

    int steps() {
        return steps;
    }

    /** Share of ups of a step. */
    double value(int step) {
        return ups[step] / weight[step];
    }

    /** Mean probability said of a step. */
    double center(int step) {
        return said[step] / weight[step];
    }

    double weight(int step) {
        return weight[step];
    }

    private void add(CalibrationRows rows, int row, boolean toLast) {
        int step = toLast ? steps - 1 : steps++;
        double one = rows.weight()[row];
        weight[step] += one;
        said[step] += one * rows.probability()[row];
        ups[step] += rows.up()[row] ? one : 0.0;
    }

    /** Joins a step with the one after it. */
    private void join(int step) {
        weight[step] += weight[step + 1];
        said[step] += said[step + 1];
        ups[step] += ups[step + 1];
        steps--;
        int behind = steps - step - 1;
        System.arraycopy(weight, step + 2, weight, step + 1, behind);
        System.arraycopy(said, step + 2, said, step + 1, behind);
        System.arraycopy(ups, step + 2, ups, step + 1, behind);
        weight[steps] = 0.0;
        said[steps] = 0.0;
        ups[steps] = 0.0;
    }

    private void joinSmall(double least) {
        int step = 0;
        while (step < steps && steps > 1) {
            if (weight[step] >= least) {
                step++;
                continue;
            }
            boolean toLeft = step + 1 == steps || step > 0 && cost(step - 1) < cost(step);
            step = toLeft ? step - 1 : step;
            join(step);
        }
    }

    /** Rounding may have moved the centres of two neighbours onto one another. */
    private void joinTouching() {
        int step = 0;
        while (step + 1 < steps) {
            if (Math.min(1.0, center(step + 1)) <= center(step)) {
                join(step);
                step = Math.max(0, step - 1);
            } else {
                step++;
            }
        }
    }

    /** The step whose joining with the next costs least. */
    private int cheapest() {
        int cheapest = 0;
        for (int step = 1; step + 1 < steps; step++) {
            if (cost(step) < cost(cheapest)) {
                cheapest = step;
            }
        }
        return cheapest;
    }

    /** Growth of the squared error when a step is joined with the next (Ward 1963). */
    private double cost(int step) {
        double apart = value(step + 1) - value(step);
        return weight[step] * weight[step + 1] / (weight[step] + weight[step + 1]) * apart * apart;
    }
}
