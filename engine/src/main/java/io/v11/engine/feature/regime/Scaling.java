package io.v11.engine.feature.regime;

import java.util.Arrays;
import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.ml.FeatureVector;

/**
 * How the size of moves grows with their span: the Hurst exponent as half the slope of ln mean(move over k bars)^2 against
 * ln k (Mandelbrot and van Ness 1968), and the variance ratio of Lo and MacKinlay (1988) with their corrections for bias.
 * Trends give an exponent above 1/2 and a ratio above 1, reversion the opposite. Confined to the feature thread; allocates
 * nothing after construction.
 */
final class Scaling implements Measure {
    private static final int SPANS = 16;
    private static final int MOVES = 0;
    /** Squared moves over 1, 2, 8, 16 bars; 4 is the middle of the line and does not bear on its slope. */
    private static final int SQUARES_1 = 1;
    private static final int SQUARES_2 = 2;
    private static final int SQUARES_8 = 3;
    private static final int SQUARES_16 = 4;
    private static final double LN_2 = StrictMath.log(2.0);

    private final Scale scale;
    private final SlidingSums sums;
    private final SlidingSums fours;
    private final SlidingSums sixteens;
    private final double[] moves = new double[SPANS];
    private long count;

    Scaling(Scale scale) {
        this.scale = scale;
        this.sums = new SlidingSums(scale.longWindow(), 5);
        this.fours = new SlidingSums(scale.longWindow() - 3, 2);
        this.sixteens = new SlidingSums(scale.longWindow() - 15, 2);
    }

    @Override
    public List<Feature> outputs() {
        int n = scale.longWindow();
        return List.of(scale.feature(scale.longName("hurst"), "exponent",
                "half the slope of ln M(k) on ln k = ln 1, 2, 4, 8, 16, M(k) = mean ln(c / c[k])^2 over " + n + " bars",
                n + SPANS - 1, "Mandelbrot and van Ness 1968"),
                scale.feature(scale.longName("variance_ratio_4"), "ratio", ratioFormula(4), n, "Lo and MacKinlay 1988"),
                scale.feature(scale.longName("variance_ratio_16"), "ratio", ratioFormula(16), n,
                        "Lo and MacKinlay 1988"));
    }

    private String ratioFormula(int q) {
        return "var ln(c / c[" + q + "]) / (" + q + " var ln(c / c[1])) over " + scale.longWindow()
                + " moves, overlapping, both unbiased";
    }

    @Override
    public void onMove(BarMoves bar) {
        System.arraycopy(moves, 0, moves, 1, SPANS - 1);
        moves[0] = bar.move;
        double two = moves[0] + moves[1];
        double four = two + (moves[2] + moves[3]);
        double eight = four + (moves[4] + moves[5] + moves[6] + moves[7]);
        double sixteen = eight;
        for (int age = 8; age < SPANS; age++) {
            sixteen += moves[age];
        }
        sums.next(bar.number);
        sums.set(MOVES, bar.move);
        sums.set(SQUARES_1, bar.move * bar.move);
        sums.set(SQUARES_2, two * two);
        sums.set(SQUARES_8, eight * eight);
        sums.set(SQUARES_16, sixteen * sixteen);
        add(fours, bar.number, four);
        add(sixteens, bar.number, sixteen);
        count = bar.count;
    }

    private static void add(SlidingSums to, long number, double value) {
        to.next(number);
        to.set(0, value);
        to.set(1, value * value);
    }

    @Override
    public void write(FeatureVector held, int first) {
        boolean full = sums.full();
        double slope = (2.0 * (ln(SQUARES_16) - ln(SQUARES_1)) + (ln(SQUARES_8) - ln(SQUARES_2))) / (10.0 * LN_2);
        Output.set(held, first, count >= scale.longWindow() + SPANS - 1, 0.5 * slope);
        Output.set(held, first + 1, full, ratio(fours, 4));
        Output.set(held, first + 2, full, ratio(sixteens, 16));
    }

    private double ln(int channel) {
        return StrictMath.log(sums.mean(channel));
    }

    /** Lo and MacKinlay's overlapping estimator: of n moves, n - q + 1 of span q. */
    private double ratio(SlidingSums spans, int q) {
        double n = scale.longWindow();
        double mean = sums.mean(MOVES);
        double variance = (sums.sum(SQUARES_1) - n * mean * mean) / (n - 1.0);
        double spanMean = q * mean;
        double squares = spans.sum(1) - 2.0 * spanMean * spans.sum(0) + (n - q + 1.0) * spanMean * spanMean;
        return squares / (q * (n - q + 1.0) * (1.0 - q / n)) / variance;
    }

    @Override
    public void reset() {
        sums.reset();
        fours.reset();
        sixteens.reset();
        Arrays.fill(moves, 0.0);
        count = 0L;
    }

    @Override
    public long stateHash(long start) {
        // The others take the same moves.
        return sums.stateHash(start);
    }
}
