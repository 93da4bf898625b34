package io.v11.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.agrona.concurrent.NanoClock;

import io.v11.config.Instruments;
import io.v11.ml.Family;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.data.split.CombinatorialFolds;
import io.v11.training.data.split.Folds;
import io.v11.training.metrics.Rule;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.stack.OutOfFold;
import io.v11.training.trainer.Trainer;

/**
 * How much a plan's families owe to the hours that they happened to learn from: the first candidate of each along every path of
 * {@link CombinatorialFolds} through train and validation rows, not calibrated, by the classes that serve. Judges a method;
 * publishes nothing and never sees the test rows. Confined to one thread.
 */
public final class PathStudy {
    private final TrainingPlan plan;
    private final Mirror mirror;
    private final Instruments instruments;
    private final TrainingListener listener;
    private final Map<Family, List<Trainer>> trainers;

    /** Parameters as of {@link Training}. */
    public PathStudy(TrainingPlan plan, Optional<FeatureSelection> selection, Mirror mirror, Instruments instruments,
            TrainingListener listener, NanoClock clock) {
        this.plan = plan;
        this.mirror = plan.bothWays() ? mirror : Mirror.NONE;
        this.instruments = instruments;
        this.listener = listener;
        trainers = new Families(plan, selection, clock).trainers();
    }

    /**
     * @param groups pieces of time, N
     * @param tested pieces that are predicted at a time, k: {@code C(N,k)} fits of each family
     */
    public PathReport run(Dataset data, int groups, int tested) {
        int[] rows = Folds.development(
                TimeSplit.of(data, plan.resolve(instruments), plan.purgeNs(), plan.embargoNs()));
        CombinatorialFolds folds = CombinatorialFolds.of(data, rows, groups, tested, plan.stack().validationShare(),
                plan.purgeNs(), plan.embargoNs());
        listener.onText(rows.length + " rows in " + groups + " groups: " + folds.folds().size() + " folds, "
                + folds.paths() + " paths");
        Dataset learnt = mirror.present() ? data.mirrored(mirror.image(data.schema())) : data;
        List<Scores> rules = folds.folds().stream().map(fold -> rule(data, fold.split())).toList();
        Map<Family, List<PathAccuracy>> families = new EnumMap<>(Family.class);
        trainers.forEach((family, candidates) -> {
            List<Scores> forecasts = folds.folds().stream().map(fold -> {
                listener.onText(family.text() + ": groups " + fold.tested() + " are predicted");
                return new OutOfFold(data, learnt, List.of(fold.split())).forecast(candidates.getFirst(), plan.seed(),
                        listener);
            }).toList();
            List<PathAccuracy> paths = new ArrayList<>();
            for (int path = 0; path < folds.paths(); path++) {
                paths.add(PathAccuracy.of(along(data, rows, folds, path, forecasts),
                        along(data, rows, folds, path, rules)));
            }
            families.put(family, List.copyOf(paths));
        });
        return new PathReport(folds.folds().size(), families);
    }

    private Scores rule(Dataset data, TimeSplit split) {
        Rule rule = Rule.best(data, split.train());
        listener.onText("rule of a fold, chosen on " + split.train().length + " rows: " + rule.describe());
        return Scores.of(data, split.test(), row -> rule.up(data, row) ? 1.0 : 0.0);
    }

    /** @param forecasts of each fold, of its predicted rows */
    private static Scores along(Dataset data, int[] rows, CombinatorialFolds folds, int path, List<Scores> forecasts) {
        double[] probability = new double[data.rows()];
        for (int group = 0; group < folds.groups(); group++) {
            int fold = folds.foldOf(path, group);
            int[] predicted = folds.folds().get(fold).split().test();
            for (int row : folds.rows().get(group)) {
                probability[row] = forecasts.get(fold).probability()[Arrays.binarySearch(predicted, row)];
            }
        }
        return Scores.of(data, rows, row -> probability[row]);
    }
}
