package io.v11.training.trainer.tree;

import java.util.LinkedHashMap;
import java.util.Map;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelInputs;
import io.v11.ml.tree.XgboostModel;
import io.v11.training.data.Dataset;
import io.v11.training.trainer.LogLoss;
import io.v11.training.trainer.SampleWeights;

/** The rows of one part in XGBoost's memory, with labels and weights; what both tree families grow on. */
final class TreeRows implements AutoCloseable {
    /** Trees see raw values; the bound is on record for whoever compares families. */
    static final double CLIP = 5.0;

    private final DMatrix matrix;
    private final boolean[] up;
    private final float[] weights;

    TreeRows(Dataset data, int[] rows, ModelInputs inputs, SampleWeights rule) throws XGBoostError {
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

    /** One thread, one method and a fixed base score: the same bytes on every machine with the same library. */
    static Map<String, Object> parameters(long seed) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("booster", "gbtree");
        map.put("tree_method", "hist");
        map.put("objective", "binary:logistic");
        map.put("base_score", 0.5);
        map.put("nthread", 1);
        map.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
        map.put("verbosity", 0);
        return map;
    }

    DMatrix matrix() {
        return matrix;
    }

    float[] weights() {
        return weights;
    }

    /** Weighted log loss of what the booster says now. */
    double loss(Booster booster) throws XGBoostError {
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
