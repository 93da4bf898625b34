package io.v11.training.backtest.page;

import java.util.List;
import java.util.Locale;

import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.account.Fill;
import io.v11.training.backtest.page.plot.Line;
import io.v11.training.backtest.page.plot.LinePlot;
import io.v11.training.backtest.page.plot.PricePlot;
import io.v11.training.backtest.reading.AccountSeries;
import io.v11.training.backtest.reading.PriceSeries;
import io.v11.training.backtest.reading.RunReading;

/** Prices with fills, by instrument, and the exposure over time. */
final class MarketSection {
    private static final int HEIGHT = 320;
    private static final int LOW = 220;
    private static final int OPEN = 2;
    private static final long SECOND_NS = 1_000_000_000L;

    private MarketSection() {
    }

    static void write(BacktestReport report, Html page) {
        RunReading run = report.subject().run();
        page.heading("Prices and fills");
        int place = 0;
        for (PriceSeries bars : run.prices()) {
            List<Fill> fills = run.fills().stream().filter(fill -> fill.instrument() == bars.instrument()).toList();
            page.markup("<details" + (place++ < OPEN ? " open=\"open\"" : "") + "><summary>").markup(bars.name())
                    .markup(String.format(Locale.ROOT, ": %,d fills", fills.size())).markup("</summary>\n")
                    .figure(PricePlot.draw(EquitySection.WIDTH, HEIGHT, bars, fills), String.format(Locale.ROOT,
                            "Bars of %s.%s", length(bars.stepNs()),
                            fills.size() > PricePlot.MARKS
                                    ? String.format(Locale.ROOT, " %d of %,d fills are drawn, evenly spread.",
                                            PricePlot.MARKS, fills.size())
                                    : ""))
                    .markup("</details>\n");
        }
        exposure(run, page);
    }

    private static void exposure(RunReading run, Html page) {
        page.heading("Exposure");
        AccountSeries account = run.account();
        double[] gross = new double[account.points()];
        double[] net = new double[account.points()];
        for (int i = 0; i < gross.length; i++) {
            double equity = Math.max(1.0, account.equityE8()[i]);
            gross[i] = 100.0 * account.grossE8()[i] / equity;
            net[i] = 100.0 * account.netE8()[i] / equity;
        }
        page.figure(new LinePlot(EquitySection.WIDTH, LOW, "Exposure", "%",
                List.of(new Line("gross", "run0", account.timesNs(), gross),
                        new Line("net", "run1", account.timesNs(), net)))
                .filled().withZero().draw(),
                "Worth of the positions in percent of equity: sum of sizes, and longs less shorts.");
    }

    static String length(long ns) {
        long seconds = ns / SECOND_NS;
        return seconds % 86_400 == 0
                ? seconds / 86_400 + " d"
                : seconds % 3_600 == 0
                        ? seconds / 3_600 + " h"
                        : seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
