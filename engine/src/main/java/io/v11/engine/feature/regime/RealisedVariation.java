package io.v11.engine.feature.regime;

import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.ml.FeatureVector;

/**
 * Volatility from the moves themselves: in all, without the jumps, upwards and downwards, and whether a jump was among
 * them. Bipower variation (Barndorff-Nielsen and Shephard 2004) multiplies neighbouring moves and so hardly sees a single
 * jump; the test is the ratio form of Huang and Tauchen (2005) with tripower quarticity. Confined to the feature thread;
 * allocates nothing after construction.
 */
final class RealisedVariation implements Measure {
    private static final int SQUARES = 0;
    private static final int UP_SQUARES = 1;
    private static final int DOWN_SQUARES = 2;
    private static final int PAIRS = 3;
    private static final int TRIPLES = 4;
    /** 1 / (E|Z|)^2 for a standard normal Z. */
    private static final double BIPOWER = Math.PI / 2.0;
    /** E|Z|^(4/3) = 2^(2/3) gamma(7/6) / gamma(1/2). */
    private static final double TRIPOWER_MEAN = StrictMath.cbrt(4.0) * 0.9277193336300392 / StrictMath.sqrt(Math.PI);
    private static final double TRIPOWER = 1.0 / (TRIPOWER_MEAN * TRIPOWER_MEAN * TRIPOWER_MEAN);
    private static final double RATIO_VARIANCE = Math.PI * Math.PI / 4.0 + Math.PI - 5.0;
    /** 99.9 % of a standard normal distribution. */
    private static final double JUMP_Z = 3.0902;

    private final Scale scale;
    private final SlidingSums sums;
    private long count;

    RealisedVariation(Scale scale) {
        this.scale = scale;
        this.sums = new SlidingSums(scale.window(), 5);
    }

    @Override
    public List<Feature> outputs() {
        int n = scale.window();
        String over = "over " + n + " moves r = ln(c / c[1])";
        String shephard = "Barndorff-Nielsen and Shephard 2004";
        return List.of(scale.feature(scale.shortName("rv") + "_bps", "bps/bar", "RV = sqrt(mean r^2) " + over, n,
                "Andersen and Bollerslev 1998"),
                scale.feature(scale.shortName("up_volatility") + "_bps", "bps/bar",
                        "sqrt(mean r^2 [r > 0]) " + over, n, "Barndorff-Nielsen, Kinnebrock and Shephard 2010"),
                scale.feature(scale.shortName("down_volatility") + "_bps", "bps/bar",
                        "sqrt(mean r^2 [r < 0]) " + over, n, "Barndorff-Nielsen, Kinnebrock and Shephard 2010"),
                scale.feature(scale.shortName("signed_variation"), "ratio",
                        "(sum r^2 [r > 0] - sum r^2 [r < 0]) / sum r^2 " + over, n, "Patton and Sheppard 2015"),
                scale.feature(scale.shortName("bipower") + "_bps", "bps/bar",
                        "BV = sqrt(pi / 2 mean |r||r[1]|) " + over, n + 2, shephard),
                scale.feature(scale.shortName("jump_share"), "ratio", "max(0, 1 - BV^2 / RV^2) " + over, n + 2,
                        shephard),
                scale.feature(scale.shortName("jump_z"), "z",
                        "(1 - BV^2 / RV^2) / sqrt((pi^2 / 4 + pi - 5) / n max(1, TQ / BV^4)), TQ = mean"
                                + " |r r[1] r[2]|^(4/3) / 0.8309^3, " + over,
                        n + 2, "Huang and Tauchen 2005"),
                scale.feature(scale.shortName("jump"), "flag",
                        "1 when " + scale.shortName("jump_z") + " > 3.09 (1 in 1,000), else 0", n + 2,
                        shephard));
    }

    @Override
    public void onMove(BarMoves moves) {
        double r = moves.move;
        double square = r * r;
        double pair = Math.abs(r * moves.moveBefore);
        sums.next(moves.number);
        sums.set(SQUARES, square);
        sums.set(UP_SQUARES, r > 0.0 ? square : 0.0);
        sums.set(DOWN_SQUARES, r < 0.0 ? square : 0.0);
        sums.set(PAIRS, pair);
        double root = StrictMath.cbrt(pair * Math.abs(moves.moveBeforeThat));
        sums.set(TRIPLES, root * root * root * root);
        count = moves.count;
    }

    @Override
    public void write(FeatureVector held, int first) {
        boolean full = sums.full();
        boolean triples = count >= scale.window() + 2;
        double variance = sums.mean(SQUARES);
        double up = sums.mean(UP_SQUARES);
        double down = sums.mean(DOWN_SQUARES);
        double bipower = BIPOWER * sums.mean(PAIRS);
        double jumps = 1.0 - bipower / variance;
        double quarticity = TRIPOWER * sums.mean(TRIPLES) / (bipower * bipower);
        double z = jumps / Math.sqrt(RATIO_VARIANCE / scale.window() * Math.max(1.0, quarticity));
        int at = first;
        Output.set(held, at++, full, Math.sqrt(variance) * Output.BPS);
        Output.set(held, at++, full, Math.sqrt(up) * Output.BPS);
        Output.set(held, at++, full, Math.sqrt(down) * Output.BPS);
        Output.set(held, at++, full, (up - down) / variance);
        Output.set(held, at++, triples, Math.sqrt(bipower) * Output.BPS);
        Output.set(held, at++, triples, Math.max(0.0, jumps));
        Output.set(held, at++, triples, z);
        Output.set(held, at, triples, z != z ? Double.NaN : z > JUMP_Z ? 1.0 : 0.0);
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
