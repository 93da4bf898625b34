package io.v11.training.selection.importance;

import java.io.IOException;
import java.util.Map;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * What each feature contributes inside a boosted ensemble. Gain is the loss that its splits took off while learning: it says what the
 * model used, on the rows it was fitted to. SHAP divides the margin of a single row among the features by their Shapley
 * values (TreeSHAP with path-dependent background, Lundberg et al. 2020; XGBoost's own implementation): shares are of the mean absolute
 * contribution over rows that the model has not seen.
 *
 * @param gain share of the total gain of each feature
 * @param shap share of the mean |contribution| of each feature
 */
record TreeAttribution(double[] gain, double[] shap) {
    /** Contributions are floats: sums over hundreds of features agree with the margin to about this much. */
    private static final double ADDITIVITY = 1e-3;

    /** Throws when the contributions of a row do not sum to its margin: they would explain another model. */
    static TreeAttribution of(byte[] model, FloatRows rows) {
        try {
            Booster booster = XGBoost.loadModel(model);
            DMatrix matrix = rows.matrix();
            try {
                booster.setParam("nthread", 1);
                // XGBoost would write beyond its memory instead of refusing.
                if (booster.getNumFeature() != rows.features()) {
                    throw new IllegalStateException("rows of " + rows.features() + " features for a model of "
                            + booster.getNumFeature());
                }
                return new TreeAttribution(gain(booster, rows.features()),
                        shap(booster.predictContrib(matrix, 0), booster.predict(matrix, true, 0), rows.features()));
            } finally {
                matrix.dispose();
                booster.dispose();
            }
        } catch (XGBoostError | IOException e) {
            throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
        }
    }

    private static double[] gain(Booster booster, int features) throws XGBoostError {
        double[] gain = new double[features];
        // Features without names are f0, f1, ...; those that no split asks for are left out.
        for (Map.Entry<String, Double> entry : booster.getScore("", "total_gain").entrySet()) {
            gain[Integer.parseInt(entry.getKey().substring(1))] = entry.getValue();
        }
        return shares(gain);
    }

    /** @param contributions of each row: one for every feature, then the bias */
    static double[] shap(float[][] contributions, float[][] margins, int features) {
        double[] total = new double[features];
        for (int row = 0; row < contributions.length; row++) {
            double sum = contributions[row][features];
            for (int feature = 0; feature < features; feature++) {
                sum += contributions[row][feature];
                total[feature] += Math.abs(contributions[row][feature]);
            }
            if (!(Math.abs(sum - margins[row][0]) <= ADDITIVITY * Math.max(1.0, Math.abs(sum)))) {
                throw new IllegalStateException("SHAP contributions of row " + row + " sum to " + sum
                        + ", the margin is " + margins[row][0]);
            }
        }
        return shares(total);
    }

    private static double[] shares(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        double[] shares = new double[values.length];
        for (int i = 0; i < values.length && sum > 0.0; i++) {
            shares[i] = values[i] / sum;
        }
        return shares;
    }
}
