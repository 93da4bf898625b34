package io.v11.app;

import java.nio.file.Path;

import org.agrona.DirectBuffer;

import io.v11.config.Instruments;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;

/** A market and its image, side by side through stages of their own into a dataset each. Confined to one thread. */
final class MirroredReplay {
    private final MirroredFrames frames;
    private final Side market;
    private final Side mirrored;

    /** @param scratch file for the values, too many for the heap of a test; those of the image go beside it */
    MirroredReplay(Instruments instruments, DecisionCadence cadence, Path scratch) {
        frames = new MirroredFrames(instruments);
        market = new Side(instruments, cadence, scratch);
        mirrored = new Side(instruments, cadence, scratch.resolveSibling(scratch.getFileName() + "-mirrored"));
    }

    void onEvent(DirectBuffer frame, int offset, int length, long sequence) {
        frames.load(frame, offset, length, sequence);
        market.onEvent(frames.market());
        mirrored.onEvent(frames.mirrored());
    }

    /** Ends the replay. */
    Both build() {
        return new Both(market.builder.build(), mirrored.builder.build());
    }

    /** Row i of one is row i of the other. */
    record Both(Dataset market, Dataset mirrored) {
    }

    /** One of the two markets. */
    private static final class Side {
        private final MarketStage stage;
        private final FeatureStage features;
        private final DatasetBuilder builder;

        private Side(Instruments instruments, DecisionCadence cadence, Path scratch) {
            stage = new MarketStage(instruments);
            features = new FeatureStage(instruments, cadence);
            builder = DatasetBuilder.inFile(FeatureCatalog.schema(), scratch);
            builder.beginSource();
        }

        private void onEvent(EngineEvent event) {
            stage.onEvent(event);
            features.onEvent(event);
            builder.onEvent(event);
        }
    }
}
