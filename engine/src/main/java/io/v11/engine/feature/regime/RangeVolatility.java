package io.v11.engine.feature.regime;

import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.ml.FeatureVector;

/**
 * Volatility from open, high, low and close, which needs fewer bars than moves do: Parkinson (1980), Garman and Klass
 * (1980), Rogers and Satchell (1991, right under a drift), Yang and Zhang (2000, right under a drift and gaps); and how
 * much the volatility of single bars varies. Confined to the feature thread; allocates nothing after construction.
 */
final class RangeVolatility implements Measure {
    private static final int RANGES = 0;
    private static final int GARMAN_KLASS = 1;
    private static final int ROGERS_SATCHELL = 2;
    private static final int GAPS = 3;
    private static final int GAP_SQUARES = 4;
    private static final int BODIES = 5;
    private static final int BODY_SQUARES = 6;
    private static final int VOLATILITIES = 7;
    private static final double LN_2 = StrictMath.log(2.0);

    private final Scale scale;
    private final SlidingSums sums;
    private final double yangZhangWeight;

    RangeVolatility(Scale scale) {
        this.scale = scale;
        this.sums = new SlidingSums(scale.window(), 8);
        double n = scale.window();
        this.yangZhangWeight = 0.34 / (1.34 + (n + 1.0) / (n - 1.0));
    }

    @Override
    public List<Feature> outputs() {
        int n = scale.window();
        String mean = ", mean over " + n + " bars";
        return List.of(scale.feature(scale.shortName("parkinson") + "_bps", "bps/bar",
                "sqrt(ln(h / l)^2 / (4 ln 2))" + mean, n, "Parkinson 1980"),
                scale.feature(scale.shortName("garman_klass") + "_bps", "bps/bar",
                        "sqrt(G), G = ln(h / l)^2 / 2 - (2 ln 2 - 1) ln(c / o)^2" + mean, n,
                        "Garman and Klass 1980"),
                scale.feature(scale.shortName("rogers_satchell") + "_bps", "bps/bar",
                        "sqrt(R), R = ln(h / o) ln(h / c) + ln(l / o) ln(l / c)" + mean, n,
                        "Rogers and Satchell 1991"),
                scale.feature(scale.shortName("yang_zhang") + "_bps", "bps/bar",
                        "sqrt(var ln(o / c[1]) + k var ln(c / o) + (1 - k) R), k = 0.34 / (1.34 + (n + 1) / (n - 1)),"
                                + " n = " + n,
                        n, "Yang and Zhang 2000"),
                scale.feature(scale.shortName("vol_of_vol"), "ratio",
                        "deviation / mean of sqrt(G), the volatility of single bars, over " + n + " bars", n,
                        Feature.OWN));
    }

    @Override
    public void onMove(BarMoves moves) {
        double range = moves.up - moves.down;
        double garmanKlass = 0.5 * range * range - (2.0 * LN_2 - 1.0) * moves.body * moves.body;
        sums.next(moves.number);
        sums.set(RANGES, range * range);
        sums.set(GARMAN_KLASS, garmanKlass);
        sums.set(ROGERS_SATCHELL,
                moves.up * (moves.up - moves.body) + moves.down * (moves.down - moves.body));
        sums.set(GAPS, moves.gap);
        sums.set(GAP_SQUARES, moves.gap * moves.gap);
        sums.set(BODIES, moves.body);
        sums.set(BODY_SQUARES, moves.body * moves.body);
        // A close outside of high and low, which a venue should not give, could make it negative.
        sums.set(VOLATILITIES, Math.sqrt(Math.max(0.0, garmanKlass)));
    }

    @Override
    public void write(FeatureVector held, int first) {
        boolean full = sums.full();
        double rogersSatchell = sums.mean(ROGERS_SATCHELL);
        double yangZhang = variance(GAPS, GAP_SQUARES) + yangZhangWeight * variance(BODIES, BODY_SQUARES)
                + (1.0 - yangZhangWeight) * rogersSatchell;
        double mean = sums.mean(VOLATILITIES);
        double deviation = Math.sqrt(Math.max(0.0, sums.mean(GARMAN_KLASS) - mean * mean));
        int at = first;
        Output.set(held, at++, full, Math.sqrt(sums.mean(RANGES) / (4.0 * LN_2)) * Output.BPS);
        Output.set(held, at++, full, Math.sqrt(sums.mean(GARMAN_KLASS)) * Output.BPS);
        Output.set(held, at++, full, Math.sqrt(rogersSatchell) * Output.BPS);
        Output.set(held, at++, full, Math.sqrt(yangZhang) * Output.BPS);
        Output.set(held, at, full, deviation / mean);
    }

    /** Dividing by n - 1, as Yang and Zhang do. */
    private double variance(int values, int squares) {
        double mean = sums.mean(values);
        return Math.max(0.0, sums.sum(squares) - scale.window() * mean * mean) / (scale.window() - 1);
    }

    @Override
    public void reset() {
        sums.reset();
    }

    @Override
    public long stateHash(long start) {
        return sums.stateHash(start);
    }
}
