package io.v11.training.execution.page;

import java.util.List;
import java.util.Locale;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.UtcText;
import io.v11.training.backtest.page.Html;
import io.v11.training.backtest.page.TearSheetStyle;
import io.v11.training.backtest.reading.InstrumentData;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.page.Figures;
import io.v11.training.page.PageStyle;

/** What every page of this package begins and ends with, and how it writes figures. */
final class PageFrame {
    private PageFrame() {
    }

    static Html begin(String title, String soft) {
        return new Html().markup("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>").markup(Figures.escape(title))
                .markup("</title>\n<style>\n").markup(PageStyle.TEXT).markup(TearSheetStyle.TEXT)
                .markup("</style></head>\n<body class=\"broad\">\n<h1>").markup(Figures.escape(title))
                .markup("</h1>\n<p class=\"soft\">").markup(Figures.escape(soft)).markup("</p>\n");
    }

    static String end(Html page, List<RunReading> runs) {
        page.heading("How it was made");
        page.markup("<div class=\"wide\"><table>\n");
        for (RunReading run : runs) {
            page.markup("<tr><td>").markup(Figures.escape(run.profile())).markup("</td><td>")
                    .markup(Figures.escape(period(run) + ", configuration SHA-256 " + run.digest()))
                    .markup("</td></tr>\n");
        }
        page.endTable();
        return page.markup("</body></html>\n").toString();
    }

    static String period(RunReading run) {
        return String.format(Locale.ROOT, "%s to %s UTC, %,d events, %s", UtcText.of(run.firstNs()),
                UtcText.of(run.lastNs()), run.events(),
                String.join(", ", run.instruments().stream().filter(data -> data.events() > 0)
                        .map(InstrumentData::name).toList()));
    }

    static void tiles(Html page, String... valuesAndNames) {
        page.markup("<div class=\"tiles\">\n");
        for (int i = 0; i < valuesAndNames.length; i += 2) {
            page.markup("<div class=\"tile\"><b>").markup(Figures.escape(valuesAndNames[i])).markup("</b><span>")
                    .markup(Figures.escape(valuesAndNames[i + 1])).markup("</span></div>\n");
        }
        page.markup("</div>\n");
    }

    static void warnings(Html page, List<String> notes) {
        if (notes.isEmpty()) {
            return;
        }
        page.markup("<div class=\"warnings\"><ul>\n");
        notes.forEach(note -> page.markup("<li>").markup(Figures.escape(note)).markup("</li>\n"));
        page.markup("</ul></div>\n");
    }

    static String money(long e8) {
        return signed(FixedPoint.toDouble(e8), 2);
    }

    static String whole(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String signed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "-";
        }
        double unit = StrictMath.pow(10.0, decimals);
        // Without this a small loss would be written as -0.00.
        double rounded = Math.rint(value * unit) / unit + 0.0;
        return String.format(Locale.ROOT, "%+,." + decimals + "f", rounded);
    }
}
