package io.v11.training.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

import io.v11.ml.Logistic;

/**
 * Logistic regression whose slopes are not negative and whose targets may lie between 0 and 1: least of
 *
 * <pre>
 *   sum over rows of share * (ln(1 + e^m) - target * m) + l2 / 2 * sum of slope^2,   m = intercept + sum of slope * input
 * </pre>
 *
 * where the shares of the rows add up to 1. Proximal Newton (Lee, Sun, Saunders 2014; so glmnet, Friedman, Hastie,
 * Tibshirani 2010): each step finds the least of the quadratic model within the bounds by coordinate descent on its few
 * coefficients, then halves the way there until the loss falls enough (Armijo 1966). The problem is convex, so what it
 * finds is the constrained optimum itself, and a slope that wants to be negative is exactly 0. Sums in the order of the
 * rows: the same bytes for the same rows. Not for many inputs: time is rows * inputs^2 a step.
 *
 * <p>A model that found nothing says nearly the same of every row, and then an input is nearly a multiple of the intercept and
 * of the other inputs: inputs are centred, and descent begins where a Cholesky factorisation says that it should end.
 */
public final class ProximalNewton {
    private static final int STEPS = 100;
    private static final int SWEEPS = 100_000;
    private static final int HALVINGS = 40;
    /** Least fall of the loss that the quadratic model must still promise. */
    private static final double TOLERANCE = 1e-13;
    /** A fall that the rounding of sums over the rows may hide. */
    private static final double ROUNDING = 1e-10;
    private static final double ARMIJO = 1e-4;

    /** By input, then by row. */
    private final double[][] inputs;
    private final double[] targets;
    private final double[] shares;
    private final double l2;
    /** Slopes, then the intercept. */
    private double[] coefficients;
    private final double[] gradient;
    private final double[][] curvature;

    private ProximalNewton(double[][] inputs, double[] targets, double[] shares, double l2, double[] start) {
        this.inputs = inputs;
        this.targets = targets;
        this.shares = shares;
        this.l2 = l2;
        this.coefficients = start.clone();
        gradient = new double[start.length];
        curvature = new double[start.length][start.length];
    }

    /**
     * @param coefficients slopes in the order of the inputs, then the intercept
     * @param converged    false when the steps ran out
     */
    public record Solution(double[] coefficients, int steps, boolean converged) {
        public double intercept() {
            return coefficients[coefficients.length - 1];
        }
    }

    /**
     * @param inputs  by input, then by row; finite
     * @param targets by row, 0 to 1
     * @param weights by row, at least 0, not all 0; only their proportions count
     * @param l2      penalty on the slopes, at least 0
     * @param start   slopes, at least 0, then the intercept
     */
    public static Solution solve(double[][] inputs, double[] targets, double[] weights, double l2, double[] start) {
        if (start.length != inputs.length + 1) {
            throw new IllegalArgumentException("start must have a number for each of " + inputs.length
                    + " inputs and one for the intercept, has " + start.length);
        }
        for (double[] input : inputs) {
            if (input.length != targets.length) {
                throw new IllegalArgumentException("an input has " + input.length + " rows, targets have "
                        + targets.length);
            }
        }
        if (!(l2 >= 0.0 && l2 <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("l2 must be at least 0 and finite, is " + l2);
        }
        double[] shares = shares(weights);
        double[] centres = Arrays.stream(inputs).mapToDouble(input -> mean(input, shares)).toArray();
        double[][] centred = new double[inputs.length][];
        double[] from = start.clone();
        for (int i = 0; i < inputs.length; i++) {
            double centre = centres[i];
            centred[i] = Arrays.stream(inputs[i]).map(value -> value - centre).toArray();
            from[inputs.length] += start[i] * centre;
        }
        Solution solution = new ProximalNewton(centred, targets, shares, l2, from).solve();
        for (int i = 0; i < inputs.length; i++) {
            solution.coefficients[inputs.length] -= solution.coefficients[i] * centres[i];
        }
        return solution;
    }

    private static double mean(double[] input, double[] shares) {
        double mean = 0.0;
        for (int row = 0; row < input.length; row++) {
            mean += shares[row] * input[row];
        }
        return mean;
    }

    private static double[] shares(double[] weights) {
        double total = 0.0;
        for (double weight : weights) {
            total += weight;
        }
        if (!(total > 0.0 && total <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("weights of " + weights.length
                    + " rows must add up to more than 0, add up to " + total);
        }
        double[] shares = new double[weights.length];
        for (int row = 0; row < weights.length; row++) {
            shares[row] = weights[row] / total;
        }
        return shares;
    }

    private Solution solve() {
        double loss = loss(coefficients);
        for (int step = 1; step <= STEPS; step++) {
            differentiate();
            double[] direction = direction();
            double slope = 0.0;
            for (int i = 0; i < direction.length; i++) {
                slope += gradient[i] * direction[i];
            }
            if (-slope <= TOLERANCE) {
                // Rounding of the loss hides what is left to gain; the last step is still worth taking.
                coefficients = moved(direction, 1.0);
                return new Solution(coefficients, step, true);
            }
            double way = 1.0;
            double[] next = moved(direction, way);
            double nextLoss = loss(next);
            for (int i = 0; i < HALVINGS && !(nextLoss <= loss + ARMIJO * way * slope); i++) {
                way *= 0.5;
                next = moved(direction, way);
                nextLoss = loss(next);
            }
            if (!(nextLoss <= loss)) {
                return new Solution(coefficients, step, -slope <= ROUNDING);
            }
            coefficients = next;
            loss = nextLoss;
        }
        return new Solution(coefficients, STEPS, false);
    }

    private double[] moved(double[] direction, double way) {
        double[] next = new double[direction.length];
        for (int i = 0; i < next.length; i++) {
            double value = coefficients[i] + way * direction[i];
            next[i] = i < inputs.length ? Math.max(0.0, value) : value;
        }
        return next;
    }

    private double margin(double[] at, int row) {
        double margin = at[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            margin += at[i] * inputs[i][row];
        }
        return margin;
    }

    private double loss(double[] at) {
        double loss = 0.0;
        for (int row = 0; row < targets.length; row++) {
            double margin = margin(at, row);
            double logOfSum = Math.max(margin, 0.0) + StrictMath.log1p(StrictMath.exp(-Math.abs(margin)));
            loss += shares[row] * (logOfSum - targets[row] * margin);
        }
        for (int i = 0; i < inputs.length; i++) {
            loss += 0.5 * l2 * at[i] * at[i];
        }
        return loss;
    }

    private void differentiate() {
        int size = coefficients.length;
        for (int i = 0; i < size; i++) {
            gradient[i] = i < inputs.length ? l2 * coefficients[i] : 0.0;
            Arrays.fill(curvature[i], 0.0);
        }
        for (int row = 0; row < targets.length; row++) {
            double probability = Logistic.probability(margin(coefficients, row));
            double error = shares[row] * (probability - targets[row]);
            double spread = shares[row] * probability * (1.0 - probability);
            for (int i = 0; i < size; i++) {
                double input = i < inputs.length ? inputs[i][row] : 1.0;
                gradient[i] += error * input;
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += spread * input * (j < inputs.length ? inputs[j][row] : 1.0);
                }
            }
        }
        for (int i = 0; i < size; i++) {
            // A little more than the curvature keeps inputs that say the same from a division by zero.
            curvature[i][i] += (i < inputs.length ? l2 : 0.0) + 1e-10 * curvature[i][i] + 1e-14;
            for (int j = 0; j < i; j++) {
                curvature[j][i] = curvature[i][j];
            }
        }
    }

    /** Where the quadratic model is least within the bounds, as a way from here. */
    private double[] direction() {
        int size = coefficients.length;
        double[] direction = heldAtBounds();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double largest = 0.0;
            for (int i = 0; i < size; i++) {
                double slope = gradient[i];
                for (int j = 0; j < size; j++) {
                    slope += curvature[i][j] * direction[j];
                }
                double to = direction[i] - slope / curvature[i][i];
                if (i < inputs.length) {
                    to = Math.max(-coefficients[i], to);
                }
                double moved = Math.abs(to - direction[i]);
                largest = Math.max(largest, moved / (1.0 + Math.abs(to)));
                direction[i] = to;
            }
            if (largest <= 1e-12) {
                break;
            }
        }
        return direction;
    }

    /** The least without bounds; a slope that would be negative is held at 0 and the others are found anew. */
    private double[] heldAtBounds() {
        double[] direction = new double[coefficients.length];
        boolean[] held = new boolean[coefficients.length];
        int worst;
        do {
            solve(held, direction);
            worst = -1;
            double lowest = 0.0;
            for (int i = 0; i < inputs.length; i++) {
                if (!held[i] && coefficients[i] + direction[i] < lowest) {
                    lowest = coefficients[i] + direction[i];
                    worst = i;
                }
            }
            if (worst >= 0) {
                held[worst] = true;
                direction[worst] = -coefficients[worst];
            }
        } while (worst >= 0);
        return direction;
    }

    /** Moves those that are not held to where their derivatives are 0, in units in which their curvatures are 1. */
    private void solve(boolean[] held, double[] direction) {
        int[] free = IntStream.range(0, held.length).filter(i -> !held[i]).toArray();
        double[][] scaled = new double[free.length][free.length];
        double[] down = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            int a = free[i];
            double unit = Math.sqrt(curvature[a][a]);
            down[i] = -gradient[a];
            for (int b = 0; b < held.length; b++) {
                down[i] -= held[b] ? curvature[a][b] * direction[b] : 0.0;
            }
            down[i] /= unit;
            for (int j = 0; j < free.length; j++) {
                scaled[i][j] = curvature[a][free[j]] / (unit * Math.sqrt(curvature[free[j]][free[j]]));
            }
        }
        double[] found = new CholeskyDecomposition(new Array2DRowRealMatrix(scaled, false), 1e-9, 0.0).getSolver()
                .solve(new ArrayRealVector(down, false)).toArray();
        for (int i = 0; i < free.length; i++) {
            direction[free[i]] = found[i] / Math.sqrt(curvature[free[i]][free[i]]);
        }
    }
}
