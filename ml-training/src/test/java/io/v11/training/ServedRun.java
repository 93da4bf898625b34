package io.v11.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.v11.ml.Model;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelRegistry;
import io.v11.training.data.Dataset;
import io.v11.training.metrics.Interval;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;
import io.v11.training.publish.Serving;
import io.v11.training.trainer.TrainedModel;

/**
 * What published models say of rows of a market whose law is known.
 *
 * @param models each family and {@code stack}, loaded from the folder as an engine would; and each family as it was fitted, for a
 *               calibration that sees no use in a model makes it say the same of every row
 * @param law    the best forecast there is
 */
record ServedRun(Map<String, Scores> models, Scores law) {
    /** Accuracy of the law below which shares of its edge say nothing. */
    private static final double LEAST_EDGE = 0.55;

    static ServedRun of(TrainingReport report, Path folder, Dataset data, int[] rows, Scores law) {
        Map<String, Scores> models = new LinkedHashMap<>();
        try (LoadedStack stack = ModelRegistry.open(folder).loadStack("stack/1", data.schema(),
                ModelRegistry.DEFAULT_BACKEND)) {
            List<Scores> members = new ArrayList<>();
            for (LoadedModel member : stack.members()) {
                boolean remembers = member.manifest().family().remembers();
                members.add(Serving.score(member.model(), remembers, data, rows));
                models.put(member.manifest().family().text(), members.getLast());
            }
            models.put("stack", Serving.stack(stack.stack().model(), members));
        }
        for (TrainingReport.Result family : report.families()) {
            TrainedModel trained = family.trained();
            try (Model fitted = Serving.open(trained)) {
                models.put(trained.family().text() + " as fitted",
                        Serving.score(fitted, trained.family().remembers(), data, rows));
            }
        }
        return new ServedRun(models, law);
    }

    /** 95 % interval of a model's accuracy. */
    Interval interval(String model) {
        return Interval.ofMean(hits(models.get(model)), law.move());
    }

    /**
     * Share of the edge of the law, its accuracy less a half, that a model captures: 95 % interval by paired draws of the rows, the edge of
     * the law taken as it is.
     */
    Interval captured(String model) {
        double[] shares = hits(models.get(model));
        double[] best = hits(law);
        double edge = Metrics.accuracy(law) - 0.5;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = 1.0 + (shares[i] - best[i]) / edge;
        }
        return Interval.ofMean(shares, law.move());
    }

    /** How many standard errors the accuracy lies from a half; each row has a move of its own. */
    double deviations(String model) {
        Scores scores = models.get(model);
        return (Metrics.accuracy(scores) - 0.5) * 2.0 * Math.sqrt(Metrics.distinctMoves(scores));
    }

    @Override
    public String toString() {
        double best = Metrics.accuracy(law);
        return models.entrySet().stream().map(model -> {
            double accuracy = Metrics.accuracy(model.getValue());
            Interval interval = interval(model.getKey());
            String line = String.format(Locale.ROOT, "%n  %-21s accuracy %.4f [%.4f %.4f], t %+.2f, AUC %.4f",
                    model.getKey(), accuracy, interval.low(), interval.high(), deviations(model.getKey()),
                    Metrics.areaUnderCurve(model.getValue()));
            if (best < LEAST_EDGE) {
                return line;
            }
            Interval captured = captured(model.getKey());
            return line + String.format(Locale.ROOT, "; captured %.3f [%.3f %.3f]", (accuracy - 0.5) / (best - 0.5),
                    captured.low(), captured.high());
        }).collect(Collectors.joining("", String.format(Locale.ROOT, "law %.4f of %d moves, AUC %.4f", best,
                Metrics.distinctMoves(law), Metrics.areaUnderCurve(law)), ""));
    }

    private static double[] hits(Scores scores) {
        double[] hits = new double[scores.rows()];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = scores.correct(i) ? 1.0 : 0.0;
        }
        return hits;
    }
}
