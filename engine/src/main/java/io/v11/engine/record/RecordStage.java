package io.v11.engine.record;

import io.v11.config.Limits;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.SignalReason;

/**
 * Appends what the stages concluded to the derived log: vector, scores, regime, signal,
 * verdict, risk report, intent, and every
 * {@link Limits#HASH_INTERVAL} events the state hashes. Scores are kept of every decision, of one without an answer too:
 * what was left out, and that nothing was said, is a conclusion. It stands before dispatch, so that an order is on record before
 * it is sent. Without state of its own; allocates nothing.
 */
public final class RecordStage implements Stage {
    private final EventLog log;
    private final ConclusionEncoder encoder;
    private final boolean vectors;

    /**
     * @param schemaHash first 8 bytes of the SHA-256 of the feature schema
     * @param vectors    keep the feature vectors as well
     */
    public RecordStage(EventLog log, long schemaHash, boolean vectors) {
        this.vectors = vectors;
        this.log = log;
        this.encoder = new ConclusionEncoder(schemaHash);
    }

    @Override
    public String roleName() {
        return "record";
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event.features().ready()) {
            if (vectors) {
                append(encoder.encodeFeatures(event));
            }
            append(encoder.encodeScores(event));
        }
        if (event.regime().updated) {
            append(encoder.encodeRegime(event));
        }
        if (event.signal().reason != SignalReason.NONE) {
            append(encoder.encodeSignal(event));
        }
        if (event.verdict().reason != RiskReason.NONE) {
            append(encoder.encodeVerdict(event));
        }
        if (event.verdict().report.present) {
            append(encoder.encodeRiskReport(event));
        }
        if (event.intent().kind != IntentKind.NONE) {
            append(encoder.encodeIntent(event));
        }
        if ((event.sequence() & (Limits.HASH_INTERVAL - 1)) == 0) {
            append(encoder.encodeStateHashes(event));
        }
    }

    private void append(int length) {
        log.append(encoder.buffer(), 0, length);
    }

    @Override
    public void onClose() {
        log.close();
    }
}
