package io.v11.training.execution.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.v11.ml.Logistic;
import io.v11.training.calibration.ProximalNewton;

/**
 * Probability that a resting order has a fill at an age: logistic in the inputs of {@link RestingOutcomes}. Where reason knows the
 * sign it is held to: fills come less often farther from the touch and behind a longer or slower queue, and more often with time. Spread and
 * imbalance may have either.
 *
 * @param standard of the inputs
 * @param slopes   of the standardised inputs
 * @param intercept of the margin
 */
record FillModel(Standard standard, double[] slopes, double intercept) {
    private static final double L2 = 1e-4;
    /** By input: -1 or 1 where the sign is known, else 0. */
    private static final int[] SIGNS = {-1, -1, 0, 0, 1, -1};

    static FillModel fit(RestingOutcomes rows) {
        Standard standard = Standard.of(rows.inputs());
        double[][] inputs = standard.apply(rows.inputs());
        List<double[]> signed = new ArrayList<>();
        List<double[]> into = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            // The solver's slopes are not negative: an input of either sign is given both ways.
            for (int sign : SIGNS[i] == 0 ? new int[]{1, -1} : new int[]{SIGNS[i]}) {
                signed.add(Arrays.stream(inputs[i]).map(value -> sign * value).toArray());
                into.add(new double[]{i, sign});
            }
        }
        double[] weights = new double[rows.rows()];
        Arrays.fill(weights, 1.0);
        double rate = Arrays.stream(rows.filled()).sum() / rows.rows();
        double[] start = new double[signed.size() + 1];
        start[signed.size()] = StrictMath.log(rate / (1.0 - rate));
        ProximalNewton.Solution solution = ProximalNewton.solve(signed.toArray(new double[0][]), rows.filled(), weights,
                L2, start);
        double[] slopes = new double[inputs.length];
        for (int i = 0; i < into.size(); i++) {
            slopes[(int) into.get(i)[0]] += into.get(i)[1] * solution.coefficients()[i];
        }
        return new FillModel(standard, slopes, solution.intercept());
    }

    double[] probabilities(RestingOutcomes rows) {
        double[][] inputs = standard.apply(rows.inputs());
        double[] probabilities = new double[rows.rows()];
        for (int row = 0; row < probabilities.length; row++) {
            double margin = intercept;
            for (int i = 0; i < slopes.length; i++) {
                margin += slopes[i] * inputs[i][row];
            }
            probabilities[row] = Logistic.probability(margin);
        }
        return probabilities;
    }
}
