package io.v11.training.backtest.page;

import java.util.ArrayList;
import java.util.List;

import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.page.plot.Line;
import io.v11.training.backtest.page.plot.LinePlot;
import io.v11.training.performance.EquityCurve;

/** Equity of all runs, linear and logarithmic, and how far each is below its peak. */
final class EquitySection {
    static final int WIDTH = 1320;
    private static final int HEIGHT = 360;
    private static final int LOW = 240;
    private static final double LIMIT = -8.0;
    private static final double PERCENT = 100.0;

    private EquitySection() {
    }

    static void write(BacktestReport report, Html page) {
        page.heading("Equity");
        List<Line> changes = new ArrayList<>();
        List<Line> levels = new ArrayList<>();
        List<Line> falls = new ArrayList<>();
        boolean lost = false;
        for (int i = 0; i < report.runs().size(); i++) {
            Comparison run = report.runs().get(i);
            EquityCurve curve = run.curve();
            lost |= curve.equity(curve.points() - 1) <= 0.0;
            String style = style(i);
            changes.add(new Line(run.name(), style, times(curve), relative(curve, PERCENT, -PERCENT)));
            levels.add(new Line(run.name(), style, times(curve), relative(curve, PERCENT, 0.0)));
            falls.add(new Line(run.name(), style, times(curve), falls(curve)));
        }
        String linear = new LinePlot(WIDTH, HEIGHT, "Return since the start", "%", changes).draw();
        String caption = "Return since the start, after all costs, open positions at the market's price.";
        if (lost) {
            page.figure(linear, caption);
        } else {
            page.markup(
                    "<div class=\"switch\"><input type=\"radio\" name=\"scale\" id=\"scale-lin\" checked=\"checked\"/>"
                            + "<label for=\"scale-lin\">linear</label><input type=\"radio\" name=\"scale\" id=\"scale-log\"/>"
                            + "<label for=\"scale-log\">logarithmic</label>\n<div class=\"lin\">")
                    .figure(linear, caption).markup("</div>\n<div class=\"log\">")
                    .figure(new LinePlot(WIDTH, HEIGHT, "Equity, start = 100, logarithmic", "", levels)
                            .logarithmic().draw(), "Equity, start = 100, equal factors equally far apart.")
                    .markup("</div></div>\n");
        }
        page.heading("Drawdown");
        page.figure(new LinePlot(WIDTH, LOW, "Below the peak of equity", "%", falls).filled().withZero()
                .limit(LIMIT, "limit 8 %").draw(),
                "Equity below its former peak, at the points of the grid; the figures above are of every event.");
    }

    /** Of the line of a run, by its place. */
    static String style(int run) {
        return "run" + Math.min(run, 5);
    }

    static long[] times(EquityCurve curve) {
        long[] times = new long[curve.points()];
        for (int i = 0; i < times.length; i++) {
            times[i] = curve.timeNs(i);
        }
        return times;
    }

    private static double[] relative(EquityCurve curve, double factor, double shift) {
        double[] values = new double[curve.points()];
        for (int i = 0; i < values.length; i++) {
            values[i] = factor * curve.equity(i) / curve.equity(0) + shift;
        }
        return values;
    }

    private static double[] falls(EquityCurve curve) {
        double[] values = new double[curve.points()];
        double peak = 0.0;
        for (int i = 0; i < values.length; i++) {
            peak = Math.max(peak, curve.equity(i));
            values[i] = PERCENT * (curve.equity(i) / peak - 1.0);
        }
        return values;
    }
}
