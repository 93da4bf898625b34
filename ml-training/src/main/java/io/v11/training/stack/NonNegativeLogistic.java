package io.v11.training.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.v11.ml.ModelException;
import io.v11.ml.stack.StackFile;
import io.v11.ml.stack.StackModel;
import io.v11.training.calibration.ProximalNewton;

/**
 * Weights of a stack by logistic regression on the log-odds of its members, none negative (Breiman 1996: negative weights of
 * members that say nearly the same are what makes a stack fail out of sample). The rows must be rows that no member was
 * fitted on, or the most overfitted member wins.
 *
 * <p>Rows with members that abstained are treated as {@link io.v11.ml.stack.StackModel} serves them: its rule, the weight
 * shared out in proportion, is the same as to put the weighted mean of the others in the place of the one that is missing.
 * That mean depends on the weights, so fits and fillings take turns until the weights stay; rows whose valid members hold
 * less than {@link StackModel#LEAST_HELD} of the weight are left out, as the stack would abstain there. A member that never answered gets weight 0:
 * any other would serve as well. Deterministic: a fixed order of summation.
 */
public final class NonNegativeLogistic {
    private static final int ROUNDS = 200;
    private static final double TOLERANCE = 1e-8;

    private NonNegativeLogistic() {
    }

    /**
     * @param weights   of the members, at least 0
     * @param intercept log-odds
     * @param rows      that the stack answers, of those it was fitted on
     * @param rounds    of fitting and filling; 1 when no member abstained
     * @param converged false when weights or rows still changed in the last round
     */
    public record Fit(double[] weights, double intercept, int rows, int rounds, boolean converged) {
        /** What serving reads. */
        public StackFile file(List<String> members) {
            if (members.size() != weights.length) {
                throw new ModelException(members.size() + " names for " + weights.length + " members of a stack");
            }
            List<StackFile.Member> named = new ArrayList<>();
            for (int i = 0; i < weights.length; i++) {
                named.add(new StackFile.Member(members.get(i), weights[i]));
            }
            return new StackFile(intercept, named);
        }
    }

    /**
     * @param memberLogits by row, then by member; NaN where the member abstained, made by {@code LogOdds.of} elsewhere
     * @param up           what happened
     * @param weights      of the rows, at least 0; only their proportions count
     * @param l2           penalty on the weights, for a mean loss a row: 0 for none, 1e-4 where members say nearly the same
     */
    public static Fit fit(double[][] memberLogits, boolean[] up, float[] weights, double l2) {
        int members = check(memberLogits, up, weights);
        boolean complete = complete(memberLogits);
        double[] at = new double[members + 1];
        for (int i = 0; i < members; i++) {
            at[i] = silent(memberLogits, i) ? 0.0 : 1.0 / members;
        }
        int[] before = new int[0];
        for (int round = 1; round <= ROUNDS; round++) {
            int[] rows = answered(memberLogits, at);
            if (rows.length == 0) {
                throw new IllegalArgumentException("the stack has no row to learn from: in each of "
                        + memberLogits.length + " rows members with too much of the weight abstained");
            }
            ProximalNewton.Solution solution = ProximalNewton.solve(filled(memberLogits, rows, at), targets(up, rows),
                    pick(weights, rows), l2, at);
            double change = 0.0;
            for (int i = 0; i <= members; i++) {
                change = Math.max(change, Math.abs(solution.coefficients()[i] - at[i]));
            }
            at = solution.coefficients();
            boolean still = complete || change <= TOLERANCE && Arrays.equals(rows, before);
            if (still || !solution.converged() || round == ROUNDS) {
                return new Fit(Arrays.copyOf(at, members), at[members], answered(memberLogits, at).length, round,
                        still && solution.converged());
            }
            before = rows;
        }
        throw new AssertionError("the last round returns");
    }

    private static int check(double[][] memberLogits, boolean[] up, float[] weights) {
        if (memberLogits.length == 0 || memberLogits.length != up.length || up.length != weights.length) {
            throw new IllegalArgumentException("a stack needs as many labels and weights as rows: " + up.length
                    + " labels and " + weights.length + " weights for " + memberLogits.length + " rows");
        }
        int members = memberLogits[0].length;
        for (int row = 0; row < memberLogits.length; row++) {
            if (memberLogits[row].length != members || members == 0) {
                throw new IllegalArgumentException("row " + row + " has " + memberLogits[row].length
                        + " members, row 0 has " + members
                        + "; give each row one number for each member, NaN for none");
            }
            for (double logit : memberLogits[row]) {
                if (Double.isInfinite(logit)) {
                    throw new IllegalArgumentException(
                            "row " + row + " has infinite log-odds; clip the probability with LogOdds.of");
                }
            }
            if (!(weights[row] >= 0.0f && weights[row] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("weight of row " + row + " must be at least 0, is " + weights[row]);
            }
        }
        return members;
    }

    private static boolean silent(double[][] memberLogits, int member) {
        for (double[] row : memberLogits) {
            if (!Double.isNaN(row[member])) {
                return false;
            }
        }
        return true;
    }

    private static boolean complete(double[][] memberLogits) {
        for (double[] row : memberLogits) {
            for (double logit : row) {
                if (Double.isNaN(logit)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Rows that a stack of these weights answers. */
    private static int[] answered(double[][] memberLogits, double[] at) {
        double total = 0.0;
        for (int i = 0; i < at.length - 1; i++) {
            total += at[i];
        }
        int[] rows = new int[memberLogits.length];
        int count = 0;
        for (int row = 0; row < memberLogits.length; row++) {
            double held = 0.0;
            int valid = 0;
            for (int i = 0; i < at.length - 1; i++) {
                if (!Double.isNaN(memberLogits[row][i])) {
                    held += at[i];
                    valid++;
                }
            }
            if (valid > 0 && held >= StackModel.LEAST_HELD * total) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** Log-odds by member, then by row, each that is missing replaced by the weighted mean of the others. */
    private static double[][] filled(double[][] memberLogits, int[] rows, double[] at) {
        int members = at.length - 1;
        double[][] filled = new double[members][rows.length];
        boolean[] silent = new boolean[members];
        for (int i = 0; i < members; i++) {
            silent[i] = silent(memberLogits, i);
        }
        for (int k = 0; k < rows.length; k++) {
            double[] logits = memberLogits[rows[k]];
            double mean = mean(logits, at);
            for (int i = 0; i < members; i++) {
                // The mean in every row would be a copy of the others and take part of their weight.
                filled[i][k] = silent[i] ? 0.0 : Double.isNaN(logits[i]) ? mean : logits[i];
            }
        }
        return filled;
    }

    private static double mean(double[] logits, double[] at) {
        double sum = 0.0;
        double held = 0.0;
        for (int i = 0; i < logits.length; i++) {
            if (!Double.isNaN(logits[i])) {
                sum += at[i] * logits[i];
                held += at[i];
            }
        }
        // Without any weight there is no mean to share: serving says the intercept there.
        return held > 0.0 ? sum / held : 0.0;
    }

    private static double[] targets(boolean[] up, int[] rows) {
        double[] targets = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            targets[k] = up[rows[k]] ? 1.0 : 0.0;
        }
        return targets;
    }

    private static double[] pick(float[] weights, int[] rows) {
        double[] picked = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            picked[k] = weights[rows[k]];
        }
        return picked;
    }
}
