package io.v11.engine.signal.strategy.sleeve;

/**
 * Scales weights so that their annual volatility, by the covariance of the time, is about 1 over the last months: effects that
 * are always sure and effects that are rarely sure then count alike, and each still bets more when it is surer than usual.
 */
final class UnitRisk {
    private static final int FIRST_BAR = 168;

    private final FadingMean variance;

    UnitRisk(int span) {
        variance = new FadingMean(span);
    }

    /** @param annualVariance of the weights before scaling  @param bar number of the present bar, from 0 */
    void add(double annualVariance, int bar) {
        if (bar >= FIRST_BAR) {
            variance.add(annualVariance);
        }
    }

    /** Factor to unit risk; 0 while not known. */
    double scale() {
        double mean = variance.mean();
        return mean > 0.0 ? 1.0 / Math.sqrt(mean) : 0.0;
    }

    long addTo(long hash) {
        return variance.addTo(hash);
    }
}
