package io.v11.engine.feature.regime;

/**
 * Mean squared move of the short and the long window, and what the long one was before the newest move: a move is judged
 * by a measure that it has no part in. Shared by the measures that compare. Confined to the feature thread; allocates
 * nothing after construction.
 */
final class VolatilityLevels {
    private final SlidingSums shortSums;
    private final SlidingSums longSums;
    private double longBefore = Double.NaN;

    VolatilityLevels(Scale scale) {
        shortSums = new SlidingSums(scale.window(), 1);
        longSums = new SlidingSums(scale.longWindow(), 1);
    }

    /** To be called before the measures that read it. */
    void onMove(BarMoves moves) {
        longBefore = longSums.full() ? longSums.mean(0) : Double.NaN;
        double square = moves.move * moves.move;
        shortSums.next(moves.number);
        shortSums.set(0, square);
        longSums.next(moves.number);
        longSums.set(0, square);
    }

    boolean shortFull() {
        return shortSums.full();
    }

    boolean longFull() {
        return longSums.full();
    }

    double shortVariance() {
        return shortSums.mean(0);
    }

    double longVariance() {
        return longSums.mean(0);
    }

    /** NaN when the long window was not full. */
    double longVarianceBefore() {
        return longBefore;
    }

    void reset() {
        shortSums.reset();
        longSums.reset();
        longBefore = Double.NaN;
    }

    long stateHash(long start) {
        return longSums.stateHash(shortSums.stateHash(start));
    }
}
