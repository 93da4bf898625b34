package io.v11.training.report.page;

import java.util.List;

import io.v11.training.page.Axis;
import io.v11.training.page.Figures;
import io.v11.training.page.Svg;
import io.v11.training.report.JudgedAccuracy;

/**
 * Accuracies as bars, each with the majority class (grey line) and the best one-feature rule (orange, dashed) of its own rows across it,
 * and rows and coverage in the hint.
 */
final class AccuracyPlot {
    private static final int HEIGHT = 200;
    private static final int BOTTOM = 170;
    private static final int LEFT = 44;
    private static final double LOWEST = 0.4;

    /** A bar. @param label under it  @param words in the hint */
    record Bar(String label, String words, JudgedAccuracy accuracy) {
    }

    private AccuracyPlot() {
    }

    static String draw(String title, String under, List<Bar> bars, int barWidth) {
        int width = LEFT + bars.size() * barWidth + 10;
        Svg svg = new Svg(width, HEIGHT, title);
        Axis y = Axis.of(100.0 * LOWEST, 100.0, BOTTOM, 10);
        y.drawHorizontal(svg, LEFT, width - 10.0);
        for (int i = 0; i < bars.size(); i++) {
            double x = LEFT + i * (double) barWidth;
            Bar bar = bars.get(i);
            bar.accuracy().with((accuracy, majority, rule, coverage, rows) -> {
                String hint = bar.words() + ": " + Figures.percent(accuracy) + "; majority " + Figures.percent(majority)
                        + ", best rule " + Figures.percent(rule) + ", coverage " + Figures.percent(coverage) + ", "
                        + rows
                        + " rows";
                svg.rectangle(accuracy > Math.max(majority, rule) ? "bar" : "dull", x + 4, y.at(100.0 * accuracy),
                        barWidth - 8, BOTTOM - y.at(100.0 * accuracy), hint);
                svg.line("majority", x + 1, y.at(100.0 * majority), x + barWidth - 1, y.at(100.0 * majority));
                return svg.line("rule", x + 1, y.at(100.0 * rule), x + barWidth - 1, y.at(100.0 * rule));
            });
            svg.text("tick mid", x + barWidth / 2.0, BOTTOM + 14, bar.label());
        }
        svg.text("tick mid", (LEFT + width) / 2.0, HEIGHT - 2, under);
        return svg.toString();
    }
}
