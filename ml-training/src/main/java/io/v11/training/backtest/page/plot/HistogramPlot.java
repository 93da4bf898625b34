package io.v11.training.backtest.page.plot;

import java.util.Arrays;
import java.util.Locale;

import io.v11.training.page.Axis;
import io.v11.training.page.Svg;

/**
 * How often returns of each size came. The outer hundredth is gathered in the outermost bars, so that one day does not flatten
 * the rest.
 */
public final class HistogramPlot {
    private static final int LEFT = 52;
    private static final int RIGHT_MARGIN = 16;
    private static final int TOP = 14;
    private static final int BOTTOM_MARGIN = 36;
    private static final int BARS = 41;
    private static final double TAIL = 0.005;

    private HistogramPlot() {
    }

    /** @param word period of the returns, as "day"; empty text when there are none or all are equal */
    public static String draw(int width, int height, double[] returns, String word) {
        double[] sorted = returns.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return "";
        }
        double reach = Math.max(Math.abs(sorted[(int) (TAIL * (sorted.length - 1))]),
                Math.abs(sorted[(int) Math.ceil((1.0 - TAIL) * (sorted.length - 1))]));
        double half = reach > 0.0 ? reach : Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
        int[] counts = counts(returns, half);
        Svg svg = new Svg(width, height, "Histogram of returns per " + word);
        int bottom = height - BOTTOM_MARGIN;
        // Percent, or basis points where percents would all be zero.
        boolean small = half < 0.002;
        double unit = small ? 10_000.0 : 100.0;
        Axis x = Axis.of(-half * unit, half * unit, LEFT, width - RIGHT_MARGIN);
        Axis y = Axis.of(0.0, Arrays.stream(counts).max().orElse(1) * 1.05, bottom, TOP);
        x.drawVertical(svg, TOP, bottom);
        y.drawHorizontal(svg, LEFT, width - RIGHT_MARGIN);
        double bar = 2.0 * half / BARS;
        for (int i = 0; i < BARS; i++) {
            double from = -half + i * bar;
            double left = x.at(from * unit);
            svg.rectangle(from + bar / 2 < -1e-15 ? "dot" : "bar", left + 0.5, y.at(counts[i]),
                    x.at((from + bar) * unit) - left - 1, bottom - y.at(counts[i]),
                    counts[i] == 0
                            ? ""
                            : String.format(Locale.ROOT, "%,d from %.4f to %.4f %%", counts[i], 100 * from,
                                    100 * (from + bar)));
        }
        svg.text("tick mid", (LEFT + width) / 2.0, height - 4,
                "return per " + word + (small ? ", basis points" : ", %"));
        return svg.toString();
    }

    private static int[] counts(double[] returns, double half) {
        int[] counts = new int[BARS];
        for (double value : returns) {
            int bar = (int) Math.floor((value + half) / (2.0 * half) * BARS);
            counts[Math.clamp(bar, 0, BARS - 1)]++;
        }
        return counts;
    }
}
