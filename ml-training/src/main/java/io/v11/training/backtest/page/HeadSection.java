package io.v11.training.backtest.page;

import java.util.Locale;
import java.util.StringJoiner;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.JudgedText;
import io.v11.training.backtest.Target;
import io.v11.training.backtest.UtcText;
import io.v11.training.backtest.reading.InstrumentData;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.page.Figures;
import io.v11.training.performance.EquityCurve;
import io.v11.training.performance.luck.JudgedSharpe;

/** Title, the figures that are looked for first, what warns against them, and the target table. */
final class HeadSection {
    private HeadSection() {
    }

    static void write(BacktestReport report, Html page) {
        Comparison subject = report.subject();
        RunReading run = subject.run();
        StringJoiner names = new StringJoiner(", ");
        run.instruments().stream().filter(data -> data.events() > 0).map(InstrumentData::name).forEach(names::add);
        page.markup("<h1>").markup(Figures.escape(report.title())).markup("</h1>\n<p class=\"soft\">")
                .markup(Figures.escape(String.format(Locale.ROOT,
                        "%s to %s UTC, %.2f days; %s; capital %,.0f; %,d events.", UtcText.of(run.firstNs()),
                        UtcText.of(run.lastNs()), run.spanNs() / (double) EquityCurve.DAY_NS, names,
                        FixedPoint.toDouble(run.capitalE8()), run.events())))
                .markup("</p>\n");
        tiles(subject, page);
        warnings(report, page);
        targets(report, page);
        search(report, page);
    }

    /** What the search says of its winner: it stands beside every figure that it chose. */
    private static void search(BacktestReport report, Html page) {
        if (report.verdict() == null) {
            page.note(String.format(Locale.ROOT,
                    "No search is judged here, so there is no PBO; trials on this data: %,d.",
                    report.trials().count()));
            return;
        }
        page.subheading("The search that chose it");
        report.verdict().text().lines().forEach(page::note);
    }

    private static void tiles(Comparison subject, Html page) {
        page.markup("<div class=\"tiles\">\n");
        tile(page, signed(100 * subject.returns().totalReturn()) + " %", "return");
        tile(page, Figures.fixed(100 * subject.run().fall().fraction(), 2) + " %", "maximum drawdown");
        JudgedSharpe sharpe = subject.returns().sharpe();
        sharpe.with((value, interval, trials, deflated) -> {
            tile(page, Figures.fixed(value, 2),
                    Double.isNaN(value)
                            ? "Sharpe a year: no variance"
                            : "Sharpe a year " + JudgedText.beside(interval, 2, trials, deflated));
            return null;
        });
        tile(page, String.format(Locale.ROOT, "%,d", subject.run().trades().size()), "round trips");
        if (subject.trades() != null) {
            tile(page, Figures.percent(subject.trades().winRate()), "won after costs");
        }
        tile(page, money(subject.run().attribution().total().netE8()), String.format(Locale.ROOT,
                "profit, after costs of %,.2f", FixedPoint.toDouble(subject.run().attribution().total().costsE8())));
        if (subject.run().judged().resolved() > 0) {
            tile(page, Figures.percent(subject.run().judged().accuracy()),
                    "accuracy (majority " + Figures.percent(subject.run().judged().majority()) + ")");
        }
        page.markup("</div>\n");
    }

    private static void tile(Html page, String figure, String word) {
        page.markup("<div class=\"tile\"><b>").markup(Figures.escape(figure)).markup("</b><span>")
                .markup(Figures.escape(word)).markup("</span></div>\n");
    }

    private static void warnings(BacktestReport report, Html page) {
        page.heading("Warnings");
        if (report.warnings().isEmpty()) {
            page.markup("<p>None.</p>\n");
            return;
        }
        page.markup("<div class=\"warnings\"><ul>\n");
        report.warnings().forEach(text -> page.markup("<li>").markup(Figures.escape(text)).markup("</li>\n"));
        page.markup("</ul></div>\n");
    }

    /** The first comparison, the V10 baseline, stands before the subject: what was, what is, what a rule would do. */
    private static void targets(BacktestReport report, Html page) {
        page.heading("Targets");
        int runs = report.runs().size();
        page.markup("<div class=\"wide\"><table class=\"targets\"><tr><th>measure</th><th>target</th>");
        for (int i = 0; i < runs; i++) {
            int run = order(i, runs);
            page.markup(run == 0 ? "<th class=\"subject\">" : "<th>")
                    .markup(Figures.escape(report.runs().get(run).name())).markup("</th>");
        }
        page.markup("<th>met or missed</th></tr>\n");
        for (Target target : report.targets()) {
            page.markup("<tr><td>").markup(Figures.escape(target.measure())).markup("</td><td class=\"goal\">")
                    .markup(Figures.escape(target.goal())).markup("</td>");
            for (int i = 0; i < runs; i++) {
                int run = order(i, runs);
                page.markup(run == 0 ? "<td class=\"subject\">" : "<td>")
                        .markup(Figures.escape(target.reached().get(run).text())).markup("</td>");
            }
            page.markup(switch (target.outcome()) {
                case MET -> "<td class=\"good\">met</td></tr>\n";
                case MISSED -> "<td class=\"bad\">missed</td></tr>\n";
                case UNKNOWN -> "<td class=\"bad\">not shown</td></tr>\n";
            });
        }
        page.endTable();
        page.note("Met or missed is that of " + report.subject().name()
                + ". Sharpe stands with its 95 % bootstrap interval, the number of"
                + " trials it was chosen from and the deflated Sharpe ratio. Accuracy is of the "
                + report.subject().run().judged().what()
                + "; its interval reckons outcomes that do not overlap. Majority: the more frequent direction, known afterwards.");
    }

    private static int order(int place, int runs) {
        return runs == 1 || place > 1 ? place : 1 - place;
    }

    /** Quote units with two decimals. */
    static String money(long e8) {
        return String.format(Locale.ROOT, "%+,.2f", FixedPoint.toDouble(e8));
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value);
    }
}
