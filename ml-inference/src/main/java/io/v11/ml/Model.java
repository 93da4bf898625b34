package io.v11.ml;

/**
 * One family, one interface: LSTM, Transformer, forest, XGBoost, net, or an ensemble of them.
 * A model is confined to the inference thread, allocates nothing per call, and is deterministic on one machine.
 */
public interface Model extends AutoCloseable {
    /** Name in reports, metrics and the manifest. */
    String name();

    /** Which features of the vector it reads. */
    ModelInputs inputs();

    /** Probability in [0, 1] that the labelled event ("next mid move is up") happens; NaN when the model abstains. */
    double score(FeatureVector features);

    @Override
    default void close() {
    }
}
