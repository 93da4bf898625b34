package io.v11.training.trainer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.ml.Family;
import io.v11.ml.InputPlane;
import io.v11.ml.ModelInputs;
import io.v11.ml.Standardiser;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Feature f0 of a row is its number, so that a chunk says of which rows it is made. */
class SequenceRowsTest {
    private static final long MS = 1_000_000L;
    private static final int CONTEXT = 3;
    private static final SequenceSettings SETTINGS = new SequenceSettings(4, 3, 1000, 1e6, InputPlane.RAW, List.of());

    private final Slots slots = new Slots(1);
    private final DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1));
    private long bid = 10_000;
    private long timeMs;
    private int rows;

    @Test
    void shouldBeginAStreamAtAnotherJournalAndAfterAPauseOfAnInstrument() {
        builder.beginSource();
        decisions(0, 3, 10);
        decision(1, 10);
        decision(0, 1000);
        decision(0, 980);
        decision(0, 1001);
        decision(1, 500);
        builder.beginSource();
        decisions(0, 2, 10);
        Dataset data = builder.build();

        List<int[]> streams = Streams.of(data, 1000);

        // Instrument 1 pauses for 2981 ms; of instrument 0 the step of 1010 ms and that of 1001 ms are too long.
        assertEquals(List.of("[0, 1, 2]", "[4, 5]", "[3]", "[6]", "[8, 9]", "[7]"),
                streams.stream().map(Arrays::toString).toList());
    }

    @Test
    void shouldCutStreamsIntoChunksWithTheirPast() {
        builder.beginSource();
        decisions(0, 14, 10);
        Dataset data = builder.build();

        SequenceRows training = training(data, range(0, 13));

        // Three steps warm up, then four at a time count, each chunk behind three that do not.
        assertEquals(List.of("0 1 2 | 3 4 5 6", "4 5 6 | 7 8 9 10", "8 9 10 | 11 12"), described(training));
    }

    @Test
    void shouldKeepRowsOfOtherPartsOutOfTraining() {
        builder.beginSource();
        decisions(0, 30, 10);
        Dataset data = builder.build();

        // Rows 8 to 14 are for something else; training goes on after them with an empty memory.
        SequenceRows training = training(data, concat(range(0, 8), range(15, 25)));

        assertEquals(List.of("0 1 2 | 3 4 5 6", "4 5 6 | 7", "15 16 17 | 18 19 20 21", "19 20 21 | 22 23 24"),
                described(training));
    }

    @Test
    void shouldKeepRowsWithoutLabelAsThePastOfLaterOnes() {
        builder.beginSource();
        decisions(0, 7, 10);
        // The book is lost: the move after row 6 is unknown.
        builder.onEvent(slots.lost(0, timeMs * MS));
        decisions(0, 6, 10);
        Dataset data = builder.build();

        SequenceRows training = training(data, IntStream.range(0, 12).filter(data::labelled).toArray());

        assertEquals(List.of("0 1 2 | 3 4 5 (6)", "4 5 6 | 7 8 9 10", "8 9 10 | 11"), described(training));
    }

    @Test
    void shouldLetValidationLookBackIntoTheTimeBeforeIt() {
        builder.beginSource();
        decisions(0, 20, 10);
        Dataset data = builder.build();

        SequenceRows validation = SequenceRows.validation(Family.LSTM, data, range(10, 16), ones(6), SETTINGS, CONTEXT,
                ModelInputs.all(data.schema()), standardiser());

        assertEquals(List.of("7 8 9 | 10 11 12 13", "11 12 13 | 14 15"), described(validation));
    }

    @Test
    void shouldGiveBothClassesTheSameWeightWhenAsked() {
        builder.beginSource();
        decisions(0, 41, 10);
        Dataset data = builder.build();
        SequenceRows training = training(data, range(0, 40));

        training.balanceClasses();

        double[] total = new double[2];
        for (Chunk chunk : training.chunks()) {
            SequenceRows.Batch batch = training.gather(List.of(chunk), chunk.length());
            for (int i = 0; i < batch.steps(); i++) {
                total[(int) batch.labels()[i]] += batch.weights()[i];
            }
        }
        assertEquals(37.0 / 2.0, total[0], 1e-4);
        assertEquals(37.0 / 2.0, total[1], 1e-4);
    }

    @Test
    void shouldSayWhatToDoWhenNoRowIsWarm() {
        builder.beginSource();
        decisions(0, 4, 10);
        Dataset data = builder.build();

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> training(data, range(0, 3)));

        assertTrue(refusal.getMessage().contains("lower warmUp"), refusal.getMessage());
    }

    @Test
    void shouldMeetEveryChunkOnceInAShuffledEpoch() {
        builder.beginSource();
        decisions(0, 200, 10);
        Dataset data = builder.build();
        SequenceRows training = training(data, range(0, 199));

        List<Chunk> shuffled = new ArrayList<>(training.shuffled(new Random(3)));

        assertTrue(!shuffled.equals(training.chunks()));
        shuffled.sort(Comparator.comparingInt(Chunk::first));
        assertEquals(training.chunks(), shuffled);
    }

    private void decisions(int instrument, int count, long everyMs) {
        for (int i = 0; i < count; i++) {
            decision(instrument, everyMs);
        }
    }

    /** A decision so long after the one before; the mid moves at each, in threes to one side and once to the other. */
    private void decision(int instrument, long afterMs) {
        timeMs += afterMs;
        bid += rows % 4 == 0 ? -300 : 100;
        builder.onEvent(slots.book(instrument, timeMs * MS, bid, bid + 100, rows++));
    }

    private SequenceRows training(Dataset data, int[] part) {
        return SequenceRows.training(Family.LSTM, data, part, ones(part.length), SETTINGS, CONTEXT,
                ModelInputs.all(data.schema()), standardiser());
    }

    private static List<String> described(SequenceRows rows) {
        List<String> described = new ArrayList<>();
        for (Chunk chunk : rows.chunks()) {
            SequenceRows.Batch batch = rows.gather(List.of(chunk), chunk.length() + 2);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < chunk.length(); i++) {
                boolean past = i < chunk.context();
                String row = String.valueOf((int) batch.inputs()[i]);
                text.append(i == chunk.context() ? "| " : "");
                text.append(past || batch.weights()[i] > 0 ? row : "(" + row + ")").append(' ');
                assertTrue(!past || batch.weights()[i] == 0, "the past must not count");
            }
            assertArrayEquals(new float[2],
                    Arrays.copyOfRange(batch.weights(), chunk.length(), chunk.length() + 2));
            described.add(text.toString().strip());
        }
        return described;
    }

    private static Standardiser standardiser() {
        return new Standardiser(new double[]{0.0}, new double[]{1.0}, 1e6);
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    private static int[] concat(int[] left, int[] right) {
        return IntStream.concat(Arrays.stream(left), Arrays.stream(right)).toArray();
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1.0f);
        return ones;
    }
}
