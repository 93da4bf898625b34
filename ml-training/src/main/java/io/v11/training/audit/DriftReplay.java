package io.v11.training.audit;

import java.nio.file.Path;

import io.v11.config.Instruments;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.JournalReader;
import io.v11.ml.drift.DriftDetector;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.drift.DriftSummary;

/** Replays a journal through fresh market and feature stages and compares its features with a reference. Confined to one thread. */
public final class DriftReplay {
    private final Instruments instruments;
    private final DecisionCadence cadence;
    private final DriftReference reference;

    /** @param cadence that of the rows the reference was made of */
    public DriftReplay(Instruments instruments, DecisionCadence cadence, DriftReference reference) {
        this.instruments = instruments;
        this.cadence = cadence;
        this.reference = reference;
    }

    /** @param log input log of the journal */
    public DriftSummary run(Path log) {
        EngineEvent slot = new EngineEvent(FeatureCatalog.size(), 1, 1);
        MarketStage market = new MarketStage(instruments);
        FeatureStage features = new FeatureStage(instruments, cadence);
        DriftDetector detector = new DriftDetector(reference, FeatureCatalog.schema(), instruments.qualifiedNames());
        try (JournalReader reader = JournalReader.open(log)) {
            while (reader.next()) {
                slot.load(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                market.onEvent(slot);
                features.onEvent(slot);
                if (slot.features().ready()) {
                    detector.onDecision(slot.instrument(), slot.timeNs(), slot.features());
                }
            }
        }
        return detector.summary();
    }
}
