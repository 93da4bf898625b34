package io.v11.training.calibration;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Rows whose true probability is known, and what a model that distorts it says. */
final class Market {
    private Market() {
    }

    /** True log-odds are normal with deviation 1.5; {@code says} maps them to what the model says. */
    static CalibrationRows rows(int rows, long seed, DoubleUnaryOperator says) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] probability = new double[rows];
        boolean[] up = new boolean[rows];
        float[] weight = new float[rows];
        Arrays.fill(weight, 1.0f);
        for (int row = 0; row < rows; row++) {
            double truth = 1.5 * random.nextGaussian();
            up[row] = random.nextDouble() < logistic(truth);
            probability[row] = logistic(says.applyAsDouble(truth));
        }
        return new CalibrationRows(probability, up, weight);
    }

    static double logistic(double logOdds) {
        return 1.0 / (1.0 + Math.exp(-logOdds));
    }
}
