package io.v11.training.generation;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.agrona.concurrent.NanoClock;

import io.v11.config.Instruments;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.JournalReader;
import io.v11.ml.FeatureVector;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;

/**
 * All that generated features would have seen of some base features: their values whenever the engine samples, and at every
 * decision, in the order of events. Candidates without number can be run over it without replaying the journals again, and
 * see what they would see when they stream. 8 bytes a value. Written by one thread, then only read.
 */
public final class InputTape {
    private static final String INPUT_LOG = "input";
    private static final int PROGRESS_EVENTS = 4096;

    private final int[] positions;
    private double[] values;
    private long[] timesNs = new long[1024];
    private int[] streams = new int[1024];
    private boolean[] decisions = new boolean[1024];
    private int count;

    /** @param positions of the features in the vectors that come */
    public InputTape(int[] positions) {
        this.positions = positions.clone();
        values = new double[1024 * positions.length];
    }

    /** Replays journals as {@link io.v11.training.data.JournalDataset} does: the n-th decision is its row n. */
    public static InputTape read(List<Path> journals, Instruments instruments, DecisionCadence cadence, int[] positions,
            TrainingListener listener, NanoClock clock) {
        InputTape tape = new InputTape(positions);
        EngineEvent slot = new EngineEvent(FeatureCatalog.size(), 1, 1);
        Progress progress = new Progress(listener, clock, "recording inputs", 0);
        long events = 0;
        for (int source = 0; source < journals.size(); source++) {
            int first = source * instruments.count();
            MarketStage market = new MarketStage(instruments);
            FeatureStage features = new FeatureStage(instruments, cadence,
                    context -> new FeatureGroup[]{new TapeObserver(tape, first + context.instrument().id())});
            try (JournalReader reader = JournalReader.open(journals.get(source).resolve(INPUT_LOG))) {
                while (reader.next()) {
                    slot.load(reader.buffer(), reader.offset(), reader.length(), reader.sequence());
                    market.onEvent(slot);
                    features.onEvent(slot);
                    if (slot.features().ready()) {
                        tape.decision(first + slot.instrument(), slot.timeNs(), slot.features());
                    }
                    if (++events % PROGRESS_EVENTS == 0) {
                        progress.at(events);
                    }
                }
            }
        }
        return tape;
    }

    /** The vector is sampled. @param stream number of the state: one an instrument of a journal */
    public void sample(int stream, long timeNs, FeatureVector vector) {
        append(stream, timeNs, vector, false);
    }

    /** The vector is the next row. */
    public void decision(int stream, long timeNs, FeatureVector vector) {
        append(stream, timeNs, vector, true);
    }

    public int size() {
        return count;
    }

    /** Number of features. */
    public int width() {
        return positions.length;
    }

    /** Entries of the decisions, in order. */
    int[] decisionEntries() {
        return IntStream.range(0, count).filter(entry -> decisions[entry]).toArray();
    }

    /** The value of an input, NaN when it was not valid. */
    double value(int entry, int input) {
        return values[entry * positions.length + input];
    }

    int stream(int entry) {
        return streams[entry];
    }

    long timeNs(int entry) {
        return timesNs[entry];
    }

    boolean isDecision(int entry) {
        return decisions[entry];
    }

    /** Sets the first {@link #width} features. */
    void copyTo(int entry, FeatureVector vector) {
        int at = entry * positions.length;
        for (int i = 0; i < positions.length; i++) {
            if (Double.isNaN(values[at + i])) {
                vector.invalidate(i);
            } else {
                vector.set(i, values[at + i]);
            }
        }
    }

    private void append(int stream, long timeNs, FeatureVector vector, boolean decision) {
        if (count == timesNs.length) {
            int capacity = Math.multiplyExact(count, 2);
            timesNs = Arrays.copyOf(timesNs, capacity);
            streams = Arrays.copyOf(streams, capacity);
            decisions = Arrays.copyOf(decisions, capacity);
            values = Arrays.copyOf(values, Math.multiplyExact(capacity, positions.length));
        }
        int at = count * positions.length;
        for (int i = 0; i < positions.length; i++) {
            values[at + i] = vector.isValid(positions[i]) ? vector.value(positions[i]) : Double.NaN;
        }
        timesNs[count] = timeNs;
        streams[count] = stream;
        decisions[count] = decision;
        count++;
    }
}
