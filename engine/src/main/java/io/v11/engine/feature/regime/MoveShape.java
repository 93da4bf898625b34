package io.v11.engine.feature.regime;

import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.ml.FeatureVector;

/**
 * The distribution of the moves and their memory of the move before: skewness and kurtosis around zero (Amaya,
 * Christoffersen, Jacobs and Vasquez 2015), autocorrelation of the moves and of their sizes. Confined to the feature
 * thread; allocates nothing after construction.
 */
final class MoveShape implements Measure {
    private static final int MOVES = 0;
    private static final int SQUARES = 1;
    private static final int CUBES = 2;
    private static final int FOURTHS = 3;
    private static final int SIZES = 4;
    private static final int BEFORE = 5;
    private static final int BEFORE_SQUARES = 6;
    private static final int BEFORE_SIZES = 7;
    private static final int PAIRS = 8;
    private static final int SIZE_PAIRS = 9;

    private final Scale scale;
    private final SlidingSums sums;
    private long count;

    MoveShape(Scale scale) {
        this.scale = scale;
        this.sums = new SlidingSums(scale.window(), 10);
    }

    @Override
    public List<Feature> outputs() {
        int n = scale.window();
        String over = " over " + n + " moves r = ln(c / c[1])";
        return List.of(scale.feature(scale.shortName("skewness"), "ratio", "mean r^3 / (mean r^2)^1.5" + over, n,
                "Amaya et al. 2015"),
                scale.feature(scale.shortName("kurtosis"), "ratio", "mean r^4 / (mean r^2)^2" + over, n,
                        "Amaya et al. 2015"),
                scale.feature(scale.shortName("autocorrelation"), "ratio", "correlation of r with r[1]" + over, n + 1,
                        "Box and Jenkins 1970"),
                scale.feature(scale.shortName("size_autocorrelation"), "ratio", "correlation of |r| with |r[1]|" + over,
                        n + 1, "Ding, Granger and Engle 1993"));
    }

    @Override
    public void onMove(BarMoves moves) {
        double r = moves.move;
        double before = moves.moveBefore;
        double square = r * r;
        sums.next(moves.number);
        sums.set(MOVES, r);
        sums.set(SQUARES, square);
        sums.set(CUBES, square * r);
        sums.set(FOURTHS, square * square);
        sums.set(SIZES, Math.abs(r));
        sums.set(BEFORE, before);
        sums.set(BEFORE_SQUARES, before * before);
        sums.set(BEFORE_SIZES, Math.abs(before));
        sums.set(PAIRS, r * before);
        sums.set(SIZE_PAIRS, Math.abs(r * before));
        count = moves.count;
    }

    @Override
    public void write(FeatureVector held, int first) {
        boolean full = sums.full();
        boolean pairs = count >= scale.window() + 1;
        double variance = sums.mean(SQUARES);
        Output.set(held, first, full, sums.mean(CUBES) / (variance * Math.sqrt(variance)));
        Output.set(held, first + 1, full, sums.mean(FOURTHS) / (variance * variance));
        Output.set(held, first + 2, pairs, correlation(PAIRS, MOVES, BEFORE));
        Output.set(held, first + 3, pairs, correlation(SIZE_PAIRS, SIZES, BEFORE_SIZES));
    }

    private double correlation(int pairs, int values, int before) {
        double mean = sums.mean(values);
        double meanBefore = sums.mean(before);
        double variance = sums.mean(SQUARES) - mean * mean;
        double varianceBefore = sums.mean(BEFORE_SQUARES) - meanBefore * meanBefore;
        return (sums.mean(pairs) - mean * meanBefore) / Math.sqrt(variance * varianceBefore);
    }

    @Override
    public void reset() {
        sums.reset();
        count = 0L;
    }

    @Override
    public long stateHash(long start) {
        return sums.stateHash(start);
    }
}
