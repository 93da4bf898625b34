package io.v11.training.trainer;

/** Weighted mean of {@code -ln p(label)}, with probabilities kept 1e-7 away from 0 and 1. */
public final class LogLoss {
    private static final double EDGE = 1e-7;
    private double sum;
    private double weight;

    public void add(double probability, boolean up, double rowWeight) {
        double p = Math.max(EDGE, Math.min(1.0 - EDGE, probability));
        sum -= rowWeight * StrictMath.log(up ? p : 1.0 - p);
        weight += rowWeight;
    }

    public double mean() {
        return sum / weight;
    }
}
