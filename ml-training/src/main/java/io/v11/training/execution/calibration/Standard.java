package io.v11.training.execution.calibration;

/** Inputs moved and scaled to mean 0 and deviation 1 by the learning rows; one that never changes becomes 0. */
record Standard(double[] means, double[] deviations) {
    static Standard of(double[][] inputs) {
        double[] means = new double[inputs.length];
        double[] deviations = new double[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            double sum = 0.0;
            for (double value : inputs[i]) {
                sum += value;
            }
            means[i] = sum / inputs[i].length;
            double squares = 0.0;
            for (double value : inputs[i]) {
                squares += (value - means[i]) * (value - means[i]);
            }
            deviations[i] = Math.sqrt(squares / inputs[i].length);
            if (deviations[i] <= 1e-12 * Math.abs(means[i])) {
                deviations[i] = 0.0;
            }
        }
        return new Standard(means, deviations);
    }

    /** By input, then by row. */
    double[][] apply(double[][] inputs) {
        double[][] applied = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            applied[i] = new double[inputs[i].length];
            for (int row = 0; row < applied[i].length; row++) {
                applied[i][row] = deviations[i] == 0.0 ? 0.0 : (inputs[i][row] - means[i]) / deviations[i];
            }
        }
        return applied;
    }
}
