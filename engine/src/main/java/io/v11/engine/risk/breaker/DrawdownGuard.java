package io.v11.engine.risk.breaker;

import io.v11.config.FixedPoint;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.ledger.Notional;
import io.v11.engine.slot.StateHash;

/**
 * Compares the fall of equity from its peak with two thresholds, and says how much may be held so that a gap would not pass the
 * harder one.
 *
 * <pre>
 *   closing value = equity - gross x slippage reserve
 *   hard          : closing value &lt;= floor,  floor = peak x (1 - maximum drawdown)
 *   soft          : closing value &lt;= peak x (1 - soft drawdown)
 *   maximum gross = (equity - floor) / gap
 * </pre>
 *
 * The last line is the rule of constant proportion portfolio insurance (Black and Perold 1992) with the multiplier 1 / gap.
 * Keeps a peak of its own, because a person who resumes after a halt accepts the loss so far: from then on the fall counts from the
 * equity of that moment. A soft fall that was resumed keeps the peak, so the hard threshold stays where it is, and does not fire
 * again before the closing value has been above its threshold. Floors are rounded up.
 */
public final class DrawdownGuard {
    private static final double BPS = 10_000.0;

    private final long hardE8;
    private final long softE8;
    private final long reserveE8;
    private final double gap;
    private long peakE8;
    private boolean softAccepted;

    public DrawdownGuard(RiskLimits limits) {
        hardE8 = FixedPoint.ofDouble(limits.breakers().maximumDrawdownFraction());
        softE8 = FixedPoint.ofDouble(limits.breakers().softDrawdownFraction());
        reserveE8 = FixedPoint.ofDouble(limits.breakers().slippageReserveBps() / BPS);
        gap = limits.breakers().gapBps() / BPS;
        peakE8 = limits.startingCapital().e8();
    }

    void onEquity(long equityE8) {
        peakE8 = Math.max(peakE8, equityE8);
    }

    boolean hard(long equityE8, long grossE8) {
        return equityE8 <= 0 || closingE8(equityE8, grossE8) <= floorE8(hardE8);
    }

    boolean soft(long equityE8, long grossE8) {
        boolean fallen = softE8 > 0 && closingE8(equityE8, grossE8) <= floorE8(softE8);
        softAccepted &= fallen;
        return fallen && !softAccepted;
    }

    /** Gross notional that may be held; the largest long when no gap is configured. */
    public long maximumGrossE8(long equityE8) {
        if (gap == 0.0) {
            return Long.MAX_VALUE;
        }
        long roomE8 = equityE8 - floorE8(hardE8);
        return roomE8 <= 0 ? 0L : (long) (roomE8 / gap);
    }

    /** A person resumed after a halt. */
    void accept(long equityE8) {
        peakE8 = equityE8;
    }

    /** A person resumed after a soft fall. */
    void acceptSoft() {
        softAccepted = true;
    }

    long addTo(long hash) {
        return StateHash.add(StateHash.add(hash, peakE8), softAccepted);
    }

    private long closingE8(long equityE8, long grossE8) {
        // Rounded up by one unit: the reserve is never understated.
        return reserveE8 == 0 || grossE8 == 0 ? equityE8 : equityE8 - Notional.share(grossE8, reserveE8) - 1;
    }

    private long floorE8(long fractionE8) {
        return peakE8 - Notional.share(peakE8, fractionE8);
    }
}
