package io.v11.training.backtest.page;

import java.util.Locale;
import java.util.stream.Collectors;

import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.Made;
import io.v11.training.backtest.UtcText;
import io.v11.training.backtest.reading.InstrumentData;
import io.v11.training.page.Figures;
import io.v11.training.page.PageStyle;

/**
 * The report as one page: no script, no font, no image, nothing loaded from anywhere. Well-formed XML, so that a program can
 * read it.
 */
final class TearSheetPage {
    private TearSheetPage() {
    }

    /** @param tradesCsv @param fillsCsv names of the files beside the page */
    static String of(BacktestReport report, String tradesCsv, String fillsCsv) {
        Html page = new Html();
        page.markup("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>")
                .markup(Figures.escape(report.title()))
                .markup("</title>\n<style>\n").markup(PageStyle.TEXT).markup(TearSheetStyle.TEXT)
                .markup("</style></head>\n<body class=\"broad\">\n");
        HeadSection.write(report, page);
        EquitySection.write(report, page);
        MarketSection.write(report, page);
        ReturnsSection.write(report, page);
        MoneySection.write(report.subject(), page);
        TradesSection.write(report.subject(), tradesCsv, fillsCsv, page);
        StatisticsSection.write(report, page);
        made(report, page);
        return page.markup("</body></html>\n").toString();
    }

    private static void made(BacktestReport report, Html page) {
        page.heading("How it was made");
        page.markup("<div class=\"wide\"><table>\n");
        for (Made line : report.made()) {
            line(page, line.what(), line.how());
        }
        line(page, "trials", String.format(Locale.ROOT, "%,d on this range of data", report.trials().count()));
        for (Comparison run : report.runs()) {
            line(page, run.name(),
                    String.format(Locale.ROOT, "profile %s, %s to %s UTC, configuration SHA-256 %s, models %s",
                            run.run().profile(), UtcText.of(run.run().firstNs()), UtcText.of(run.run().lastNs()),
                            run.run().digest(),
                            run.run().models().isEmpty()
                                    ? "none"
                                    : run.run().models().stream()
                                            .map(model -> model.name() + " " + model.manifestSha256().substring(0, 12))
                                            .collect(Collectors.joining(", "))));
        }
        for (InstrumentData data : report.subject().run().instruments()) {
            if (data.events() > 0) {
                line(page, data.name(), String.format(Locale.ROOT, "%,d events, %,d klines, %s to %s UTC, %,d gaps",
                        data.events(), data.klines(), UtcText.of(data.firstNs()), UtcText.of(data.lastNs()),
                        data.gaps()));
            }
        }
        page.endTable();
        page.note(
                "Equity, position and drawdown were reckoned by the engine's own stages from the input log, not from what the run said of"
                        + " itself; costs are split so that they sum to the engine's profit to the last unit.");
    }

    private static void line(Html page, String what, String how) {
        page.markup("<tr><td>").markup(Figures.escape(what)).markup("</td><td>").markup(Figures.escape(how))
                .markup("</td></tr>\n");
    }
}
