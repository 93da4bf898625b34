package io.v11.engine.feature.regime;

import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * Whether the closes go somewhere or stay in a range. Needs the order of the closes, so it looks through the window anew
 * at every bar: a few dozen closes. Confined to the feature thread; allocates nothing after construction.
 */
final class TrendOrRange implements Measure {
    private static final int SIZE = 64;
    private static final int MASK = SIZE - 1;

    private final Scale scale;
    private final double lnWindow;
    private final double[] closes = new double[SIZE];
    private final double[] highs = new double[SIZE];
    private final double[] lows = new double[SIZE];
    private final double[] trueRanges = new double[SIZE];
    private long count;
    private double firstClose;
    private long historyHash;

    TrendOrRange(Scale scale) {
        if (scale.window() >= SIZE) {
            throw new IllegalArgumentException("window of " + scale.window() + " bars is too long for " + SIZE);
        }
        this.scale = scale;
        this.lnWindow = StrictMath.log(scale.window());
        reset();
    }

    @Override
    public List<Feature> outputs() {
        int n = scale.window();
        return List.of(scale.feature(scale.shortName("efficiency"), "ratio",
                "|c - c[" + n + "]| / sum |c - c[1]| over " + n + " moves", n, "Kaufman 1995"),
                scale.feature(scale.shortName("trend"), "ratio",
                        "R^2 of the straight line through " + n + " closes, with the sign of its slope", n,
                        Feature.OWN),
                scale.feature(scale.shortName("choppiness"), "ratio",
                        "ln(sum TR / (highest high - lowest low)) / ln n of n = " + n
                                + " bars, TR the true range: 0 trend, 1 range",
                        n, "Dreiss 1993"));
    }

    @Override
    public void onMove(BarMoves moves) {
        if (count == 0) {
            // The close that the first move began at: trueRange and move are relative to it.
            firstClose = moves.closeBefore;
        }
        int at = (int) count & MASK;
        closes[at] = moves.close;
        highs[at] = moves.high;
        lows[at] = moves.low;
        trueRanges[at] = moves.trueRange;
        count++;
        historyHash = StateHash.add(StateHash.add(historyHash, moves.close), moves.trueRange);
    }

    @Override
    public void write(FeatureVector held, int first) {
        int n = scale.window();
        boolean full = count >= n;
        if (!full) {
            held.invalidate(first);
            held.invalidate(first + 1);
            held.invalidate(first + 2);
            return;
        }
        held.set(first, efficiency(n));
        held.set(first + 1, trend(n));
        held.set(first + 2, choppiness(n));
    }

    private double close(int age) {
        return age == count ? firstClose : closes[(int) (count - 1 - age) & MASK];
    }

    private double efficiency(int n) {
        double path = 0.0;
        for (int age = 0; age < n; age++) {
            path += Math.abs(close(age) - close(age + 1));
        }
        return Math.abs(close(0) - close(n)) / path;
    }

    private double trend(int n) {
        double newest = close(0);
        double mean = 0.0;
        for (int age = 0; age < n; age++) {
            mean += close(age) - newest;
        }
        mean /= n;
        double squares = 0.0;
        double products = 0.0;
        for (int age = 0; age < n; age++) {
            double off = close(age) - newest - mean;
            squares += off * off;
            products += off * (0.5 * (n - 1) - age);
        }
        double times = n * ((double) n * n - 1.0) / 12.0;
        return products * Math.abs(products) / (times * squares);
    }

    private double choppiness(int n) {
        double highest = highs[(int) (count - 1) & MASK];
        double lowest = lows[(int) (count - 1) & MASK];
        double path = 0.0;
        for (int age = 0; age < n; age++) {
            int at = (int) (count - 1 - age) & MASK;
            highest = Math.max(highest, highs[at]);
            lowest = Math.min(lowest, lows[at]);
            path += trueRanges[at];
        }
        return StrictMath.log(path / (highest - lowest)) / lnWindow;
    }

    @Override
    public void reset() {
        count = 0L;
        firstClose = 0.0;
        historyHash = StateHash.start();
    }

    @Override
    public long stateHash(long start) {
        return StateHash.add(StateHash.add(start, historyHash), count);
    }
}
