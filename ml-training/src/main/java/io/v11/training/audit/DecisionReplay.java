package io.v11.training.audit;

import java.nio.file.Path;
import java.util.function.Consumer;

import io.v11.config.Instruments;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.JournalReader;
import io.v11.ml.FeatureVector;

/** The decisions of a journal one after the other, as an engine would have made them, without keeping them. Cold path. */
public final class DecisionReplay {
    private final Instruments instruments;
    private final DecisionCadence cadence;
    private final boolean normalised;

    /** @param normalised fill the normalised values too */
    public DecisionReplay(Instruments instruments, DecisionCadence cadence, boolean normalised) {
        this.instruments = instruments;
        this.cadence = cadence;
        this.normalised = normalised;
    }

    /**
     * Hands out at most {@code limit} vectors, from the first decision on; the vector is the same object each time.
     *
     * @param log input log of a journal
     * @return how many there were
     */
    public long run(Path log, long limit, Consumer<FeatureVector> decisions) {
        MarketStage market = new MarketStage(instruments);
        FeatureStage features = new FeatureStage(instruments, cadence, normalised);
        EngineEvent slot = new EngineEvent(FeatureCatalog.size(), 1, 1);
        long seen = 0;
        try (JournalReader reader = JournalReader.open(log)) {
            while (seen < limit && reader.next()) {
                slot.load(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                market.onEvent(slot);
                features.onEvent(slot);
                if (slot.features().ready()) {
                    decisions.accept(slot.features());
                    seen++;
                }
            }
        }
        return seen;
    }
}
