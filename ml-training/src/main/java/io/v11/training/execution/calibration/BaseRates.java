package io.v11.training.execution.calibration;

import java.util.Arrays;

/**
 * How often orders were filled, without a model: of all rows, by age, and by instrument and age. A group of fewer than
 * {@value #LEAST} rows takes the rate of its age, an age without rows that of all.
 */
record BaseRates(double all, double[] byAge, double[][] byInstrument) {
    private static final int LEAST = 10;

    static BaseRates of(RestingOutcomes rows) {
        int ages = RestingOutcomes.AGES_NS.length;
        int instruments = 1 + Arrays.stream(rows.instruments()).max().orElse(-1);
        double[][] fills = new double[instruments][ages];
        double[][] counts = new double[instruments][ages];
        for (int row = 0; row < rows.rows(); row++) {
            fills[rows.instruments()[row]][rows.ages()[row]] += rows.filled()[row];
            counts[rows.instruments()[row]][rows.ages()[row]]++;
        }
        double all = sum(fills, -1) / sum(counts, -1);
        double[] byAge = new double[ages];
        for (int age = 0; age < ages; age++) {
            double count = sum(counts, age);
            byAge[age] = count == 0.0 ? all : sum(fills, age) / count;
            for (int i = 0; i < instruments; i++) {
                fills[i][age] = counts[i][age] < LEAST ? byAge[age] : fills[i][age] / counts[i][age];
            }
        }
        return new BaseRates(all, byAge, fills);
    }

    double ofAge(int age) {
        return byAge[age];
    }

    double ofInstrument(int instrument, int age) {
        return instrument < byInstrument.length ? byInstrument[instrument][age] : byAge[age];
    }

    /** @param age -1: of all ages */
    private static double sum(double[][] values, int age) {
        double sum = 0.0;
        for (double[] ofInstrument : values) {
            for (int i = 0; i < ofInstrument.length; i++) {
                sum += age < 0 || age == i ? ofInstrument[i] : 0.0;
            }
        }
        return sum;
    }
}
