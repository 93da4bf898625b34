package io.v11.engine.feature.bar.candle;

import java.util.List;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.Memory;
import io.v11.engine.feature.bar.WindowIndicator;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * The newest bar as a Japanese candle: body and wicks as parts of the range, gap from the close before, and how many
 * bars have closed the same way in a row, at most {@link #LONGEST_RUN}. Body and wicks are not defined without a range.
 * Confined to the feature thread; allocates nothing.
 */
public final class CandleShape implements WindowIndicator {
    /** A run is not counted any further: what is older is to be forgotten. */
    static final int LONGEST_RUN = 20;

    @Override
    public List<Feature> outputs(BarLength length) {
        Settling settling = Memory.ofWindow(length, 1);
        return List.of(
                new Feature("candle_body", "-1..1", "(c - o) / (h - l)", "a bar with a range").from("Nison 1991")
                        .settles(settling),
                new Feature("candle_upper_wick", "ratio", "(h - max(o, c)) / (h - l)", "a bar with a range")
                        .from("Nison 1991").settles(settling),
                new Feature("candle_lower_wick", "ratio", "(min(o, c) - l) / (h - l)", "a bar with a range")
                        .from("Nison 1991").settles(settling),
                new Feature("candle_gap_bps", "bps", "o / c[1] - 1", "2 bars").from("Nison 1991")
                        .settles(Memory.ofWindow(length, 2)),
                new Feature("close_run", "bars",
                        "closes above (positive) or below the one before, in a row, at most " + LONGEST_RUN,
                        LONGEST_RUN + 1 + " bars").from("Connors and Alvarez 2012, shortened")
                        .settles(Memory.ofWindow(length, LONGEST_RUN + 1)));
    }

    @Override
    public void write(FeatureVector held, int first, BarHistory bars) {
        double open = bars.open(0);
        double close = bars.close(0);
        double high = bars.high(0);
        double low = bars.low(0);
        double range = high - low;
        held.set(first, (close - open) / range);
        held.set(first + 1, (high - Math.max(open, close)) / range);
        held.set(first + 2, (Math.min(open, close) - low) / range);
        boolean two = bars.count() > 1;
        Output.set(held, first + 3, two, two ? (open / bars.close(1) - 1.0) * Output.BPS : Double.NaN);
        boolean enough = bars.count() > LONGEST_RUN;
        Output.set(held, first + 4, enough, enough ? run(bars) : Double.NaN);
    }

    private static double run(BarHistory bars) {
        double way = Math.signum(bars.close(0) - bars.close(1));
        int run = 0;
        while (run < LONGEST_RUN && Math.signum(bars.close(run) - bars.close(run + 1)) == way) {
            run++;
        }
        return way * run;
    }
}
