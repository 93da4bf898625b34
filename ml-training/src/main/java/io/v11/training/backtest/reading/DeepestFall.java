package io.v11.training.backtest.reading;

/**
 * The deepest fall of equity from its peak, seen at every event: no grid hides what lay between its points.
 *
 * @param fraction of the peak
 * @param peakNs   last time at the peak before the fall
 * @param bottomNs when it was deepest
 */
public record DeepestFall(double fraction, long peakNs, long bottomNs) {

    /** Follows the account. Confined to one thread; allocates nothing per event. */
    static final class Watch {
        private long peakE8 = Long.MIN_VALUE;
        private long peakNs;
        private double fraction;
        private long fallPeakNs;
        private long bottomNs;

        void onEquity(long timeNs, long equityE8) {
            if (equityE8 >= peakE8) {
                peakE8 = equityE8;
                peakNs = timeNs;
                return;
            }
            double fall = (peakE8 - equityE8) / (double) peakE8;
            if (fall > fraction) {
                fraction = fall;
                fallPeakNs = peakNs;
                bottomNs = timeNs;
            }
        }

        DeepestFall deepest() {
            return new DeepestFall(fraction, fallPeakNs, bottomNs);
        }
    }
}
