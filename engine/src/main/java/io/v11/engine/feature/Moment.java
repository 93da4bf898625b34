package io.v11.engine.feature;

import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * What every feature group wants to know of an event: its time, how much older everything became, and the top of the
 * book before and after. Computed once per event for all groups of one instrument. Prices and quantities are doubles in
 * E8 (every price below 9e7 is exact). Confined to the feature thread; allocates nothing after construction.
 */
final class Moment {
    private static final long NEVER = Long.MIN_VALUE;
    private static final double[] RATES = new double[Window.COUNT];

    static {
        for (Window window : Window.values()) {
            RATES[window.ordinal()] = Decay.rate(window.timeNs());
        }
    }

    final double tick;
    private final double[] decay = new double[Window.COUNT];

    long timeNs;
    long firstTimeNs;
    /** ns since the event before; 0 at the first. */
    long elapsedNs;
    /** Best bid and ask are known and not crossed. */
    boolean top;
    /** They were known at the event before as well, so that before and after can be compared. */
    boolean comparable;
    /** Best bid or ask changed in price or quantity, and {@link #comparable} or not. */
    boolean topChanged;
    boolean midChanged;
    double bid;
    double bidQuantity;
    double ask;
    double askQuantity;
    double bidBefore;
    double bidQuantityBefore;
    double askBefore;
    double askQuantityBefore;
    double mid;
    double midBefore;
    double spread;

    Moment(double tickE8) {
        tick = tickE8;
        reset();
    }

    void reset() {
        timeNs = NEVER;
        firstTimeNs = NEVER;
        elapsedNs = 0L;
        top = false;
        comparable = false;
        topChanged = false;
        midChanged = false;
        bid = 0.0;
        bidQuantity = 0.0;
        ask = 0.0;
        askQuantity = 0.0;
        mid = 0.0;
        spread = 0.0;
    }

    void onMarket(MarketView market, long eventTimeNs) {
        if (firstTimeNs == NEVER) {
            firstTimeNs = eventTimeNs;
            timeNs = eventTimeNs;
        }
        elapsedNs = eventTimeNs - timeNs;
        timeNs = eventTimeNs;
        for (int i = 0; i < decay.length; i++) {
            decay[i] = elapsedNs == 0 ? 1.0 : Decay.factor(elapsedNs, RATES[i]);
        }
        comparable = top && market.topValid;
        top = market.topValid;
        topChanged = market.topChanged;
        midChanged = false;
        if (topChanged) {
            onTopChanged(market);
        }
    }

    /** exp(-elapsed / window). */
    double decay(int window) {
        return decay[window];
    }

    /** The instrument has been observed for at least the window. */
    boolean warm(Window window) {
        return timeNs - firstTimeNs >= window.timeNs();
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, timeNs);
        hash = StateHash.add(hash, firstTimeNs);
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
    }
}
