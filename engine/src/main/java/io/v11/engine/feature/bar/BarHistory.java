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
    public static final int SIZE = 64;
    /** After so many bars without a move of the close, quotients of fading averages tell of the past only. */
    public static final int STILL = 60;
    private static final int MASK = SIZE - 1;

    private final long barNs;
    private final double[] opens = new double[SIZE];
    private final double[] highs = new double[SIZE];
    private final double[] lows = new double[SIZE];
    private final double[] closes = new double[SIZE];
    private final double[] typicals = new double[SIZE];
    private final double[] volumes = new double[SIZE];
    private final double[] buyVolumes = new double[SIZE];
    private final double[] quoteVolumes = new double[SIZE];
    private final double[] trades = new double[SIZE];
    private long openTimeNs;
    private long count;
    private long sinceMove;

    /** @param barNs length of a bar */
    public BarHistory(long barNs) {
        this.barNs = barNs;
    }

    public void add(MarketView.Bar bar) {
        double close = FixedPoint.toDouble(bar.closeE8);
        sinceMove = count == 0 || close != close(0) ? 0L : sinceMove + 1;
        int at = (int) count & MASK;
        openTimeNs = bar.openTimeNs;
        opens[at] = FixedPoint.toDouble(bar.openE8);
        highs[at] = FixedPoint.toDouble(bar.highE8);
        lows[at] = FixedPoint.toDouble(bar.lowE8);
        closes[at] = close;
        typicals[at] = (highs[at] + lows[at] + close) / 3.0;
        volumes[at] = FixedPoint.toDouble(bar.volumeE8);
        buyVolumes[at] = FixedPoint.toDouble(bar.buyVolumeE8);
        quoteVolumes[at] = bar.quoteVolume;
        trades[at] = bar.trades;
        count++;
    }

    /** A bar without a trade: all prices are the last close. */
    public void addEmpty() {
        double close = close(0);
        int at = (int) count & MASK;
        openTimeNs += barNs;
        opens[at] = close;
        highs[at] = close;
        lows[at] = close;
        closes[at] = close;
        typicals[at] = (close + close + close) / 3.0;
        volumes[at] = 0.0;
        buyVolumes[at] = 0.0;
        quoteVolumes[at] = 0.0;
        trades[at] = 0.0;
        count++;
        sinceMove++;
    }

    public long count() {
        return count;
    }

    /** The close has not moved for {@link #STILL} bars. */
    public boolean still() {
        return sinceMove >= STILL;
    }

    /** When the newest bar began. */
    public long openTimeNs() {
        return openTimeNs;
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

    public double trades(int age) {
        return trades[at(age)];
    }

    /** (high + low + close) / 3. */
    public double typical(int age) {
        return typicals[at(age)];
    }

    /**
     * The true range (Wilder 1978): the bar's range with the close before it taken in; needs two bars.
     */
    public double trueRange(int age) {
        double before = close(age + 1);
        return Math.max(high(age), before) - Math.min(low(age), before);
    }

    public double sumVolume(int bars) {
        return sum(volumes, bars);
    }

    public double sumTrades(int bars) {
        return sum(trades, bars);
    }

    /** Share of the taker-bought in the volume of the last bars; NaN without volume. */
    public double buyShare(int bars) {
        return sum(buyVolumes, bars) / sum(volumes, bars);
    }

    /** Volume-weighted average price of the last bars; NaN without volume. */
    public double vwap(int bars) {
        return sum(quoteVolumes, bars) / sum(volumes, bars);
    }

    public double meanClose(int bars) {
        return mean(closes, bars);
    }

    public double meanVolume(int bars) {
        return mean(volumes, bars);
    }

    /** Standard deviation of the last closes around their mean, dividing by the number of bars; 0 when they are equal. */
    public double deviation(int bars, double mean) {
        return deviation(closes, bars, mean);
    }

    /** Standard deviation of the last volumes around their mean, dividing by the number of bars. */
    public double volumeDeviation(int bars, double mean) {
        return deviation(volumes, bars, mean);
    }

    public void reset() {
        openTimeNs = 0L;
        count = 0L;
        sinceMove = 0L;
    }

    public long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(StateHash.add(start, count), sinceMove), openTimeNs);
        int kept = (int) Math.min(count, SIZE);
        for (int age = 0; age < kept; age++) {
            int at = at(age);
            hash = StateHash.add(hash, opens[at]);
            hash = StateHash.add(hash, highs[at]);
            hash = StateHash.add(hash, lows[at]);
            hash = StateHash.add(hash, closes[at]);
            hash = StateHash.add(hash, volumes[at]);
            hash = StateHash.add(hash, buyVolumes[at]);
            hash = StateHash.add(hash, quoteVolumes[at]);
            hash = StateHash.add(hash, trades[at]);
        }
        return hash;
    }

    private double sum(double[] series, int bars) {
        double sum = 0.0;
        for (int age = 0; age < bars; age++) {
            sum += series[at(age)];
        }
        return sum;
    }

    /** Summed as distances to the newest: equal values give their very value, not one that is off by rounding. */
    private double mean(double[] series, int bars) {
        double newest = series[at(0)];
        double sum = 0.0;
        for (int age = 1; age < bars; age++) {
            sum += series[at(age)] - newest;
        }
        return newest + sum / bars;
    }

    private double deviation(double[] series, int bars, double mean) {
        double sum = 0.0;
        for (int age = 0; age < bars; age++) {
            double off = series[at(age)] - mean;
            sum += off * off;
        }
        return Math.sqrt(sum / bars);
    }

    private int at(int age) {
        return (int) (count - 1 - age) & MASK;
    }
}
