package io.v11.ml.tree;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;

/**
 * Compares the serving model, gathering of inputs included, with XGBoost's own library on given rows, bit for bit. The library is asked to start from the
 * kernel's base margin, because its own comes from the platform's {@code logf}, which is not the same everywhere; the
 * base margins themselves may differ by that last bit only. Cold path; the only place of this package that needs
 * native code, and it does without when there is none.
 *
 * @param rows   rows compared, 0 when the library could not be loaded
 * @param result in words, for a report
 */
public record XgboostParity(int rows, String result) {

    /** Throws when a margin differs; a library that cannot be loaded is only reported. */
    public static XgboostParity check(String name, byte[] content, TreeEnsemble ensemble, ModelInputs inputs,
            List<FeatureVector> vectors) {
        try {
            Booster booster = XGBoost.loadModel(content);
            try {
                return compare(name, booster, ensemble, new XgboostModel(name, ensemble, inputs), inputs, vectors);
            } finally {
                booster.dispose();
            }
        } catch (XGBoostError | IOException e) {
            throw new ModelException("model " + name + ": XGBoost refuses it: " + e.getMessage(), e);
        } catch (LinkageError e) {
            return new XgboostParity(0, "not compared with XGBoost: its library cannot be loaded here (" + e + ")");
        }
    }

    private static XgboostParity compare(String name, Booster booster, TreeEnsemble ensemble, XgboostModel model,
            ModelInputs inputs, List<FeatureVector> vectors) throws XGBoostError {
        booster.setParam("nthread", 1);
        float[] base = {ensemble.baseMargin()};
        float[] row = new float[ensemble.features()];
        for (int i = 0; i < vectors.size(); i++) {
            XgboostModel.fillRow(inputs, vectors.get(i), row);
            float ours = model.margin(vectors.get(i));
            // The library copies its row back into the array it was given, so it gets one of its own.
            float theirs = booster.inplace_predict(Arrays.copyOf(row, row.length), 1, row.length, Float.NaN,
                    new int[]{0, 0}, Booster.PredictionType.kMargin, base)[0][0];
            if (Float.floatToRawIntBits(ours) != Float.floatToRawIntBits(theirs)) {
                throw new ModelException("model " + name + ": row " + i + " has margin " + ours + ", XGBoost gives "
                        + theirs + "; the kernel does not serve this model faithfully, do not trade with it");
            }
        }
        return new XgboostParity(vectors.size(), vectors.size() + " margins equal to XGBoost's to the bit");
    }

    @Override
    public String toString() {
        return result;
    }
}
