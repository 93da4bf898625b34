package io.v11.engine.risk.ledger;

import java.util.Arrays;

import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * The last known price of every instrument (the mid or, where the feed has bars only, the last close), how wide its book is, when
 * the price was last told anew, and whether its feed is alive. Event time.
 */
public final class ReferencePrices {
    private final long[] priceTwiceE8;
    private final long[] spreadE8;
    private final long[] changedNs;
    private final boolean[] known;
    private final boolean[] valid;
    private final boolean[] lost;

    public ReferencePrices(int instruments) {
        priceTwiceE8 = new long[instruments];
        spreadE8 = new long[instruments];
        changedNs = new long[instruments];
        known = new boolean[instruments];
        valid = new boolean[instruments];
        lost = new boolean[instruments];
    }

    /** Takes the market of an event. A price that is told anew also shows that the feed is back. */
    public void onMarket(int instrument, MarketView market, long timeNs) {
        valid[instrument] = market.priced();
        if (!market.priced()) {
            return;
        }
        boolean fresh = market.topValid ? market.topChanged : market.closedBars != 0;
        if (fresh || !known[instrument]) {
            changedNs[instrument] = timeNs;
            lost[instrument] = false;
        }
        known[instrument] = true;
        priceTwiceE8[instrument] = market.priceTwiceE8();
        spreadE8[instrument] = market.topValid ? market.askPriceE8 - market.bidPriceE8 : 0L;
    }

    /** @param instrument -1: the feeds of all instruments */
    public void onFeed(int instrument, boolean connected) {
        if (instrument < 0) {
            Arrays.fill(lost, !connected);
        } else {
            lost[instrument] = !connected;
        }
    }

    /** There has been a price at some time. */
    public boolean known(int instrument) {
        return known[instrument];
    }

    /** There is a price now. */
    public boolean valid(int instrument) {
        return valid[instrument];
    }

    /** The edge has lost the feed and no price has come since. */
    public boolean lost(int instrument) {
        return lost[instrument];
    }

    /** Exact where the mid itself would need half a unit; 0 while none is known. */
    public long priceTwiceE8(int instrument) {
        return priceTwiceE8[instrument];
    }

    /** Ask less bid; 0 where there is no book. */
    public long spreadE8(int instrument) {
        return spreadE8[instrument];
    }

    /** Time since the price was last told anew; negative when the clock went back. */
    public long ageNs(int instrument, long nowNs) {
        return nowNs - changedNs[instrument];
    }

    public long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < known.length; i++) {
            result = StateHash.add(StateHash.add(result, priceTwiceE8[i]), changedNs[i]);
            result = StateHash.add(StateHash.add(result, known[i]), valid[i]);
            result = StateHash.add(StateHash.add(result, lost[i]), spreadE8[i]);
        }
        return result;
    }
}
