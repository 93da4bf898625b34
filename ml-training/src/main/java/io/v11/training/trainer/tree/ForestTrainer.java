package io.v11.training.trainer.tree;

import java.util.Map;
import java.util.Optional;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.agrona.concurrent.NanoClock;

import io.v11.ml.Family;
import io.v11.ml.InputPlane;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.BestStep;
import io.v11.training.trainer.FeatureSubset;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.Standardisation;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;

/**
 * A random forest (Breiman 2001) by XGBoost: one boosting round of parallel trees, each on its own sample of rows and
 * features; the model file is UBJSON with the same rows and weights as {@link XgboostTrainer}'s. A forest does not overfit
 * by having more trees, but each costs time when it is served: forests of a quarter and of half the trees are tried too, and
 * a step of the curve is one of them.
 *
 * <p>A leaf is one Newton step from log-odds 0, about {@code 4 (p - 1/2)}: close to the log-odds for probabilities between
 * 0.2 and 0.8 and too timid beyond, which calibration may mend.
 *
 * <p>Reproducible as boosted trees are: histogram method, one thread, fixed seed and base score.
 *
 * @param settings  hyperparameters
 * @param weights   what a row counts
 * @param selection features that may be inputs, all when empty
 * @param clock     for estimates of the remaining time
 */
public record ForestTrainer(ForestSettings settings, SampleWeights weights, Optional<FeatureSelection> selection,
        NanoClock clock) implements Trainer {
    @Override
    public Family family() {
        return Family.FOREST;
    }

    @Override
    public TrainedModel train(Dataset data, TimeSplit split, long seed, TrainingListener listener) {
        ModelInputs inputs = FeatureSubset.inputs(data, settings.features(), selection, InputPlane.RAW);
        try (TreeRows train = new TreeRows(data, split.train(), inputs, weights);
                TreeRows validation = new TreeRows(data, split.validation(), inputs, weights)) {
            Standardisation moments = Standardisation.fit(data, inputs, split.train(), train.weights(), TreeRows.CLIP);
            BestStep<byte[]> best = grow(train, validation, seed, listener);
            return best.trained("model.ubj", best.model(), inputs, Memory.NONE, moments, settings.describe());
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
        }
    }

    private BestStep<byte[]> grow(TreeRows train, TreeRows validation, long seed, TrainingListener listener)
            throws XGBoostError {
        BestStep<byte[]> best = new BestStep<>(family(), listener);
        int total = settings.sizes().stream().mapToInt(Integer::intValue).sum();
        Progress progress = new Progress(listener, clock, "forest: trees", total);
        int grown = 0;
        int step = 0;
        for (int size : settings.sizes()) {
            progress.at(grown);
            Booster booster = XGBoost.train(train.matrix(), settings.parameters(seed, size), 1, Map.of(), null, null);
            try {
                if (best.after(++step, train.loss(booster), validation.loss(booster))) {
                    best.keep(booster.toByteArray("ubj"));
                }
            } finally {
                booster.dispose();
            }
            grown += size;
        }
        progress.at(grown);
        return best;
    }
}
