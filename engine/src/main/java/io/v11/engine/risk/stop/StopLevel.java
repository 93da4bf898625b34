package io.v11.engine.risk.stop;

import io.v11.config.RiskLimits;
import io.v11.engine.slot.StateHash;

/**
 * Where the stop of one instrument's position lies.
 *
 * <pre>
 *   FIXED      entry -/+ distance, set once
 *   TRAILING   best price since the entry -/+ distance, moved in the position's favour only
 * </pre>
 *
 * A position that ends or turns round begins anew. While the distance is not known there is no level. Prices E8, rounded to the tick
 * away from the position.
 */
final class StopLevel {
    private final RiskLimits.Stop.Mode mode;
    private final long tickE8;
    private int direction;
    private long bestE8;
    private long levelE8;

    StopLevel(RiskLimits.Stop.Mode mode, long tickE8) {
        this.mode = mode;
        this.tickE8 = tickE8;
    }

    /** @param priceE8 reference price now; 0 when there is none */
    void onEvent(long positionE8, long entryPriceE8, long priceE8, StopDistance distance) {
        if (Long.signum(positionE8) != direction) {
            direction = Long.signum(positionE8);
            bestE8 = entryPriceE8;
            levelE8 = 0L;
        }
        if (direction == 0 || mode == RiskLimits.Stop.Mode.NONE) {
            return;
        }
        if (priceE8 > 0 && direction * (priceE8 - bestE8) > 0) {
            bestE8 = priceE8;
        }
        if (distance.known() && (levelE8 == 0 || mode == RiskLimits.Stop.Mode.TRAILING)) {
            move(mode == RiskLimits.Stop.Mode.TRAILING ? bestE8 : entryPriceE8, distance.distanceE8());
        }
    }

    /** 0 while there is none. */
    long levelE8() {
        return levelE8;
    }

    /** The price has gone through the level. */
    boolean passed(long priceE8) {
        return levelE8 > 0 && priceE8 > 0 && direction * (priceE8 - levelE8) <= 0;
    }

    long addTo(long hash) {
        return StateHash.add(StateHash.add(StateHash.add(hash, direction), bestE8), levelE8);
    }

    private void move(long anchorE8, double distanceE8) {
        double exactE8 = anchorE8 - direction * distanceE8;
        long ticks = (long) (direction > 0 ? Math.floor(exactE8 / tickE8) : Math.ceil(exactE8 / tickE8));
        long candidateE8 = Math.max(1L, ticks) * tickE8;
        if (levelE8 == 0 || direction * (candidateE8 - levelE8) > 0) {
            levelE8 = candidateE8;
        }
    }
}
