package io.v11.training.report.page;

import java.util.Locale;

import io.v11.training.metrics.Interval;
import io.v11.training.page.Figures;
import io.v11.training.report.GroupResult;
import io.v11.training.report.GroupResult.Edge;
import io.v11.training.report.JudgedAccuracy;

/** The columns in which results of models and groups are told: what an accuracy must be read beside stands to its left. */
final class SummaryTable {
    private static final String[] HEADS = {"coverage", "rows / moves", "majority", "best rule", "accuracy [95 %]",
        "lead over rule [95 %]", "by move [95 %]", "AUC", "log loss", "Brier", "ECE", "top tenth", "its edge"};

    private final StringBuilder page;

    SummaryTable(StringBuilder page, String first) {
        this.page = page;
        page.append("<div class=\"wide\"><table><tr><th>").append(first).append("</th>");
        for (String head : HEADS) {
            page.append("<th class=\"n\">").append(head).append("</th>");
        }
        page.append("</tr>\n");
    }

    void row(String name, GroupResult group) {
        page.append("<tr><td>").append(name).append("</td>");
        group.accuracy().with((accuracy, majority, rule, coverage, rows) -> {
            cell(percent(coverage));
            cell(String.format(Locale.ROOT, "%,d / %,d", rows, group.moves()));
            cell(percent(majority));
            cell(percent(rule));
            return cell("<b>" + percent(accuracy) + "</b> " + range(group.accuracyInterval(), "%.1f"));
        });
        lead(group.lead(), group.leadInterval());
        lead(group.moveLead(), group.moveLeadInterval());
        cell(Figures.fixed(group.areaUnderCurve(), 3));
        cell(Figures.fixed(group.logLoss(), 4));
        cell(Figures.fixed(group.brier(), 4));
        cell(Figures.fixed(group.calibrationError(), 3));
        cell(group.byConfidence().isEmpty() ? "-" : confident(group.byConfidence().getFirst().accuracy()));
        cell(group.edges().isEmpty() ? "-" : edge(group.edges().getFirst()));
        page.append("</tr>\n");
    }

    void end(String caption) {
        page.append("</table></div>\n<p class=\"soft\">").append(Figures.escape(caption)).append("</p>\n");
    }

    /** e.g. {@code 88.1 (majority 51.0, rule 83.2)}. */
    private static String confident(JudgedAccuracy judged) {
        return judged.with((accuracy, majority, rule, coverage, rows) -> percent(accuracy) + " <span class=\"soft\">("
                + percent(majority) + " / " + percent(rule) + ")</span>");
    }

    private static String edge(Edge edge) {
        return String.format(Locale.ROOT, "%+.2f bp", edge.netBps());
    }

    private void lead(double lead, Interval interval) {
        cell("<span class=\"" + verdict(interval) + "\">" + String.format(Locale.ROOT, "%+.1f", 100.0 * lead)
                + "</span> " + range(interval, "%+.1f"));
    }

    /** Colour only where the interval leaves zero out. */
    private static String verdict(Interval lead) {
        return lead.low() > 0.0 ? "good" : lead.high() < 0.0 ? "bad" : "soft";
    }

    private StringBuilder cell(String text) {
        return page.append("<td class=\"n\">").append(text).append("</td>");
    }

    static String percent(double share) {
        return Figures.fixed(100.0 * share, 1);
    }

    static String range(Interval interval, String format) {
        return Double.isNaN(interval.low())
                ? "too few"
                : "[" + String.format(Locale.ROOT, format, 100.0 * interval.low()) + " "
                        + String.format(Locale.ROOT, format, 100.0 * interval.high()) + "]";
    }
}
