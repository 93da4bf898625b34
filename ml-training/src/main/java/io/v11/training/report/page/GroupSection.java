package io.v11.training.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.v11.training.page.Figures;
import io.v11.training.report.GroupResult;
import io.v11.training.report.GroupResult.ConfidenceBin;
import io.v11.training.report.GroupResult.Confusion;
import io.v11.training.report.GroupResult.Edge;
import io.v11.training.report.GroupResult.RegimeResult;

/** Drawings and small tables of one model on one group of rows. */
final class GroupSection {
    private final StringBuilder page;
    private final String model;

    GroupSection(StringBuilder page, String model) {
        this.page = page;
        this.model = model;
    }

    void write(GroupResult group) {
        String of = " of " + model + ", " + group.group();
        page.append("<p class=\"soft\">Best one-feature rule: <code>").append(Figures.escape(group.rule()))
                .append("</code></p>\n<div class=\"plots\">\n");
        figure("By confidence, the most confident tenth first. Lines: majority class (grey) and best rule (orange) of the same"
                + " rows. Blue bars beat both.",
                AccuracyPlot.draw("Accuracy by confidence" + of, "tenths of the answered rows", confidence(group), 34));
        figure("What was said, and how often it came true.",
                ReliabilityPlot.draw("Reliability" + of, group.reliability()));
        if (!group.regimes().isEmpty()) {
            figure("By third of volatility (rv_60s) and of spread in ticks, cut on train rows of each instrument; those with 100 rows and more.",
                    AccuracyPlot.draw("Accuracy by regime" + of, "v volatility, s spread",
                            regimes(group), 56));
        }
        page.append("</div>\n<div class=\"plots\">\n");
        confusion(group.confusion());
        edges(group.edges());
        page.append("</div>\n");
    }

    private static List<AccuracyPlot.Bar> confidence(GroupResult group) {
        List<AccuracyPlot.Bar> bars = new ArrayList<>();
        for (ConfidenceBin bin : group.byConfidence()) {
            bars.add(new AccuracyPlot.Bar(String.valueOf(bars.size() + 1),
                    "tenth " + (bars.size() + 1) + ", at least " + Figures.fixed(bin.least(), 3) + " from 0.5",
                    bin.accuracy()));
        }
        return bars;
    }

    private static List<AccuracyPlot.Bar> regimes(GroupResult group) {
        List<AccuracyPlot.Bar> bars = new ArrayList<>();
        for (RegimeResult regime : group.regimes()) {
            bars.add(new AccuracyPlot.Bar(regime.by().charAt(0) + " " + regime.third(),
                    regime.third() + " " + regime.by(),
                    regime.accuracy()));
        }
        return bars;
    }

    private void confusion(Confusion c) {
        page.append("<figure><table><tr><th>said</th><th class=\"n\">went up</th><th class=\"n\">went down</th></tr>")
                .append(String.format(Locale.ROOT,
                        "<tr><td>up</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td></tr>"
                                + "<tr><td>down</td><td class=\"n\">%,d</td><td class=\"n\">%,d</td></tr>",
                        c.upUp(), c.upDown(), c.downUp(), c.downDown()))
                .append("</table><figcaption>Rows by what was said and what happened.</figcaption></figure>\n");
    }

    private void edges(List<Edge> edges) {
        page.append(
                "<figure><table><tr><th>rows by confidence</th><th class=\"n\">rows</th><th class=\"n\">mean move</th>")
                .append("<th class=\"n\">cost</th><th class=\"n\">edge</th><th class=\"n\">move above cost</th></tr>");
        for (Edge edge : edges) {
            page.append(String.format(Locale.ROOT,
                    "<tr><td>%s</td><td class=\"n\">%,d</td><td class=\"n\">%+.2f bp</td><td class=\"n\">%.2f bp</td>"
                            + "<td class=\"n\">%+.2f bp</td><td class=\"n\">%.1f %%</td></tr>",
                    edge.share() == 1.0 ? "all" : String.format(Locale.ROOT, "top %.0f %%", 100.0 * edge.share()),
                    edge.rows(), edge.moveBps(), edge.costBps(), edge.netBps(), 100.0 * edge.profitable()));
        }
        page.append("</table><figcaption>Move in the direction taken, less half the spread and the taker fee of one")
                .append(" execution.</figcaption></figure>\n");
    }

    private void figure(String caption, String drawing) {
        page.append("<figure>").append(drawing).append("<figcaption>").append(Figures.escape(caption))
                .append("</figcaption></figure>\n");
    }
}
