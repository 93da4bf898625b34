package io.v11.training.optimisation.page;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.v11.training.optimisation.OptimisationResult;
import io.v11.training.optimisation.StepResult;
import io.v11.training.optimisation.importance.Importance;
import io.v11.training.optimisation.ledger.TrialCount;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.page.Figures;
import io.v11.training.page.PageStyle;

/**
 * The search as one page: no script, no font, no image, nothing loaded from anywhere. Well-formed XML, so that a
 * program can read it.
 */
final class OptimisationPage {
    private static final String STYLE = ".ink{fill:var(--ink);fill-opacity:.7}.thick{stroke-width:2.5}\n";
    private static final int SURFACES = 3;

    private final OptimisationResult result;
    private final List<Goal> goals;
    private final SearchSpace space;
    private final StringBuilder page = new StringBuilder();

    private OptimisationPage(OptimisationResult result) {
        this.result = result;
        goals = result.settings().goals();
        space = result.space();
    }

    static String of(OptimisationResult result) {
        return new OptimisationPage(result).write();
    }

    private String write() {
        String name = Figures.escape(result.settings().name());
        page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>").append(name)
                .append("</title>\n<style>\n").append(PageStyle.TEXT).append(STYLE).append(SurfacePlot.STYLE)
                .append("</style></head>\n<body class=\"broad\">\n<h1>Search ").append(name).append("</h1>\n");
        head();
        walk();
        for (int i = result.steps().size() - 1; i >= 0; i--) {
            boolean last = i == result.steps().size() - 1;
            page.append(last ? "" : "<details><summary>Step " + i + "</summary>\n");
            step(result.steps().get(i), i);
            page.append(last ? "" : "</details>\n");
        }
        method();
        return page.append("</body></html>\n").toString();
    }

    private void head() {
        TrialCount trials = result.trials();
        page.append("<p class=\"soft\">").append(Figures.escape(result.settings().sampler().method() + ", seed "
                + result.settings().seed() + ", " + space.size() + " parameters, data "
                + String.join(", ", result.data().instruments())))
                .append("; times UTC.</p>\n<div class=\"tiles\">\n");
        tile(Integer.toString(trials.trials()), "trials ever run on this data, by " + trials.ledgers().size()
                + (trials.ledgers().size() == 1 ? " search" : " searches"));
        tile(UnitAxis.shortly(trials.sharpeVariance()), "variance of their Sharpe ratios");
        tile(Integer.toString(result.steps().size()), "steps of the walk");
        tile(Integer.toString(result.holdoutReadings()), "readings of the holdout so far");
        tile(Integer.toString(result.holdoutTrials().trials()), "trials that saw the holdout");
        page.append("</div>\n<h2>Chosen at the last step</h2>\n<table>\n");
        result.chosen().settings().forEach((path, value) -> page.append("<tr><td><code>").append(Figures.escape(path))
                .append("</code></td><td class=\"n\">").append(Figures.escape(value)).append("</td></tr>\n"));
        page.append("</table>\n");
    }

    private void tile(String figure, String words) {
        page.append("<div class=\"tile\"><b>").append(Figures.escape(figure)).append("</b><span>")
                .append(Figures.escape(words)).append("</span></div>\n");
    }

    private void walk() {
        page.append("<h2>What was promised and what came</h2>\n<div class=\"wide\"><table>\n<tr><th>step</th><th>train"
                + "</th><th>validation</th><th class=\"n\">trials</th>");
        for (Goal goal : goals) {
            page.append("<th class=\"n\">").append(Figures.escape(goal.measure()))
                    .append(", train</th><th class=\"n\">validation</th>");
        }
        page.append("<th>chosen</th></tr>\n");
        for (int i = 0; i < result.steps().size(); i++) {
            StepResult step = result.steps().get(i);
            page.append("<tr><td>").append(i).append("</td><td>").append(SegmentText.of(step.step().train()))
                    .append("</td><td>").append(SegmentText.of(step.step().validation()))
                    .append("</td><td class=\"n\">").append(step.search().size()).append("</td>");
            Trial chosen = step.chosen();
            Trial searched = step.search().stream().filter(trial -> trial.point().equals(chosen.point())).findFirst()
                    .orElseThrow();
            for (Goal goal : goals) {
                page.append("<td class=\"n\">")
                        .append(UnitAxis.shortly(searched.outcome().measure(goal.measure())))
                        .append("</td><td class=\"n\">")
                        .append(UnitAxis.shortly(chosen.outcome().measure(goal.measure()))).append("</td>");
            }
            page.append("<td>").append(Figures.escape(shortly(chosen.point()))).append("</td></tr>\n");
        }
        page.append("</table></div>\n<p class=\"soft\">Train: what the search saw. Validation: the best of ")
                .append(result.settings().finalists())
                .append(" finalists on later data, so still the luckiest of them. Held out: ")
                .append(SegmentText.of(result.walk().holdout())).append(".</p>\n");
    }

    private String shortly(Point point) {
        return IntStream.range(0, space.size()).mapToObj(i -> UnitAxis.shortly(space.parameter(i), point.value(i)))
                .collect(Collectors.joining(" "));
    }

    private void step(StepResult step, int number) {
        page.append("<h2>Step ").append(number).append(": ").append(SegmentText.of(step.step().train()))
                .append("</h2>\n<div class=\"plots\">\n");
        for (Goal goal : goals) {
            figure("Every trial and the best so far. The worst tenth is drawn at the edge; strokes at the bottom failed.",
                    HistoryPlot.draw(step.search(), goal));
        }
        for (int i = 1; i < goals.size(); i++) {
            figure("Trials that none beats in all goals are orange (" + ParetoPlot.front(step.search(), goals).size()
                    + "), the chosen one is ringed.",
                    ParetoPlot.draw(step.search(), goals, goals.getFirst(), goals.get(i), step.chosen()));
        }
        page.append("</div>\n");
        for (Goal goal : goals) {
            inside(step, goal);
        }
    }

    private void inside(StepResult step, Goal goal) {
        long judged = step.search().stream().filter(trial -> goal.loss(trial.outcome()) < Double.POSITIVE_INFINITY)
                .count();
        page.append("<h2>What ").append(Figures.escape(goal.measure())).append(" depends on</h2>\n");
        if (judged < Importance.LEAST_TRIALS) {
            page.append("<p class=\"soft\">").append(judged).append(" trials say nothing of importance; ")
                    .append(Importance.LEAST_TRIALS).append(" would.</p>\n");
        }
        page.append("<div class=\"plots\">\n");
        Importance importance = judged < Importance.LEAST_TRIALS
                ? null
                : Importance.of(step.search(), goal, result.settings().seed());
        if (importance != null) {
            figure("Share of the variance over the whole space (functional ANOVA on a forest of 64 trees). The forest explains "
                    + Figures.percent(importance.fit()) + " of the trials it was fitted to.",
                    ImportanceBars.draw(importance, space));
            surfaces(step, goal, importance);
        }
        page.append("</div>\n<div class=\"plots\">\n");
        for (int parameter = 0; parameter < space.size(); parameter++) {
            figure("Later trials are darker, finalists ringed.",
                    ScatterPlot.draw(step.search(), step.finalists(), goal, parameter, space));
        }
        page.append("</div>\n");
    }

    /** Of the pairs among the parameters that matter most. */
    private void surfaces(StepResult step, Goal goal, Importance importance) {
        int[] order = importance.order();
        int drawn = 0;
        for (int second = 1; second < order.length; second++) {
            for (int first = 0; first < second && drawn < SURFACES; first++, drawn++) {
                figure("What the forest expects, whatever the other parameters are; the darker the better. Dots: trials; ring: chosen.",
                        SurfacePlot.draw(importance, space, goal, order[first], order[second], step.search(),
                                step.chosen()));
            }
        }
    }

    private void method() {
        page.append("<h2>How it was made</h2>\n<p class=\"soft\">Batches of ").append(result.settings().batch())
                .append(" trials, each proposed from the whole batches before it; draws from seed and number of the trial. Importance: Hutter,"
                        + " Hoos, Leyton-Brown 2014; losses above their 90 % quantile are set to it. A Sharpe ratio that was the best of many trials"
                        + " is not what it seems: deflate it by the number and the variance above.</p>\n<p class=\"soft\">Space:</p>\n<ul>\n");
        space.description().forEach(parameter -> page.append("<li><code>").append(Figures.escape(parameter))
                .append("</code></li>\n"));
        page.append("</ul>\n");
    }

    private void figure(String caption, String drawing) {
        page.append("<figure>").append(drawing).append("<figcaption>").append(Figures.escape(caption))
                .append("</figcaption></figure>\n");
    }
}
