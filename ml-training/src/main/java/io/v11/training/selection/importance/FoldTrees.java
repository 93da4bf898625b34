package io.v11.training.selection.importance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.agrona.concurrent.NanoClock;

import io.v11.ml.Model;
import io.v11.ml.tree.XgboostModelReader;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.Serving;
import io.v11.training.selection.fold.Fold;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.tree.XgboostSettings;
import io.v11.training.trainer.tree.XgboostTrainer;

/**
 * Boosted trees fitted before a fold's boundary and judged behind it, by the trainer that makes the models that trade. The last
 * fifth of the past decides when to stop; nothing behind the boundary has a say.
 */
final class FoldTrees {
    /** Rows behind the boundary that are judged: every k-th, with the smallest k that does. */
    static final int MOST_HELD = 20_000;
    /** Of these the rows that are explained by SHAP, whose cost grows with the square of the depth. */
    private static final int MOST_EXPLAINED = 4_000;
    private static final double FITTED_SHARE = 0.8;

    /** Shallow, slow and regular: a ranking of features needs a model that does not chase single rows. */
    private static final XgboostSettings SETTINGS = new XgboostSettings(200, 15, 3, 0.1, 20.0, 0.5, 0.3, 5.0, 0.0, 0.0,
            64, List.of(), List.of(), List.of());

    private final Dataset data;
    private final SampleWeights weights;
    private final long purgeNs;
    private final long seed;
    private final NanoClock clock;

    FoldTrees(Dataset data, SampleWeights weights, long purgeNs, long seed, NanoClock clock) {
        this.data = data;
        this.weights = weights;
        this.purgeNs = purgeNs;
        this.seed = seed;
        this.clock = clock;
    }

    /** One fold's model on its held-out rows, how it was judged and what it made of the features. */
    record Outcome(HeldOutForest forest, Judgement judgement, TreeAttribution attribution) {
    }

    /** @param selected features that were selected before the boundary */
    Outcome run(Fold fold, int[] selected) {
        int[] held = every(fold.next(), MOST_HELD);
        TrainedModel model = fit(fold.past(), Optional.empty());
        HeldOutForest forest = new HeldOutForest(XgboostModelReader.read("selection", model.bytes()), data, held);
        Scores all = new Scores(forest.probabilities(), forest.up(), forest.move());
        double selectedLoss = Double.NaN;
        double selectedArea = Double.NaN;
        if (selected.length > 0) {
            Scores scores = selectedScores(fold.past(), selected, held);
            selectedLoss = Metrics.logLoss(scores);
            selectedArea = Metrics.areaUnderCurve(scores);
        }
        Judgement judgement = new Judgement(held.length, baseLoss(fold.past(), all), Metrics.logLoss(all),
                Metrics.areaUnderCurve(all), selectedLoss, selectedArea, forest.trees());
        return new Outcome(forest, judgement,
                TreeAttribution.of(model.bytes(), FloatRows.of(data, every(held, MOST_EXPLAINED))));
    }

    /** Every k-th row, with the smallest k that leaves at most {@code most}. */
    static int[] every(int[] rows, int most) {
        int step = (rows.length + most - 1) / most;
        return IntStream.range(0, rows.length).filter(i -> i % step == 0).map(i -> rows[i]).toArray();
    }

    private Scores selectedScores(int[] past, int[] selected, int[] held) {
        List<String> names = Arrays.stream(selected).mapToObj(data.featureNames()::get).toList();
        try (Model served = Serving.open(fit(past, Optional.of(FeatureSelection.of(names))))) {
            return Serving.score(served, data, held);
        }
    }

    private TrainedModel fit(int[] past, Optional<FeatureSelection> selection) {
        long boundary = data.eventTimeNs(past[(int) (FITTED_SHARE * past.length)]);
        int[] train = Arrays.stream(past).filter(row -> data.labelEndNs(row) + purgeNs < boundary).toArray();
        int[] validation = Arrays.stream(past).filter(row -> data.eventTimeNs(row) >= boundary).toArray();
        return new XgboostTrainer(SETTINGS, weights, selection, clock).train(data,
                TimeSplit.of(train, validation, new int[0]), seed, TrainingListener.SILENT);
    }

    private double baseLoss(int[] past, Scores held) {
        double share = Arrays.stream(past).filter(data::up).count() / (double) past.length;
        double[] constant = new double[held.rows()];
        Arrays.fill(constant, share);
        return Metrics.logLoss(new Scores(constant, held.up(), held.move()));
    }
}
