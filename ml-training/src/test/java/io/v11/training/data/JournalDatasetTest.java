package io.v11.training.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.JournalReader;
import io.v11.journal.JournalWriter;
import io.v11.journal.event.BestBidAskEncoder;
import io.v11.journal.event.BookSnapshotEncoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.ModelInputs;
import io.v11.training.progress.TrainingListener;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalDatasetTest {
    private static final Decimal ONE = Decimal.parse("1");
    private static final Instruments INSTRUMENTS = new Instruments(
            List.of(new Instrument(0, "BTCUSDT", Instrument.Market.SPOT, Decimal.parse("0.00000001"), ONE, ONE, 10, 10,
                    ONE, ONE)));

    private final UnsafeBuffer frame = new UnsafeBuffer(new byte[2048]);
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private long sequence;

    @Test
    void shouldTakeRowsWithTheHashesOfALiveRun(@TempDir Path folder) {
        write(folder.resolve("J/input"), 3, 500);

        Dataset data = read(List.of(folder.resolve("J"))).data();

        int row = 0;
        FeatureVector vector = new FeatureVector(data.features());
        MarketStage market = new MarketStage(INSTRUMENTS);
        FeatureStage features = new FeatureStage(INSTRUMENTS, DecisionCadence.TOP_CHANGE);
        EngineEvent slot = new EngineEvent(data.features(), 2, 11);
        try (JournalReader reader = JournalReader.open(folder.resolve("J/input"))) {
            while (reader.next()) {
                slot.load(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                market.onEvent(slot);
                features.onEvent(slot);
                if (slot.features().ready()) {
                    data.copyTo(row, vector);
                    assertEquals(slot.sequence(), data.sequence(row));
                    assertEquals(slot.features().hash(), data.hash(row));
                    assertEquals(slot.features().hash(), vector.hash());
                    row++;
                }
            }
        }
        assertEquals(row, data.rows());
        assertTrue(row > 400, "rows=" + row);
    }

    @Test
    void shouldHoldTheVeryInputsThatALiveModelReads(@TempDir Path folder) {
        write(folder.resolve("J/input"), 3, 900, 200_000_000L);
        Dataset data = JournalDataset.read(List.of(folder.resolve("J")), INSTRUMENTS, DecisionCadence.TOP_CHANGE, true,
                folder.resolve("scratch"), TrainingListener.SILENT, System::nanoTime).data();
        ModelInputs inputs = ModelInputs.of(data.schema(), data.featureNames(), InputPlane.NORMALISED);
        FeatureVector copy = new FeatureVector(data.features());
        MarketStage market = new MarketStage(INSTRUMENTS);
        FeatureStage features = new FeatureStage(INSTRUMENTS, DecisionCadence.TOP_CHANGE, true);
        EngineEvent slot = new EngineEvent(data.features(), 2, 11);
        int row = 0;
        int usable = 0;

        try (JournalReader reader = JournalReader.open(folder.resolve("J/input"))) {
            while (reader.next()) {
                slot.load(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                market.onEvent(slot);
                features.onEvent(slot);
                if (slot.features().ready()) {
                    data.copyTo(row, copy);
                    for (int i = 0; i < inputs.size(); i++) {
                        double live = inputs.value(slot.features(), i);
                        assertEquals(live, data.input(row, inputs, i));
                        assertEquals(live, inputs.value(copy, i));
                        usable += Double.isNaN(live) ? 0 : 1;
                    }
                    row++;
                }
            }
        }

        assertEquals(row, data.rows());
        assertTrue(usable > 20 * row, "usable inputs a row: " + usable / row);
    }

    @Test
    void shouldDigestWhatHappenedAndNotTheFiles(@TempDir Path folder) {
        write(folder.resolve("A/input"), 3, 50);
        write(folder.resolve("B/input"), 3, 50);
        write(folder.resolve("C/input"), 4, 50);

        String digest = read(List.of(folder.resolve("A"))).sha256();

        assertEquals(digest, read(List.of(folder.resolve("B"))).sha256());
        assertNotEquals(digest, read(List.of(folder.resolve("C"))).sha256());
    }

    @Test
    void shouldBeginEachJournalWithFreshStages(@TempDir Path folder) {
        write(folder.resolve("A/input"), 3, 50);
        write(folder.resolve("B/input"), 3, 50);

        Dataset data = read(List.of(folder.resolve("A"), folder.resolve("B"))).data();

        int half = data.rows() / 2;
        for (int row = 0; row < half; row++) {
            assertEquals(data.hash(row), data.hash(row + half));
            assertEquals(0, data.source(row));
            assertEquals(1, data.source(row + half));
        }
    }

    private static JournalDataset read(List<Path> journals) {
        return JournalDataset.read(journals, INSTRUMENTS, DecisionCadence.TOP_CHANGE, null, TrainingListener.SILENT,
                System::nanoTime);
    }

    /** A snapshot, then tops that wander at random. */
    private void write(Path log, long seed, int events) {
        write(log, seed, events, 1_000_000L);
    }

    private void write(Path log, long seed, int events, long stepNs) {
        sequence = 0;
        Random random = new Random(seed);
        try (JournalWriter writer = JournalWriter.open(log, Durability.OS)) {
            BookSnapshotEncoder snapshot = new BookSnapshotEncoder();
            int offset = begin(0, BookSnapshotEncoder.TEMPLATE_ID, BookSnapshotEncoder.BLOCK_LENGTH);
            snapshot.wrap(frame, offset).lastUpdateId(1);
            snapshot.bidsCount(1).next().priceE8(1000).quantityE8(500);
            snapshot.asksCount(1).next().priceE8(1002).quantityE8(500);
            append(writer, offset + snapshot.encodedLength());
            long bid = 1000;
            for (int i = 1; i <= events; i++) {
                bid += random.nextInt(3) - 1;
                offset = begin(i * stepNs, BestBidAskEncoder.TEMPLATE_ID, BestBidAskEncoder.BLOCK_LENGTH);
                BestBidAskEncoder best = new BestBidAskEncoder().wrap(frame, offset).updateId(1 + i).bidPriceE8(bid)
                        .bidQuantityE8(1 + random.nextInt(900)).askPriceE8(bid + 2)
                        .askQuantityE8(1 + random.nextInt(900));
                append(writer, offset + best.encodedLength());
            }
        }
    }

    private int begin(long timeNs, int template, int blockLength) {
        header.wrap(frame, 0).blockLength(blockLength).templateId(template).schemaId(11).version(1)
                .sequence(++sequence).ingestTimeNs(timeNs).venueTimeNs(timeNs).instrument(0).frameIndex(0).lastFrame(1);
        return EventHeaderEncoder.ENCODED_LENGTH;
    }

    private void append(JournalWriter writer, int length) {
        writer.append(frame, 0, length);
    }
}
