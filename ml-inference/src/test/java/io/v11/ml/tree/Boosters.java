package io.v11.ml.tree;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/** Small boosters trained on made-up data with missing values and values that repeat, for tests of this module. */
public final class Boosters {
    private static final int ROWS = 2500;

    private Boosters() {
    }

    /** Trains on seeded rows; parameters beyond the usual ones override. */
    public static Booster train(int features, int trees, int depth, Map<String, Object> overrides) throws Exception {
        SplittableRandom random = new SplittableRandom(features * 31L + trees);
        float[] values = rows(random, ROWS, features);
        float[] labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            double sum = random.nextDouble(-0.5, 0.5);
            for (int f = 0; f < features; f++) {
                float value = values[i * features + f];
                sum += Float.isNaN(value) ? 0.3 : value * Math.sin(f) + 0.5 * value * values[i * features];
            }
            labels[i] = sum > 0 ? 1 : 0;
        }
        DMatrix matrix = new DMatrix(values, ROWS, features, Float.NaN);
        try {
            matrix.setLabel(labels);
            Map<String, Object> parameters = new HashMap<>(Map.of("objective", "binary:logistic", "max_depth", depth,
                    "eta", 0.1, "nthread", 1, "tree_method", "hist", "min_child_weight", 0, "base_score", 0.5, "seed",
                    7));
            parameters.putAll(overrides);
            return XGBoost.train(matrix, parameters, trees, new HashMap<>(), null, null);
        } finally {
            matrix.dispose();
        }
    }

    /** The model file as it would be saved, format {@code ubj} or {@code json}. */
    public static byte[] file(Booster booster, String format) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        booster.saveModel(bytes, format);
        return bytes.toByteArray();
    }

    /** Rows with about a tenth missing, some zeros of both signs, and repeated values. */
    public static float[] rows(SplittableRandom random, int rows, int features) {
        float[] values = new float[rows * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (random.nextInt(20)) {
                case 0, 1 -> Float.NaN;
                case 2 -> 0.0f;
                case 3 -> -0.0f;
                case 4, 5 -> random.nextInt(-3, 4) * 0.25f;
                default -> (float) random.nextDouble(-1, 1);
            };
        }
        return values;
    }
}
