package io.v11.engine.inference;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelScores;

/** What turns features into scores: an ensemble of models, or a fixed answer in a test. */
@FunctionalInterface
public interface Scorer {
    /** Writes the scores of one feature vector; leaves them not ready when no model has an answer. */
    void score(FeatureVector in, ModelScores out);
}
