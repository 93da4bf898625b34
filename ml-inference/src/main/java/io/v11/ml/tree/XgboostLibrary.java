package io.v11.ml.tree;

import java.io.IOException;
import java.util.Arrays;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;

/**
 * The same trees asked through XGBoost's own library, to compare the serving kernel with. It is asked to start from the kernel's
 * base margin, because its own comes from the platform's {@code logf}, which is not the same everywhere; the base margins themselves
 * may differ by that last bit only. Cold path; the only place of this package that needs native code.
 */
public final class XgboostLibrary implements AutoCloseable {
    private final String name;
    private final Booster booster;
    private final ModelInputs inputs;
    private final float[] base;
    private final float[] row;

    private XgboostLibrary(String name, Booster booster, ModelInputs inputs, TreeEnsemble ensemble) {
        this.name = name;
        this.booster = booster;
        this.inputs = inputs;
        this.base = new float[]{ensemble.baseMargin()};
        this.row = new float[ensemble.features()];
    }

    /**
     * Loads the file into the library; {@link LinkageError} where there is none for this system.
     *
     * @param ensemble what the kernel reads from the same file
     */
    public static XgboostLibrary open(String name, byte[] content, TreeEnsemble ensemble, ModelInputs inputs) {
        try {
            Booster booster = XGBoost.loadModel(content);
            try {
                booster.setParam("nthread", 1);
            } catch (XGBoostError e) {
                booster.dispose();
                throw e;
            }
            return new XgboostLibrary(name, booster, inputs, ensemble);
        } catch (XGBoostError | IOException e) {
            throw new ModelException("model " + name + ": XGBoost refuses it: " + e.getMessage(), e);
        }
    }

    /** Log-odds as {@code output_margin} gives them. */
    public float margin(FeatureVector features) {
        XgboostModel.fillRow(inputs, features, row);
        try {
            // The library copies its row back into the array it was given, so it gets one of its own.
            return booster.inplace_predict(Arrays.copyOf(row, row.length), 1, row.length, Float.NaN, new int[]{0, 0},
                    Booster.PredictionType.kMargin, base)[0][0];
        } catch (XGBoostError e) {
            throw new ModelException("model " + name + ": XGBoost refuses a row: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
