package io.v11.training.selection.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.v11.training.page.Figures;
import io.v11.training.page.PageStyle;
import io.v11.training.selection.Finding;
import io.v11.training.selection.SelectionResult;
import io.v11.training.selection.importance.Judgement;

/**
 * The result as one HTML page: no script, no font, no image, nothing loaded from anywhere. Well-formed XML, so that a program can
 * read it too.
 */
public final class HtmlReport {
    private final SelectionResult result;
    private final Subject subject;
    private final StringBuilder page = new StringBuilder();

    private HtmlReport(SelectionResult result, Subject subject) {
        this.result = result;
        this.subject = subject;
    }

    /** The whole page. */
    public static String of(SelectionResult result, Subject subject) {
        return new HtmlReport(result, subject).write();
    }

    private String write() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\"/>\n")
                .append("<title>Feature selection</title>\n<style>\n").append(PageStyle.TEXT)
                .append("</style></head>\n<body>\n");
        head();
        top();
        figure("What each feature tells of the label",
                "Bars: mutual information over quantile bins. Orange: what chance explains, from labels rotated against the"
                        + " features. A grey bar stays within it.",
                RelevancePlot.draw(result));
        figure("What trees lose without it",
                "Bars: rise of the log loss on rows the trees have not seen, when the feature's values come from another time;"
                        + " whiskers: 95 %, block bootstrap over moves. Grey: the interval holds zero. A feature with a double"
                        + " loses little alone.",
                ImportancePlot.draw(result));
        judgements();
        stability();
        clusters();
        costs();
        everything();
        method();
        return page.append("</body></html>\n").toString();
    }

    private void head() {
        page.append("<h1>Feature selection</h1>\n<p class=\"soft\">").append(Figures.escape(subject.label()))
                .append("; rows: ").append(Figures.escape(subject.decisions())).append("; ")
                .append(Figures.escape(subject.instruments())).append("; ").append(Figures.escape(subject.range()))
                .append("; ").append(Figures.percent(result.upShare()))
                .append(" went up.</p>\n<div class=\"tiles\">\n");
        tile(String.valueOf(result.findings().size()), "features");
        tile(String.valueOf(result.findings().size() - result.withinBand().size()), "beyond chance");
        tile(String.valueOf(result.liveClusters()), "clusters");
        tile(String.valueOf(result.stable().size()), "stable");
        tile(Figures.fixed(result.clusterStability().meanJaccard(), 2), "Jaccard of folds");
        tile(result.skilledFolds() + " of " + result.judgements().size(), "folds with skill");
        page.append("</div>\n<ul>\n");
        Verdict.of(result, subject).forEach(line -> page.append("<li>").append(Figures.escape(line)).append("</li>\n"));
        page.append("</ul>\n");
    }

    private void tile(String figure, String words) {
        page.append("<div class=\"tile\"><b>").append(figure).append("</b><span>").append(words)
                .append("</span></div>\n");
    }

    private void top() {
        List<Finding> top = result.top();
        heading("Top " + top.size() + " with reasons",
                "One feature for each cluster, by the share of folds that chose a member, then by its place in JMI. "
                        + "1 mnat is a thousandth of a nat; 693 mnat would be all there is to know of the label.");
        page.append("<table><tr><th class=\"n\">#</th><th>feature</th><th>stable</th><th>reasons</th></tr>\n");
        for (int i = 0; i < top.size(); i++) {
            Finding f = top.get(i);
            page.append("<tr><td class=\"n\">").append(i + 1).append("</td><td><code>").append(Figures.escape(f.name()))
                    .append("</code></td><td>").append(result.stable(f) ? "yes" : "no").append("</td><td>")
                    .append(Figures.escape(String.join("; ", Reasons.of(f, result))))
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void judgements() {
        heading("Do the features forecast at all?",
                "Log loss and area under the ROC curve on rows behind each boundary."
                        + " The selected set was chosen before the boundary it is judged behind.");
        page.append("<table><tr><th>fold</th><th class=\"n\">chosen on rows</th><th class=\"n\">judged on rows</th>")
                .append("<th class=\"n\">loss of base rate</th><th class=\"n\">of all features</th><th class=\"n\">of selected</th>")
                .append("<th class=\"n\">AUC of all</th><th class=\"n\">of selected</th><th class=\"n\">selected</th></tr>\n");
        for (int i = 0; i < result.judgements().size(); i++) {
            Judgement j = result.judgements().get(i);
            page.append("<tr><td>").append(i + 1).append("</td>");
            numbers(String.valueOf(result.foldRows()[i]), String.valueOf(j.rows()), Figures.fixed(j.baseLoss(), 4),
                    Figures.fixed(j.allLoss(), 4), Figures.fixed(j.selectedLoss(), 4), Figures.fixed(j.allArea(), 3),
                    Figures.fixed(j.selectedArea(), 3), String.valueOf(result.chosen().get(i).length));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void stability() {
        if (result.chosenAnywhere() > 0) {
            figure("Is the choice the same at another time?",
                    "Clusters by fold, under the name of the feature that speaks for them over all rows, with the place in which a"
                            + " member was taken; rest the pointer on a cell for its name. Folds choose on rows that they do not share."
                            + " Dark: stable.",
                    StabilityPlot.grid(result));
        }
        figure("How much the folds agree", "Jaccard index: features below the diagonal, clusters above it.",
                StabilityPlot.matrix(result));
    }

    private void clusters() {
        figure("What says the same",
                "|Spearman| of all pairs, ordered by cluster (average linkage, at least "
                        + result.settings().clusterThreshold()
                        + " on average within a cluster). Features without any value are left out.",
                ClusterMap.draw(result));
        page.append(
                "<details><summary>Clusters of two and more</summary><table><tr><th>cluster</th><th>representative</th><th>others</th></tr>\n");
        for (int cluster = 0; cluster < result.clusters().count(); cluster++) {
            int[] members = result.clusters().members().get(cluster);
            if (members.length > 1) {
                int speaker = result.findings().get(members[0]).representative();
                page.append("<tr><td>").append(cluster).append("</td><td><code>").append(name(speaker))
                        .append("</code></td><td><code>")
                        .append(Arrays.stream(members).filter(member -> member != speaker).mapToObj(this::name)
                                .collect(Collectors.joining(" ")))
                        .append("</code></td></tr>\n");
            }
        }
        page.append("</table></details>\n");
    }

    private void costs() {
        if (CostPlot.possible(result)) {
            figure("What it tells against what it costs", "Blue: chosen somewhere. Grey: within the band of chance.",
                    CostPlot.draw(result));
        }
    }

    private void everything() {
        page.append("<details><summary>All ").append(result.findings().size())
                .append(" features</summary><table><tr><th>feature</th><th class=\"n\">valid</th><th class=\"n\">mnat</th>")
                .append("<th class=\"n\">by chance</th><th>verdict</th><th class=\"n\">JMI</th><th class=\"n\">mRMR</th>")
                .append("<th class=\"n\">folds</th><th class=\"n\">cluster</th><th class=\"n\">permutation, mnat</th>")
                .append("<th class=\"n\">SHAP</th><th class=\"n\">gain</th></tr>\n");
        for (Finding f : result.ranked()) {
            page.append("<tr><td><code>").append(Figures.escape(f.name())).append("</code></td>");
            numbers(Figures.percent(f.validShare()), Figures.millinats(f.information()),
                    Figures.millinats(f.nullUpper()));
            page.append("<td>").append(verdict(f)).append("</td>");
            numbers(f.jmiRank() == 0 ? "-" : String.valueOf(f.jmiRank()),
                    f.mrmrRank() == 0 ? "-" : String.valueOf(f.mrmrRank()), Figures.percent(f.frequency()),
                    String.valueOf(f.cluster()),
                    Figures.signedMillinats(f.permutation()) + " " + Figures.range(f.interval()),
                    Figures.percent(f.shapShare()), Figures.percent(f.gainShare()));
            page.append("</tr>\n");
        }
        page.append("</table></details>\n");
    }

    private static String verdict(Finding f) {
        return f.validShare() == 0.0 ? "never valid" : f.beyond() ? "beyond chance" : "within the band of chance";
    }

    private void method() {
        heading("Method and limits", "Schema " + subject.schema() + "; events " + subject.journals() + "; "
                + result.settings());
        page.append("<ul>\n");
        for (String line : Method.LINES) {
            page.append("<li>").append(Figures.escape(line)).append("</li>\n");
        }
        page.append("</ul>\n");
    }

    private void figure(String title, String caption, String drawing) {
        heading(title, caption);
        page.append("<figure>").append(drawing).append("</figure>\n");
    }

    private void heading(String title, String words) {
        page.append("<h2>").append(Figures.escape(title)).append("</h2>\n<p class=\"soft\">")
                .append(Figures.escape(words)).append("</p>\n");
    }

    private void numbers(String... cells) {
        for (String cell : cells) {
            page.append("<td class=\"n\">").append(Figures.escape(cell)).append("</td>");
        }
    }

    private String name(int feature) {
        return Figures.escape(result.findings().get(feature).name());
    }
}
