package io.v11.training.performance;

/**
 * Time that an equity spends below a former peak. A stretch begins at the last point at the peak and ends at the first
 * point at it or above again, or with the curve.
 *
 * @param share     of the whole span, 0 to 1
 * @param longestNs longest stretch
 * @param stretches number of stretches
 */
public record UnderWater(double share, long longestNs, int stretches) {
    static UnderWater of(long[] timesNs, double[] equity) {
        int last = equity.length - 1;
        int peak = 0;
        long total = 0;
        long longest = 0;
        int stretches = 0;
        for (int i = 1; i <= last; i++) {
            boolean back = equity[i] >= equity[peak];
            boolean wasBelow = i - 1 > peak;
            if (back && wasBelow || i == last && !back) {
                long stretchNs = timesNs[i] - timesNs[peak];
                total += stretchNs;
                longest = Math.max(longest, stretchNs);
                stretches++;
            }
            peak = back ? i : peak;
        }
        return new UnderWater(total / (double) (timesNs[last] - timesNs[0]), longest, stretches);
    }
}
