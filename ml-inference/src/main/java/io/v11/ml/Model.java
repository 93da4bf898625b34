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

    /**
     * Probability in [0, 1] that the labelled event ("next mid move is up") happens; NaN when the model abstains. A model
     * with memory takes it as the next step of the vector's instrument: give it every decision, in order.
     */
    double score(FeatureVector features);

    /** The decision is not scored; a model with memory forgets the vector's instrument, because it missed a step. */
    default void skip(FeatureVector features) {
    }

    /** Forgets all that earlier vectors left behind. */
    default void reset() {
    }

    /** Digest of what later scores depend on; 0 for a model without memory. */
    default long stateHash() {
        return 0L;
    }

    @Override
    default void close() {
    }
}
