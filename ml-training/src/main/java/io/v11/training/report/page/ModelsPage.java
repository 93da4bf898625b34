package io.v11.training.report.page;

import java.util.Locale;

import io.v11.training.page.Figures;
import io.v11.training.page.PageStyle;
import io.v11.training.report.GroupResult;
import io.v11.training.report.ModelResult;
import io.v11.training.report.ModelsReport;

/** The report as one page: no script, no font, no image, nothing loaded from anywhere. Well-formed XML, so that a program can read it. */
final class ModelsPage {
    private final ModelsReport report;
    private final StringBuilder page = new StringBuilder();

    private ModelsPage(ModelsReport report) {
        this.report = report;
    }

    static String of(ModelsReport report) {
        return new ModelsPage(report).write();
    }

    private String write() {
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>Models</title>\n<style>\n")
                .append(PageStyle.TEXT).append("</style></head>\n<body class=\"broad\">\n");
        head();
        summary();
        instruments();
        notes();
        report.models().forEach(this::model);
        method();
        return page.append("</body></html>\n").toString();
    }

    private void head() {
        page.append("<h1>Models on rows they have not seen</h1>\n<p class=\"soft\">")
                .append(String.format(Locale.ROOT, "%,d test rows, a row at every %s; ", report.testRows(),
                        Figures.escape(report.cadence())))
                .append(Figures.escape(String.join("; ", report.ranges()))).append(".</p>\n<p class=\"soft\">Rules: ")
                .append(Figures.escape(report.rules())).append(". Taker fees: ").append(Figures.escape(report.fees()))
                .append(".</p>\n");
    }

    private void summary() {
        page.append("<h2>All instruments together</h2>\n");
        SummaryTable table = new SummaryTable(page, "model");
        for (ModelResult model : report.models()) {
            table.row("<a href=\"#" + anchor(model) + "\"><code>" + Figures.escape(model.id()) + "</code></a>",
                    model.all());
        }
        table.end(
                "Shares in percent. Coverage: decisions that were answered; all that follows is over these. Moves: independent labels. Majority: the more"
                        + " frequent class, known afterwards. Lead in colour where its interval leaves zero out. Top tenth: accuracy of the most"
                        + " confident tenth (majority / best rule on the same rows). Edge: mean move less half spread and taker fee.");
    }

    private void instruments() {
        for (int i = 1; i < report.models().getFirst().groups().size(); i++) {
            GroupResult first = report.models().getFirst().groups().get(i);
            page.append("<h2>").append(Figures.escape(first.group())).append("</h2>\n");
            SummaryTable table = new SummaryTable(page, "model");
            for (ModelResult model : report.models()) {
                table.row("<code>" + Figures.escape(model.id()) + "</code>", model.groups().get(i));
            }
            table.end("Best one-feature rule: " + first.rule());
        }
    }

    private void notes() {
        page.append("<h2>What the figures do not say</h2>\n<ul>\n");
        report.notes().forEach(note -> page.append("<li>").append(Figures.escape(note)).append("</li>\n"));
        page.append("</ul>\n");
    }

    private void model(ModelResult model) {
        page.append("<h2 id=\"").append(anchor(model)).append("\">").append(Figures.escape(model.id()))
                .append("</h2>\n<p>").append(Figures.escape(model.family() + ", " + model.inputs() + " inputs, "
                        + model.role() + "; " + String.join("; ", model.notes()) + "."))
                .append("</p>\n<p class=\"soft\">").append(Figures.escape(model.settings())).append("</p>\n");
        SummaryTable table = new SummaryTable(page, "rows");
        model.groups().forEach(group -> table.row(Figures.escape(group.group()), group));
        table.end("As above, by instrument.");
        GroupSection section = new GroupSection(page, model.id());
        section.write(model.all());
        for (GroupResult group : model.groups().subList(1, model.groups().size())) {
            page.append("<details><summary>").append(Figures.escape(group.group())).append("</summary>\n");
            section.write(group);
            page.append("</details>\n");
        }
        inside(model);
    }

    /** How it was trained, and what it looks at. */
    private void inside(ModelResult model) {
        page.append("<div class=\"plots\">\n");
        if (!model.importance().isEmpty()) {
            figure("Permutation importance on test rows: what the log loss gains when an input comes from another row of the same"
                    + " instrument. Whiskers: 95 %, block bootstrap over moves; grey where that holds zero.",
                    ImportanceBars.draw("Permutation importance of " + model.id(), model.importance()));
        }
        if (model.curve().isEmpty()) {
            page.append("<p class=\"soft\">No learning curve: the model's folder has none.</p>\n");
        } else {
            figure("Loss by step: train rows blue, validation rows orange; the dashed step was kept.",
                    CurvePlot.draw("Learning curve of " + model.id(), model.curve(), model.bestStep()));
        }
        page.append("</div>\n");
    }

    private void method() {
        page.append(
                "<h2>How it was made</h2>\n<p class=\"soft\">Models were loaded from the registry with every check and asked by the"
                        + " classes that serve them live; those with memory saw every decision from the beginning of each journal. AUC: Mann and"
                        + " Whitney; Brier score; ECE: ten equal slices of probability. Intervals: block bootstrap over runs of 20 moves, 1,000"
                        + " draws, fixed seed. Journals SHA-256 <code>")
                .append(report.journals())
                .append("</code>, feature schema <code>").append(report.schema()).append("</code>.</p>\n");
    }

    private void figure(String caption, String drawing) {
        page.append("<figure>").append(drawing).append("<figcaption>").append(Figures.escape(caption))
                .append("</figcaption></figure>\n");
    }

    private static String anchor(ModelResult model) {
        return "model-" + model.id().replace('/', '-');
    }
}
