package io.v11.training.audit;

import java.util.List;

import org.agrona.collections.LongArrayList;

import io.v11.config.Instruments;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.StateHash;
import io.v11.journal.JournalReader;
import io.v11.ml.FeatureVector;
import io.v11.training.data.Labels;

/**
 * One replay through fresh market and feature stages that remembers the hash of every decision's vector, and the labels.
 * Confined to one thread.
 */
class AuditPass {
    private final EngineEvent slot = new EngineEvent(FeatureCatalog.size(), 1, 1);
    private final LongArrayList hashes = new LongArrayList();
    private final LongArrayList sequences = new LongArrayList();
    private final MarketStage market;
    private final FeatureStage features;
    private final List<Labels> labels;
    private long chain = StateHash.start();

    AuditPass(Instruments instruments, DecisionCadence cadence, List<Labels> labels) {
        this.labels = labels;
        market = new MarketStage(instruments);
        features = new FeatureStage(instruments, cadence);
    }

    /** Takes the reader's present event. */
    void onEvent(JournalReader reader) {
        slot.load(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
        market.onEvent(slot);
        conclude(slot);
        labels.forEach(label -> label.onEvent(slot));
        if (slot.features().ready()) {
            labels.forEach(label -> label.onDecision(hashes.size(), slot));
            long hash = slot.features().hash();
            chain = StateHash.add(chain, hash);
            hashes.addLong(hash);
            sequences.addLong(reader.sequence());
        }
    }

    /** Fills the vector when the event is a decision. */
    void conclude(EngineEvent event) {
        features.onEvent(event);
    }

    FeatureVector vector() {
        return slot.features();
    }

    /** Digest of every vector so far and of all that later ones depend on. */
    long digest() {
        return StateHash.add(StateHash.add(chain, features.stateHash()), market.stateHash());
    }

    List<Labels> labels() {
        return labels;
    }

    /** Time of the last event. */
    long timeNs() {
        return slot.timeNs();
    }

    int decisions() {
        return hashes.size();
    }

    /** Hash of the vector of a decision. */
    long hash(int decision) {
        return hashes.getLong(decision);
    }

    /** Sequence of the event that was the decision. */
    long sequence(int decision) {
        return sequences.getLong(decision);
    }
}
