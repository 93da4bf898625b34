package io.v11.engine.feature.regime;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * The newest bar of an unbroken series as natural logarithms, and the two moves before it. A move leads from the close
 * before to this close, so the first bar of a series has none. Prices in units. Confined to the feature thread;
 * allocates nothing after construction.
 */
final class BarMoves {
    /** Bar number since the epoch. */
    long number;
    /** Moves in the series. */
    long count;
    /** ln(close / close before): the move. */
    double move;
    /** The move before; 0 when there was none. */
    double moveBefore;
    /** The one before that; 0 when there was none. */
    double moveBeforeThat;
    /** ln(open / close before). */
    double gap;
    /** ln(high / open), not below 0. */
    double up;
    /** ln(low / open), not above 0. */
    double down;
    /** ln(close / open). */
    double body;
    double high;
    double low;
    double close;
    double closeBefore;
    /** max(high, close before) - min(low, close before). */
    double trueRange;
    private boolean begun;

    void reset() {
        begun = false;
        number = 0L;
        count = 0L;
        move = 0.0;
        moveBefore = 0.0;
        moveBeforeThat = 0.0;
        gap = 0.0;
        up = 0.0;
        down = 0.0;
        body = 0.0;
        high = 0.0;
        low = 0.0;
        close = 0.0;
        closeBefore = 0.0;
        trueRange = 0.0;
    }

    /** There is a bar that the next one can follow. */
    boolean begun() {
        return begun;
    }

    /** Begins a series that knows one close only. */
    void begin(long barNumber, double firstClose) {
        reset();
        begun = true;
        number = barNumber;
        close = firstClose;
        high = firstClose;
        low = firstClose;
    }

    /** The bar after the one before; all its prices are above 0. */
    void follow(MarketView.Bar bar) {
        double open = FixedPoint.toDouble(bar.openE8);
        double before = close;
        closeBefore = before;
        high = FixedPoint.toDouble(bar.highE8);
        low = FixedPoint.toDouble(bar.lowE8);
        close = FixedPoint.toDouble(bar.closeE8);
        next(StrictMath.log(close / before));
        gap = StrictMath.log(open / before);
        up = StrictMath.log(high / open);
        down = StrictMath.log(low / open);
        body = StrictMath.log(close / open);
        trueRange = Math.max(high, before) - Math.min(low, before);
    }

    /** A bar without a trade. */
    void followFlat() {
        next(0.0);
        closeBefore = close;
        gap = 0.0;
        up = 0.0;
        down = 0.0;
        body = 0.0;
        high = close;
        low = close;
        trueRange = 0.0;
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, begun);
        hash = StateHash.add(hash, number);
        hash = StateHash.add(hash, count);
        hash = StateHash.add(hash, close);
        hash = StateHash.add(hash, move);
        return StateHash.add(hash, moveBefore);
    }

    private void next(double newMove) {
        number++;
        count++;
        moveBeforeThat = moveBefore;
        moveBefore = move;
        move = newMove;
    }
}
