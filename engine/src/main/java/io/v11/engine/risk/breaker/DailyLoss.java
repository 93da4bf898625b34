package io.v11.engine.risk.breaker;

import io.v11.config.FixedPoint;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.ledger.Notional;
import io.v11.engine.slot.StateHash;

/** The loss since the beginning of the UTC day of event time, measured from the equity that the day before left. */
final class DailyLoss {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long NO_DAY = Long.MIN_VALUE;

    private final long fractionE8;
    private long day = NO_DAY;
    private long startE8;
    private long lastE8;

    DailyLoss(RiskLimits limits) {
        fractionE8 = FixedPoint.ofDouble(limits.breakers().dailyLossFraction());
        lastE8 = limits.startingCapital().e8();
    }

    /** Takes the time of an event; true when it is the first of a day. */
    boolean begins(long timeNs) {
        long today = Math.floorDiv(timeNs, DAY_NS);
        if (today == day) {
            return false;
        }
        day = today;
        startE8 = lastE8;
        return true;
    }

    boolean reached(long equityE8) {
        lastE8 = equityE8;
        return fractionE8 > 0 && equityE8 <= startE8 - Notional.share(startE8, fractionE8);
    }

    /** A person resumed: the loss counts from here. */
    void accept(long equityE8) {
        startE8 = equityE8;
    }

    long addTo(long hash) {
        return StateHash.add(StateHash.add(StateHash.add(hash, day), startE8), lastE8);
    }
}
