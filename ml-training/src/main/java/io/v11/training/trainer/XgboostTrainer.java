package io.v11.training.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.agrona.concurrent.NanoClock;

import io.v11.ml.Family;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;
import io.v11.ml.tree.XgboostModel;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.TimeSplit;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.TrainedModel.CurvePoint;

/**
 * Gradient boosted trees by XGBoost, one tree at a time: the loss on the validation rows after each tree decides when to
 * stop, and the bytes are those of the best tree count. The model file is UBJSON.
 *
 * <p>Reproducible: histogram method, one thread, fixed seed and base score. Equal data gives equal bytes.
 */
public final class XgboostTrainer implements Trainer {
    /** Trees see raw values; the bound is on record for whoever compares families. */
    private static final double CLIP = 5.0;

    private final XgboostSettings settings;
    private final SampleWeights weights;
    private final Optional<FeatureSelection> selection;
    private final NanoClock clock;

    /** All features may be inputs. */
    public XgboostTrainer(XgboostSettings settings, SampleWeights weights, NanoClock clock) {
        this(settings, weights, Optional.empty(), clock);
    }

    /** @param selection features that may be inputs, all when empty */
    public XgboostTrainer(XgboostSettings settings, SampleWeights weights, Optional<FeatureSelection> selection,
            NanoClock clock) {
        this.settings = settings;
        this.weights = weights;
        this.selection = selection;
        this.clock = clock;
    }

    @Override
    public Family family() {
        return Family.XGBOOST;
    }

    @Override
    public TrainedModel train(Dataset data, TimeSplit split, long seed, TrainingListener listener) {
        ModelInputs inputs = FeatureSubset.inputs(data, settings.features(), selection, InputPlane.RAW);
        try (Rows train = new Rows(data, split.train(), inputs, weights);
                Rows validation = new Rows(data, split.validation(), inputs, weights)) {
            Standardisation moments = Standardisation.fit(data, inputs, split.train(), train.weights, CLIP);
            Map<String, Object> parameters = settings.parameters(seed, data.featureNames(), inputs.schema().names());
            Boosted boosted = boost(train, validation, parameters, listener);
            return new TrainedModel(family(), "model.ubj", boosted.bytes, inputs, Memory.NONE, moments,
                    settings.describe(),
                    boosted.curve, boosted.bestStep, boosted.bestLoss);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
        }
    }

    /** What boosting led to. */
    private record Boosted(byte[] bytes, List<CurvePoint> curve, int bestStep, double bestLoss) {
    }

    private Boosted boost(Rows train, Rows validation, Map<String, Object> parameters, TrainingListener listener)
            throws XGBoostError {
        List<CurvePoint> curve = new ArrayList<>();
        Progress progress = new Progress(listener, clock, "xgboost: trees", settings.rounds());
        Booster booster = XGBoost.train(train.matrix, parameters, 0, Map.of(), null, null);
        byte[] best = null;
        double bestLoss = Double.POSITIVE_INFINITY;
        int bestStep = 0;
        try {
            for (int round = 1; round <= settings.rounds() && round - bestStep <= settings.patience(); round++) {
                booster.update(train.matrix, round - 1);
                CurvePoint point = new CurvePoint(round, train.loss(booster), validation.loss(booster));
                curve.add(point);
                listener.onLoss(family().text(), round, point.trainLoss(), point.validationLoss());
                if (point.validationLoss() < bestLoss) {
                    bestLoss = point.validationLoss();
                    bestStep = round;
                    best = booster.toByteArray("ubj");
                }
                progress.at(round);
            }
        } finally {
            booster.dispose();
        }
        return new Boosted(best, curve, bestStep, bestLoss);
    }

    /** The rows of one part in XGBoost's memory, with labels and weights. */
    private static final class Rows implements AutoCloseable {
        private final DMatrix matrix;
        private final boolean[] up;
        private final float[] weights;

        private Rows(Dataset data, int[] rows, ModelInputs inputs, SampleWeights rule) throws XGBoostError {
            if (rows.length == 0) {
                throw new IllegalArgumentException("xgboost: no rows to train or to validate on; check the time ranges"
                        + " of the plan against the journals");
            }
            int features = inputs.size();
            float[] values = new float[Math.multiplyExact(rows.length, features)];
            float[] labels = new float[rows.length];
            up = new boolean[rows.length];
            FeatureVector vector = new FeatureVector(data.features());
            float[] row = new float[features];
            for (int i = 0; i < rows.length; i++) {
                data.copyTo(rows[i], vector);
                XgboostModel.fillRow(inputs, vector, row);
                System.arraycopy(row, 0, values, i * features, features);
                up[i] = data.up(rows[i]);
                labels[i] = up[i] ? 1.0f : 0.0f;
            }
            weights = rule.of(data, rows);
            matrix = new DMatrix(values, rows.length, features, Float.NaN);
            matrix.setLabel(labels);
            matrix.setWeight(weights);
        }

        private double loss(Booster booster) throws XGBoostError {
            float[][] probabilities = booster.predict(matrix);
            LogLoss loss = new LogLoss();
            for (int i = 0; i < up.length; i++) {
                loss.add(probabilities[i][0], up[i], weights[i]);
            }
            return loss.mean();
        }

        @Override
        public void close() {
            matrix.dispose();
        }
    }
}
