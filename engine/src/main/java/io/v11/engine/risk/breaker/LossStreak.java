package io.v11.engine.risk.breaker;

import io.v11.engine.slot.StateHash;

/** Losing round trips in a row, all instruments together; one that broke even is no loss. */
final class LossStreak {
    private final int limit;
    private int losses;

    /** @param limit losses that are too many; 0: none are */
    LossStreak(int limit) {
        this.limit = limit;
    }

    void onTrip(long profitE8) {
        losses = profitE8 < 0 ? losses + 1 : 0;
    }

    boolean reached() {
        return limit > 0 && losses >= limit;
    }

    void accept() {
        losses = 0;
    }

    long addTo(long hash) {
        return StateHash.add(hash, losses);
    }
}
