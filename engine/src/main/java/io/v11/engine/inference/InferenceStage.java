package io.v11.engine.inference;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;

/**
 * Scores the feature vector of every decision event; other events pass untouched. Its state is the scorer's: what models
 * remember, what the inference budget owes, where the abstention gate stands; all of it is forgotten at start, because models
 * may have been asked before, in a rehearsal. Whether the vector is good enough to trade on is the signal stage's question, so
 * that scores are recorded for it either way. Allocates nothing; the models may, see theirs.
 */
public final class InferenceStage implements Stage {
    private final Scorer scorer;

    public InferenceStage(Scorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public String roleName() {
        return "inference";
    }

    @Override
    public void onStart() {
        scorer.reset();
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event.features().ready()) {
            scorer.score(event.features(), event.scores());
        }
    }

    @Override
    public long stateHash() {
        return scorer.stateHash();
    }
}
