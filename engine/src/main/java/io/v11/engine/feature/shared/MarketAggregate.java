package io.v11.engine.feature.shared;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * The returns of one hour over all symbols, each taken once: how many rose, their mean, how far they lie apart, and how
 * closely they follow BTC. Made anew, in one pass over the symbols, whenever one of them closes a minute. Confined to one
 * thread; allocates nothing after construction.
 */
public final class MarketAggregate {
    /** Minutes of a return. */
    public static final int HOUR = 60;
    /** Symbols that make a market. */
    public static final int FEWEST = 3;
    /** A symbol whose newest minute is older than this many minutes is left out. */
    static final int OLDEST = 5;
    /** After this long without a closed minute of any symbol nothing is known of the market. */
    private static final long STALE_NS = (OLDEST + 1) * 60_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final MinuteCloses[] symbols;
    /** Of each symbol with BTC; null for BTC itself. */
    private final MinutePair[] pairs;
    private final double[] returns;
    private long timeNs;
    private int count;
    private int rising;
    private double mean;
    private double deviation;
    private int correlated;
    private double correlation;

    MarketAggregate(MinuteCloses[] symbols, MinutePair[] pairs) {
        this.symbols = symbols.clone();
        this.pairs = pairs.clone();
        this.returns = new double[symbols.length];
        reset();
    }

    void reset() {
        Arrays.fill(returns, Double.NaN);
        timeNs = NEVER;
        count = 0;
        rising = 0;
        mean = 0.0;
        deviation = 0.0;
        correlated = 0;
        correlation = 0.0;
    }

    /** One of the symbols closed a minute. */
    void update(long nowNs) {
        long newest = Long.MIN_VALUE;
        for (int i = 0; i < symbols.length; i++) {
            newest = symbols[i].begun() ? Math.max(newest, symbols[i].last()) : newest;
        }
        timeNs = nowNs;
        count = 0;
        rising = 0;
        correlated = 0;
        double sum = 0.0;
        double correlations = 0.0;
        for (int i = 0; i < symbols.length; i++) {
            boolean fresh = symbols[i].begun() && symbols[i].last() >= newest - OLDEST;
            returns[i] = fresh ? symbols[i].returnOver(symbols[i].last(), HOUR) : Double.NaN;
            if (returns[i] == returns[i]) {
                count++;
                rising += returns[i] > 0.0 ? 1 : 0;
                sum += returns[i];
            }
            double withLeader = fresh && pairs[i] != null && pairs[i].warm() ? pairs[i].correlation() : Double.NaN;
            if (withLeader == withLeader) {
                correlated++;
                correlations += withLeader;
            }
        }
        mean = sum / count;
        correlation = correlations / correlated;
        deviation = deviation();
    }

    private double deviation() {
        double squares = 0.0;
        for (int i = 0; i < returns.length; i++) {
            if (returns[i] == returns[i]) {
                squares += (returns[i] - mean) * (returns[i] - mean);
            }
        }
        return Math.sqrt(squares / count);
    }

    /** {@link #FEWEST} symbols have a return of an hour. */
    public boolean known() {
        return count >= FEWEST;
    }

    /** {@link #FEWEST} symbols, BTC among them, have moved together for long enough. */
    public boolean correlationKnown() {
        return correlated >= FEWEST - 1;
    }

    public boolean stale(long nowNs) {
        return timeNs != NEVER && nowNs - timeNs > STALE_NS;
    }

    /** Share of the symbols that rose within the hour. */
    public double breadth() {
        return (double) rising / count;
    }

    public double meanReturn() {
        return mean;
    }

    /** Standard deviation of the returns around their mean. */
    public double dispersion() {
        return deviation;
    }

    /** Mean over the other symbols of their correlation with BTC. */
    public double meanCorrelation() {
        return correlation;
    }

    /** The values follow from closes and pairs, but for the time and who was left out. */
    long stateHash(long start) {
        return StateHash.add(StateHash.add(StateHash.add(start, timeNs), count), correlated);
    }
}
