package io.v11.benchmarks.subject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

import io.v11.ml.tree.TreeKernel;
import io.v11.ml.tree.XgboostModelReader;

/**
 * One boosted forest served twice: by XGBoost4J's {@code inplace_predict}, one thread, margin output, and by V11's kernel.
 * Trained on seeded noise, so that trees are as deep as allowed and rows take every path. The rows hold missing values
 * and zeros of both signs. Confined to one thread.
 */
public final class Forest implements AutoCloseable {
    /** Width of a row; fixed, so that figures of different days can be compared whatever the catalogue grows to. */
    public static final int FEATURES = 112;
    /** Rows that are cycled through: enough that no branch predictor learns them, few enough for the cache. */
    public static final int ROWS = 256;

    private static final int TRAINING_ROWS = 2000;
    private static final int[] ALL_TREES = {0, 0};

    private final Booster booster;
    private final TreeKernel kernel;
    private final float[][] rows = new float[ROWS][];
    private final float[][] nativeRows = new float[ROWS][];
    private final int[] expectedBits = new int[ROWS];

    private Forest(Booster booster) throws XGBoostError {
        this.booster = booster;
        kernel = TreeKernel.of(XgboostModelReader.read("benchmark", file(booster)));
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < ROWS; i++) {
            rows[i] = row(random);
            // The library writes a row back into the array it was given, so each side has its own.
            nativeRows[i] = rows[i].clone();
            expectedBits[i] = Float.floatToRawIntBits(nativeMargin(i));
        }
    }

    /** Trains with the same seed every time. */
    public static Forest train(int trees, int depth) {
        SplittableRandom random = new SplittableRandom(trees * 31L + depth);
        float[] values = new float[TRAINING_ROWS * FEATURES];
        float[] labels = new float[TRAINING_ROWS];
        for (int i = 0; i < TRAINING_ROWS; i++) {
            System.arraycopy(row(random), 0, values, i * FEATURES, FEATURES);
            labels[i] = random.nextInt(2);
        }
        Map<String, Object> parameters = Map.of("objective", "binary:logistic", "max_depth", depth, "eta", 0.1,
                "nthread", 1, "tree_method", "hist", "min_child_weight", 0, "base_score", 0.5, "seed", 7);
        try {
            DMatrix matrix = new DMatrix(values, TRAINING_ROWS, FEATURES, Float.NaN);
            try {
                matrix.setLabel(labels);
                return new Forest(XGBoost.train(matrix, parameters, trees, new HashMap<>(), null, null));
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot train " + trees + " trees of depth " + depth, e);
        }
    }

    private static float[] row(SplittableRandom random) {
        float[] row = new float[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            row[i] = switch (random.nextInt(20)) {
                case 0, 1 -> Float.NaN;
                case 2 -> 0.0f;
                case 3 -> -0.0f;
                default -> (float) random.nextDouble(-1, 1);
            };
        }
        return row;
    }

    private static byte[] file(Booster booster) throws XGBoostError {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            booster.saveModel(bytes, "ubj");
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("an array in memory takes every byte", e);
        }
    }

    /** Log-odds by V11's kernel; row counted modulo {@link #ROWS}. */
    public float margin(int row) {
        return kernel.margin(rows[row % ROWS]);
    }

    /** Log-odds by XGBoost4J; row counted modulo {@link #ROWS}. */
    public float nativeMargin(int row) {
        float[] values = nativeRows[row % ROWS];
        try {
            return booster.inplace_predict(values, 1, values.length, Float.NaN, ALL_TREES,
                    Booster.PredictionType.kMargin, null)[0][0];
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot predict row " + row, e);
        }
    }

    /** Whether a margin has the bits that XGBoost gave for this row at the start. */
    public boolean isRight(int row, float margin) {
        return Float.floatToRawIntBits(margin) == expectedBits[row % ROWS];
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
