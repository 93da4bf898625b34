package io.v11.engine.feature.group;

import io.v11.ml.FeatureVector;

/**
 * Something whose state is built from the features themselves. It is given the whole vector at the first market event of
 * each second of event time, decision or not, so that its state does not depend on which events are decisions.
 */
public interface Sampled {
    /** False when it holds no state that samples move: then nobody need write a vector for it. */
    default boolean wantsSamples() {
        return true;
    }

    /** Takes the vector of the present event; what is not valid in it must leave no trace. */
    void sample(FeatureVector vector);
}
