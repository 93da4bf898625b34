package io.v11.engine.risk.tail;

import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Normal losses with mean zero: VaR = z s, ES = s phi(z) / (1 - confidence), s^2 = w' S w (McNeil, Frey, Embrechts, Quantitative Risk Management,
 * example 2.14). An order d in instrument i makes s^2 + 2 d (S w)_i + d^2 S_ii of it: O(1). Too small for fat tails, which is why it does not
 * stand alone. Confined to one thread; no allocation after construction.
 */
final class ParametricTailRisk implements TailRisk {
    private final EwmaCovariance covariance;
    private final double[] exposures;
    private final double[] products;
    private final double quantile;
    private final double shortfallFactor;
    private boolean stale = true;
    private double variance;

    ParametricTailRisk(EwmaCovariance covariance, int instruments, double confidence) {
        this.covariance = covariance;
        exposures = new double[instruments];
        products = new double[instruments];
        quantile = new NormalDistribution().inverseCumulativeProbability(confidence);
        double density = StrictMath.exp(-0.5 * quantile * quantile) / Math.sqrt(2.0 * Math.PI);
        shortfallFactor = density / (1.0 - confidence);
    }

    void onAppended() {
        stale = true;
    }

    @Override
    public void exposure(int instrument, double notional) {
        stale |= exposures[instrument] != notional;
        exposures[instrument] = notional;
    }

    @Override
    public double valueAtRisk() {
        measure();
        return quantile * Math.sqrt(variance);
    }

    @Override
    public double expectedShortfall() {
        measure();
        return shortfallFactor * Math.sqrt(variance);
    }

    private void measure() {
        if (!stale) {
            return;
        }
        double sum = 0.0;
        for (int i = 0; i < exposures.length; i++) {
            double product = 0.0;
            for (int j = 0; j < exposures.length; j++) {
                product += covariance.covariance(i, j) * exposures[j];
            }
            products[i] = product;
            sum += exposures[i] * product;
        }
        // A hedged book may round to a little below zero.
        variance = Math.max(sum, 0.0);
        stale = false;
    }

    @Override
    public double marginalShortfall(int instrument, double orderNotional) {
        measure();
        double with = variance + orderNotional
                * (2.0 * products[instrument] + orderNotional * covariance.covariance(instrument, instrument));
        return shortfallFactor * (Math.sqrt(Math.max(with, 0.0)) - Math.sqrt(variance));
    }
}
