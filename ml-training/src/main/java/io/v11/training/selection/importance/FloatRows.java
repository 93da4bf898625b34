package io.v11.training.selection.importance;

import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

import io.v11.ml.FeatureVector;
import io.v11.ml.tree.XgboostModel;
import io.v11.training.data.Dataset;

/** Rows as tree models that see every raw value take them, one after the other, NaN for what is missing. Immutable by agreement; 4 bytes a value. */
record FloatRows(float[] values, int rows, int features) {

    static FloatRows of(Dataset data, int[] rows) {
        int features = data.features();
        float[] values = new float[Math.multiplyExact(rows.length, features)];
        FeatureVector vector = new FeatureVector(features);
        float[] row = new float[features];
        for (int i = 0; i < rows.length; i++) {
            data.copyTo(rows[i], vector);
            XgboostModel.fillRow(vector, row);
            System.arraycopy(row, 0, values, i * features, features);
        }
        return new FloatRows(values, rows.length, features);
    }

    float value(int row, int feature) {
        return values[row * features + feature];
    }

    /** The caller disposes of it. */
    DMatrix matrix() throws XGBoostError {
        return new DMatrix(values, rows, features, Float.NaN);
    }
}
