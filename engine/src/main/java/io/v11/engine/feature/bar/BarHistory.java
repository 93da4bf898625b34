package io.v11.engine.feature.bar;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * The last bars of one instrument, newest first at age 0. Sums over them are made anew for each closed bar: with some
 * twenty bars that costs little and never drifts. Prices and volumes in units. Confined to one thread; allocates nothing
 * after construction.
 */
public final class BarHistory {
    /** Bars kept: the greatest age is one less. */
    public static final int SIZE = 128;
    private static final int MASK = SIZE - 1;

    private final long barNs;
    private final long[] openTimesNs = new long[SIZE];
    private final double[] opens = new double[SIZE];
    private final double[] highs = new double[SIZE];
    private final double[] lows = new double[SIZE];
    private final double[] closes = new double[SIZE];
    private final double[] volumes = new double[SIZE];
    private final double[] buyVolumes = new double[SIZE];
    private final double[] quoteVolumes = new double[SIZE];
    private long count;

    /** @param barNs length of a bar */
    public BarHistory(long barNs) {
        this.barNs = barNs;
    }

    public void add(MarketView.Bar bar) {
        int at = (int) count & MASK;
        openTimesNs[at] = bar.openTimeNs;
        opens[at] = FixedPoint.toDouble(bar.openE8);
        highs[at] = FixedPoint.toDouble(bar.highE8);
        lows[at] = FixedPoint.toDouble(bar.lowE8);
        closes[at] = FixedPoint.toDouble(bar.closeE8);
        volumes[at] = FixedPoint.toDouble(bar.volumeE8);
        buyVolumes[at] = FixedPoint.toDouble(bar.buyVolumeE8);
        quoteVolumes[at] = bar.quoteVolume;
        count++;
    }

    /** A bar without a trade: all prices are the last close. */
    public void addEmpty() {
        double close = close(0);
        long timeNs = openTimeNs(0) + barNs;
        int at = (int) count & MASK;
        openTimesNs[at] = timeNs;
        opens[at] = close;
        highs[at] = close;
        lows[at] = close;
        closes[at] = close;
        volumes[at] = 0.0;
        buyVolumes[at] = 0.0;
        quoteVolumes[at] = 0.0;
        count++;
    }

    public long count() {
        return count;
    }

    public long openTimeNs(int age) {
        return openTimesNs[at(age)];
    }

    public double open(int age) {
        return opens[at(age)];
    }

    public double close(int age) {
        return closes[at(age)];
    }

    public double high(int age) {
        return highs[at(age)];
    }

    public double low(int age) {
        return lows[at(age)];
    }

    public double volume(int age) {
        return volumes[at(age)];
    }

    /** What takers bought of the volume. */
    public double buyVolume(int age) {
        return buyVolumes[at(age)];
    }

    public double quoteVolume(int age) {
        return quoteVolumes[at(age)];
    }

    /**
     * The true range (Wilder 1978): the bar's range with the close before it taken in; needs two bars.
     */
    public double trueRange(int age) {
        double before = close(age + 1);
        return Math.max(high(age), before) - Math.min(low(age), before);
    }

    /** Share of the taker-bought in the volume of the last bars; NaN without volume. */
    public double buyShare(int bars) {
        double bought = 0.0;
        double all = 0.0;
        for (int age = 0; age < bars; age++) {
            bought += buyVolumes[at(age)];
            all += volumes[at(age)];
        }
        return bought / all;
    }

    /** Volume-weighted average price of the last bars; NaN without volume. */
    public double vwap(int bars) {
        double quote = 0.0;
        double all = 0.0;
        for (int age = 0; age < bars; age++) {
            quote += quoteVolumes[at(age)];
            all += volumes[at(age)];
        }
        return quote / all;
    }

    public double meanClose(int bars) {
        double sum = 0.0;
        for (int age = 0; age < bars; age++) {
            sum += closes[at(age)];
        }
        return sum / bars;
    }

    /** Standard deviation of the last closes around their mean, dividing by the number of bars. */
    public double deviation(int bars, double mean) {
        double sum = 0.0;
        for (int age = 0; age < bars; age++) {
            double off = closes[at(age)] - mean;
            sum += off * off;
        }
        return Math.sqrt(sum / bars);
    }

    public double meanVolume(int bars) {
        double sum = 0.0;
        for (int age = 0; age < bars; age++) {
            sum += volumes[at(age)];
        }
        return sum / bars;
    }

    /** (close - lowest low) / (highest high - lowest low) of the last bars; NaN when flat. */
    public double stochastic(int bars) {
        double highest = high(0);
        double lowest = low(0);
        for (int age = 1; age < bars; age++) {
            highest = Math.max(highest, high(age));
            lowest = Math.min(lowest, low(age));
        }
        return (close(0) - lowest) / (highest - lowest);
    }

    public void reset() {
        count = 0L;
    }

    public long stateHash(long start) {
        long hash = StateHash.add(start, count);
        int kept = (int) Math.min(count, SIZE);
        for (int age = 0; age < kept; age++) {
            int at = at(age);
            hash = StateHash.add(hash, openTimesNs[at]);
            hash = StateHash.add(hash, opens[at]);
            hash = StateHash.add(hash, highs[at]);
            hash = StateHash.add(hash, lows[at]);
            hash = StateHash.add(hash, closes[at]);
            hash = StateHash.add(hash, volumes[at]);
            hash = StateHash.add(hash, buyVolumes[at]);
            hash = StateHash.add(hash, quoteVolumes[at]);
        }
        return hash;
    }

    private int at(int age) {
        return (int) (count - 1 - age) & MASK;
    }
}
