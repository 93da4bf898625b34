package io.v11.engine.risk;

import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/** The last known mid of every instrument and when the top of its book last changed, event time. */
final class ReferencePrices {
    private final long[] midTwiceE8;
    private final long[] changedNs;
    private final boolean[] known;
    private final boolean[] valid;

    ReferencePrices(int instruments) {
        midTwiceE8 = new long[instruments];
        changedNs = new long[instruments];
        known = new boolean[instruments];
        valid = new boolean[instruments];
    }

    void onMarket(int instrument, MarketView market, long timeNs) {
        valid[instrument] = market.topValid;
        if (!market.topValid) {
            return;
        }
        if (market.topChanged || !known[instrument]) {
            changedNs[instrument] = timeNs;
        }
        known[instrument] = true;
        midTwiceE8[instrument] = market.midTwiceE8();
    }

    /** There has been a valid top at some time. */
    boolean known(int instrument) {
        return known[instrument];
    }

    /** The top is valid now. */
    boolean valid(int instrument) {
        return valid[instrument];
    }

    long midTwiceE8(int instrument) {
        return midTwiceE8[instrument];
    }

    /** Time since the top last changed; negative when the clock went back. */
    long ageNs(int instrument, long nowNs) {
        return nowNs - changedNs[instrument];
    }

    long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < known.length; i++) {
            result = StateHash.add(StateHash.add(result, midTwiceE8[i]), changedNs[i]);
            result = StateHash.add(StateHash.add(result, known[i]), valid[i]);
        }
        return result;
    }
}
