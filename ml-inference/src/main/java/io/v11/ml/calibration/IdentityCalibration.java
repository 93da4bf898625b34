package io.v11.ml.calibration;

/** Leaves probabilities as they are. Immutable; allocates nothing. */
record IdentityCalibration() implements Calibration {
    static final String METHOD = "IDENTITY";

    @Override
    public double apply(double probability) {
        return LogOdds.isProbability(probability) ? probability : Double.NaN;
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public double[] parameters() {
        return new double[0];
    }
}
