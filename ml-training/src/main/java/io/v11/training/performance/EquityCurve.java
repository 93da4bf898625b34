package io.v11.training.performance;

import java.util.Arrays;

/**
 * Worth of an account over time, open positions at their market value. Points at strictly increasing times, all above
 * zero; only the last may be zero, an account that lost everything. Immutable; any currency.
 */
public final class EquityCurve {
    /** An hour in nanoseconds. */
    public static final long HOUR_NS = 3_600_000_000_000L;
    /** A day in nanoseconds. */
    public static final long DAY_NS = 24 * HOUR_NS;
    /** Most bars of a resampled curve: 19 years of minutes. */
    public static final int BARS_MAX = 10_000_000;

    private final long[] timesNs;
    private final double[] equity;

    private EquityCurve(long[] timesNs, double[] equity) {
        this.timesNs = timesNs;
        this.equity = equity;
    }

    /** Copies both; at least two points. */
    public static EquityCurve of(long[] timesNs, double[] equity) {
        if (timesNs.length != equity.length) {
            throw new IllegalArgumentException(
                    timesNs.length + " times for " + equity.length + " values of equity; give one for each");
        }
        if (equity.length < 2) {
            throw new IllegalArgumentException(
                    "an equity curve of " + equity.length + " points has no return; give two");
        }
        for (int i = 0; i < equity.length; i++) {
            boolean last = i == equity.length - 1;
            if (!(equity[i] > 0.0 || last && equity[i] == 0.0) || equity[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("equity[" + i + "] is " + equity[i] + " at timeNs=" + timesNs[i]
                        + "; give finite values above 0, and end the curve with 0 where the account is lost");
            }
            if (i > 0 && timesNs[i] <= timesNs[i - 1]) {
                throw new IllegalArgumentException(
                        "timesNs[" + i + "]=" + timesNs[i] + " is not after " + timesNs[i - 1]
                                + "; sort the points and keep the last of each time");
            }
        }
        return new EquityCurve(timesNs.clone(), equity.clone());
    }

    /** Number of points. */
    public int points() {
        return equity.length;
    }

    /** Time of a point. */
    public long timeNs(int point) {
        return timesNs[point];
    }

    /** Worth at a point. */
    public double equity(int point) {
        return equity[point];
    }

    /** From the first point to the last. */
    public long spanNs() {
        return timesNs[timesNs.length - 1] - timesNs[0];
    }

    /** Of the whole span, as a fraction. */
    public double totalReturn() {
        return equity[equity.length - 1] / equity[0] - 1.0;
    }

    /** Simple return from each point to the next; one fewer than points. */
    public double[] returns() {
        double[] returns = new double[equity.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = equity[i + 1] / equity[i] - 1.0;
        }
        return returns;
    }

    /** At the ends of days, UTC. */
    public EquityCurve daily() {
        return resampled(DAY_NS);
    }

    /** At the ends of hours. */
    public EquityCurve hourly() {
        return resampled(HOUR_NS);
    }

    /**
     * Worth at each multiple of {@code barNs}, that of the last point not after it: a bar without a point has return 0.
     * The curve begins with the bar that holds the first point, at the first equity, and ends with the one that holds
     * the last, which may be cut short; so the total return stays what it is.
     */
    public EquityCurve resampled(long barNs) {
        if (barNs <= 0) {
            throw new IllegalArgumentException("barNs=" + barNs + "; give a length above 0");
        }
        long first = Math.floorDiv(timesNs[0], barNs);
        long last = Math.ceilDiv(timesNs[timesNs.length - 1], barNs);
        if (last - first >= BARS_MAX) {
            throw new IllegalArgumentException("bars of " + barNs + " ns from " + timesNs[0] + " to "
                    + timesNs[timesNs.length - 1] + " are " + (last - first) + ", at most " + BARS_MAX
                    + " are kept; take longer bars, or mend a time in another unit");
        }
        int bars = (int) (last - first) + 1;
        long[] ends = new long[bars];
        double[] worth = new double[bars];
        int point = 0;
        for (int bar = 0; bar < bars; bar++) {
            ends[bar] = (first + bar) * barNs;
            while (point + 1 < timesNs.length && timesNs[point + 1] <= ends[bar]) {
                point++;
            }
            worth[bar] = equity[point];
        }
        return lostOnce(ends, worth);
    }

    /** Deepest fall from a peak, over all points. */
    public Drawdown drawdown() {
        return Drawdown.of(timesNs, equity);
    }

    /** How long the account was below a former peak. */
    public UnderWater underWater() {
        return UnderWater.of(timesNs, equity);
    }

    /** Returns over all windows of seven days that begin at an hour; {@code target} as a fraction, as 0.25. */
    public WindowReturns sevenDays(double target) {
        return WindowReturns.of(hourly().equity, 7 * 24, target);
    }

    /** Returns over all windows of {@code bars} bars of {@code barNs}; {@code target} as a fraction. */
    public WindowReturns windows(long barNs, int bars, double target) {
        return WindowReturns.of(resampled(barNs).equity, bars, target);
    }

    /** A lost account stays lost: the curve ends with its first zero. */
    private static EquityCurve lostOnce(long[] ends, double[] worth) {
        int bars = worth.length;
        while (bars > 2 && worth[bars - 2] == 0.0) {
            bars--;
        }
        return new EquityCurve(Arrays.copyOf(ends, bars), Arrays.copyOf(worth, bars));
    }
}
