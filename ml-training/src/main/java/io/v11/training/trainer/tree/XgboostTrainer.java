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
 * Gradient boosted trees by XGBoost, one tree at a time: the loss on the validation rows after each tree decides when to
 * stop, and the bytes are those of the best tree count. The model file is UBJSON.
 *
 * <p>Reproducible: histogram method, one thread, fixed seed and base score. Equal data gives equal bytes.
 *
 * @param settings  hyperparameters
 * @param weights   what a row counts
 * @param selection features that may be inputs, all when empty
 * @param clock     for estimates of the remaining time
 */
public record XgboostTrainer(XgboostSettings settings, SampleWeights weights, Optional<FeatureSelection> selection,
        NanoClock clock) implements Trainer {
    @Override
    public Family family() {
        return Family.XGBOOST;
    }

    @Override
    public TrainedModel train(Dataset data, TimeSplit split, long seed, TrainingListener listener) {
        ModelInputs inputs = FeatureSubset.inputs(data, settings.features(), selection, InputPlane.RAW);
        try (TreeRows train = new TreeRows(data, split.train(), inputs, weights);
                TreeRows validation = new TreeRows(data, split.validation(), inputs, weights)) {
            Standardisation moments = Standardisation.fit(data, inputs, split.train(), train.weights(), TreeRows.CLIP);
            Map<String, Object> parameters = settings.parameters(seed, data.featureNames(), inputs.schema().names());
            BestStep<byte[]> best = boost(train, validation, parameters, listener);
            return best.trained("model.ubj", best.model(), inputs, Memory.NONE, moments, settings.describe());
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
        }
    }

    private BestStep<byte[]> boost(TreeRows train, TreeRows validation, Map<String, Object> parameters,
            TrainingListener listener) throws XGBoostError {
        BestStep<byte[]> best = new BestStep<>(family(), listener);
        Progress progress = new Progress(listener, clock, "xgboost: trees", settings.rounds());
        Booster booster = XGBoost.train(train.matrix(), parameters, 0, Map.of(), null, null);
        try {
            for (int round = 1; round <= settings.rounds() && best.hopes(round, settings.patience()); round++) {
                booster.update(train.matrix(), round - 1);
                if (best.after(round, train.loss(booster), validation.loss(booster))) {
                    best.keep(booster.toByteArray("ubj"));
                }
                progress.at(round);
            }
        } finally {
            booster.dispose();
        }
        return best;
    }
}
