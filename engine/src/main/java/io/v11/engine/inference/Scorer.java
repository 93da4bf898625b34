package io.v11.engine.inference;

import io.v11.ml.Ensemble;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelScores;

/** What turns features into scores: an ensemble of models, or a fixed answer in a test. */
@FunctionalInterface
public interface Scorer {
    /** Writes the scores of one feature vector; leaves them not ready when there is no answer. */
    void score(FeatureVector in, ModelScores out);

    /** Forgets all that earlier vectors left behind. */
    default void reset() {
    }

    /** Digest of what later scores depend on; 0 when they depend on nothing but the vector. */
    default long stateHash() {
        return 0L;
    }

    /** An ensemble as one. */
    static Scorer of(Ensemble ensemble) {
        return new Scorer() {
            @Override
            public void score(FeatureVector in, ModelScores out) {
                ensemble.score(in, out);
            }

            @Override
            public void reset() {
                ensemble.reset();
            }

            @Override
            public long stateHash() {
                return ensemble.stateHash();
            }
        };
    }
}
