package io.v11.training.data;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.NanoClock;

import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.JournalReader;
import io.v11.ml.FeatureSchema;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;

/**
 * Replays journals through the engine's own market and feature stages and keeps every decision as a row. Each journal
 * begins with fresh stages, as an engine does.
 *
 * @param data   the rows
 * @param sha256 over the frames of all journals in order, lengths included: equal for equal events, whatever the files
 * @param events frames read
 */
public record JournalDataset(Dataset data, String sha256, long events) {
    /** Folder of the input log within a journal's folder. */
    private static final String INPUT_LOG = "input";
    private static final int PROGRESS_EVENTS = 4096;

    /** What the engine of this build computes. */
    public static FeatureSchema schema() {
        return FeatureCatalog.schema();
    }

    /**
     * @param journals folders of journals, in the order in which they are replayed
     * @param scratch  file for the feature values, mapped while the dataset lives; null: on the heap
     */
    public static JournalDataset read(List<Path> journals, Instruments instruments, DecisionCadence cadence,
            Path scratch, TrainingListener listener, NanoClock clock) {
        return read(journals, instruments, cadence, false, scratch, listener, clock);
    }

    /** @param normalised keep normalised values as well, which takes as much memory again */
    public static JournalDataset read(List<Path> journals, Instruments instruments, DecisionCadence cadence,
            boolean normalised, Path scratch, TrainingListener listener, NanoClock clock) {
        return read(journals, instruments, cadence, normalised, new NextMoveLabels(), scratch, listener, clock);
    }

    /** The same under labels of another kind. */
    public static JournalDataset read(List<Path> journals, Instruments instruments, DecisionCadence cadence,
            boolean normalised, Labels labels, Path scratch, TrainingListener listener, NanoClock clock) {
        FeatureSchema schema = schema();
        DatasetBuilder builder = scratch == null
                ? DatasetBuilder.inMemory(schema, labels)
                : DatasetBuilder.inFile(schema, scratch, labels);
        EngineEvent slot = new EngineEvent(schema.size(), 1, 1);
        FrameDigest digest = new FrameDigest();
        Progress progress = new Progress(listener, clock, "replaying journals", 0);
        long events = 0;
        for (Path journal : journals) {
            MarketStage market = new MarketStage(instruments);
            FeatureStage features = new FeatureStage(instruments, cadence, normalised);
            builder.beginSource();
            try (JournalReader reader = JournalReader.open(journal.resolve(INPUT_LOG))) {
                while (reader.next()) {
                    digest.add(reader.buffer(), reader.offset(), reader.length());
                    slot.load(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                    market.onEvent(slot);
                    features.onEvent(slot);
                    builder.onEvent(slot);
                    if (++events % PROGRESS_EVENTS == 0) {
                        progress.at(events);
                    }
                }
            }
        }
        return new JournalDataset(builder.build(), digest.hex(), events);
    }

    /** SHA-256 over frames. */
    private static final class FrameDigest {
        private final MessageDigest digest;
        private final ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Limits.FRAME_BYTES);

        private FrameDigest() {
            try {
                digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        private void add(DirectBuffer buffer, int offset, int length) {
            bytes.clear().putInt(length);
            buffer.getBytes(offset, bytes, length);
            digest.update(bytes.flip());
        }

        private String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
