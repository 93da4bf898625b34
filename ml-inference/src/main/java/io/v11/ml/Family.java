package io.v11.ml;

import java.util.Locale;

/** What kind of model it is. */
public enum Family {
    /** Boosted trees of XGBoost, served by the tree kernel. */
    XGBOOST,
    /** Random forest, grown by XGBoost as parallel trees, served by the tree kernel. */
    FOREST,
    /** Multi-layer perceptron as an ONNX file. */
    MLP,
    /** Long short-term memory as an ONNX file; carries its state from decision to decision. */
    LSTM,
    /** Causal Transformer encoder as an ONNX file; keeps keys and values of its window. */
    TRANSFORMER,
    /** Logistic regression on a handful of features as an ONNX file: the baseline that the others must beat. */
    LOGISTIC,
    /** Weights over the probabilities of other models. */
    STACK;

    /** Name in plans and reports, and of the folder. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Trees are served by the tree kernel, and must meet their golden rows to the bit. */
    public boolean trees() {
        return this == XGBOOST || this == FOREST;
    }

    /** Carries something from one decision of an instrument to the next. */
    public boolean remembers() {
        return this == LSTM || this == TRANSFORMER;
    }
}
