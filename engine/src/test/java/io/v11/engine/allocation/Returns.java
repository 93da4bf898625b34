package io.v11.engine.allocation;

import java.util.Arrays;
import java.util.Random;

/** Windows for the tests: drawn, or made so that their moments are known. */
final class Returns {
    private Returns() {
    }

    /** One factor, own noise, fat tails by changing volatility; instruments differ in size. */
    static ReturnWindow random(Random random, int instruments, int bars) {
        ReturnWindow window = new ReturnWindow(instruments, bars);
        double[] sizes = random.doubles(instruments, 0.5, 3.0).toArray();
        double[] loadings = random.doubles(instruments, -0.3, 1.5).toArray();
        double[] row = new double[instruments];
        for (int k = 0; k < bars; k++) {
            double scale = 0.001 * StrictMath.exp(0.4 * random.nextGaussian());
            double common = random.nextGaussian();
            Arrays.setAll(row, i -> scale * sizes[i] * (loadings[i] * common + random.nextGaussian()));
            window.append(row);
        }
        return window;
    }

    /** Every combination of +-deviation, so that the sample covariance is diagonal exactly. */
    static ReturnWindow diagonal(double... deviations) {
        int bars = 1 << deviations.length;
        ReturnWindow window = new ReturnWindow(deviations.length, Math.max(2, bars));
        double[] row = new double[deviations.length];
        for (int k = 0; k < bars; k++) {
            int signs = k;
            Arrays.setAll(row, i -> (signs >> i & 1) == 0 ? deviations[i] : -deviations[i]);
            window.append(row);
        }
        return window;
    }

    static double[] dot(double[][] matrix, double[] w) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, w)).toArray();
    }

    static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
