package io.v11.engine.feature.group;

import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * What every feature group wants to know of an event: its time, how much older everything became, and the top of the
 * book before and after. Computed once per event for all groups of one instrument. Prices and quantities are doubles in
 * E8 (every price below 9e7 is exact). Confined to the feature thread; allocates nothing after construction.
 */
public final class Moment {
    /** Time of what has not happened yet. */
    public static final long NEVER = Long.MIN_VALUE;
    /** What happened longer ago is not told apart: ages stop growing here, and last values from before are stale. */
    public static final long HORIZON_NS = 600_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final double[] RATES = new double[Window.COUNT];

    static {
        for (Window window : Window.values()) {
            RATES[window.ordinal()] = Decay.rate(window.timeNs());
        }
    }

    public final double tick;
    private final double[] decay = new double[Window.COUNT];
    private long second;

    public long timeNs;
    public long firstTimeNs;
    /** ns since the event before; 0 at the first. */
    public long elapsedNs;
    /** The first event of its second: when what is sampled once a second is sampled. */
    public boolean newSecond;
    /** Best bid and ask are known and not crossed. */
    public boolean top;
    /** They were known at the event before as well, so that before and after can be compared. */
    public boolean comparable;
    /** Best bid or ask changed in price or quantity, and {@link #comparable} or not. */
    public boolean topChanged;
    public boolean midChanged;
    /** When the last trade came; {@link #NEVER} before the first, as with the two below. */
    public long tradeNs;
    /** When the top last changed and what was before was known. */
    public long changeNs;
    /** When the mid last moved. */
    public long moveNs;
    public double bid;
    public double bidQuantity;
    public double ask;
    public double askQuantity;
    public double bidBefore;
    public double bidQuantityBefore;
    public double askBefore;
    public double askQuantityBefore;
    public double mid;
    public double midBefore;
    public double spread;

    public Moment(double tickE8) {
        tick = tickE8;
        reset();
    }

    public void reset() {
        timeNs = NEVER;
        firstTimeNs = NEVER;
        elapsedNs = 0L;
        second = NEVER;
        newSecond = false;
        top = false;
        comparable = false;
        topChanged = false;
        midChanged = false;
        tradeNs = NEVER;
        changeNs = NEVER;
        moveNs = NEVER;
        bid = 0.0;
        bidQuantity = 0.0;
        ask = 0.0;
        askQuantity = 0.0;
        mid = 0.0;
        spread = 0.0;
    }

    public void onMarket(MarketView market, long eventTimeNs) {
        if (firstTimeNs == NEVER) {
            firstTimeNs = eventTimeNs;
            timeNs = eventTimeNs;
        }
        elapsedNs = eventTimeNs - timeNs;
        long eventSecond = Math.floorDiv(eventTimeNs, SECOND_NS);
        newSecond = eventSecond != second;
        second = eventSecond;
        timeNs = eventTimeNs;
        for (int i = 0; i < decay.length; i++) {
            decay[i] = elapsedNs == 0 ? 1.0 : Decay.factor(elapsedNs, RATES[i]);
        }
        comparable = top && market.topValid;
        top = market.topValid;
        // Whoever joins a market that is running sees its top for the first time although it did not change.
        topChanged = market.topChanged || market.topValid && bid == 0.0;
        midChanged = false;
        if (topChanged) {
            onTopChanged(market);
        }
        if (market.trade) {
            tradeNs = eventTimeNs;
        }
    }

    /** exp(-elapsed / window). */
    public double decay(int window) {
        return decay[window];
    }

    /** The instrument has been observed for at least the window. */
    public boolean warm(Window window) {
        return timeNs - firstTimeNs >= window.timeNs();
    }

    /** It happened, and at most {@link Settling#FADING_WINDOWS} windows ago: sums over the window still hold it. */
    public boolean recent(long thenNs, Window window) {
        return thenNs != NEVER && timeNs - thenNs <= Settling.FADING_WINDOWS * window.timeNs();
    }

    /** It happened within the {@link #HORIZON_NS}. */
    public boolean recent(long thenNs) {
        return thenNs != NEVER && timeNs - thenNs <= HORIZON_NS;
    }

    /** {@link #age} of it is known: it has been seen, or would have been. */
    public boolean ageKnown(long thenNs) {
        return thenNs != NEVER || timeNs - firstTimeNs >= HORIZON_NS;
    }

    /** ln(1 + seconds since it happened), which grows up to the {@link #HORIZON_NS}. */
    public double age(long thenNs) {
        long ageNs = thenNs == NEVER ? HORIZON_NS : Math.min(timeNs - thenNs, HORIZON_NS);
        return StrictMath.log1p(ageNs / 1e9);
    }

    public long stateHash(long start) {
        long hash = StateHash.add(start, timeNs);
        hash = StateHash.add(hash, firstTimeNs);
        hash = StateHash.add(hash, tradeNs);
        hash = StateHash.add(hash, changeNs);
        hash = StateHash.add(hash, moveNs);
        hash = StateHash.add(hash, top);
        hash = StateHash.add(hash, bid);
        hash = StateHash.add(hash, bidQuantity);
        hash = StateHash.add(hash, ask);
        return StateHash.add(hash, askQuantity);
    }

    private void onTopChanged(MarketView market) {
        bidBefore = bid;
        bidQuantityBefore = bidQuantity;
        askBefore = ask;
        askQuantityBefore = askQuantity;
        midBefore = mid;
        bid = market.bidPriceE8;
        bidQuantity = market.bidQuantityE8;
        ask = market.askPriceE8;
        askQuantity = market.askQuantityE8;
        mid = market.midTwiceE8() * 0.5;
        spread = ask - bid;
        midChanged = comparable && mid != midBefore;
        if (comparable) {
            changeNs = timeNs;
        }
        if (midChanged) {
            moveNs = timeNs;
        }
    }
}
