package io.v11.training.performance;

/**
 * The deepest fall of an equity from a former peak, the first of equally deep ones.
 *
 * @param depth      as a fraction of the peak, 0 when there was none
 * @param peakNs     last time at the peak before the fall; the first time of the curve when there was no fall
 * @param bottomNs   time of the deepest point
 * @param recoveryNs first time at the peak or above again, {@link #NEVER} when the curve ends below it
 */
public record Drawdown(double depth, long peakNs, long bottomNs, long recoveryNs) {
    /** Recovery of a fall that the curve does not see recovered. */
    public static final long NEVER = Long.MAX_VALUE;

    static Drawdown of(long[] timesNs, double[] equity) {
        int peak = 0;
        int deepestPeak = 0;
        int bottom = 0;
        double depth = 0.0;
        for (int i = 0; i < equity.length; i++) {
            if (equity[i] >= equity[peak]) {
                peak = i;
            }
            double fall = 1.0 - equity[i] / equity[peak];
            if (fall > depth) {
                depth = fall;
                deepestPeak = peak;
                bottom = i;
            }
        }
        int recovery = bottom;
        while (recovery < equity.length && equity[recovery] < equity[deepestPeak]) {
            recovery++;
        }
        return new Drawdown(depth, timesNs[deepestPeak], timesNs[bottom],
                recovery < equity.length ? timesNs[recovery] : NEVER);
    }

    /** Whether the curve saw its peak again. */
    public boolean recovered() {
        return recoveryNs != NEVER;
    }
}
