package io.v11.training.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.engine.slot.EngineEvent;
import io.v11.ml.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DatasetBuilderTest {
    private static final double[] NO_DECISION = null;

    private final Slots slots = new Slots(2);
    private final DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(2));

    @Test
    void shouldLabelWithTheFirstMidThatDiffers() {
        builder.beginSource();
        builder.onEvent(slots.book(0, 10, 100, 102, 1.0, 2.0));
        builder.onEvent(slots.book(0, 20, 100, 102, 3.0, 4.0));
        builder.onEvent(slots.book(0, 30, 99, 103, NO_DECISION));
        builder.onEvent(slots.book(0, 40, 99, 101, 5.0, 6.0));
        builder.onEvent(slots.book(0, 50, 100, 104, NO_DECISION));

        Dataset data = builder.build();

        assertEquals(3, data.rows());
        assertFalse(data.up(0));
        assertFalse(data.up(1));
        assertTrue(data.up(2));
        assertEquals(40, data.labelEndNs(0), "a wider spread around the same mid is no move");
        assertEquals(40, data.labelEndNs(1));
        assertEquals(50, data.labelEndNs(2), "an event that ends one label may open the next");
        assertEquals(data.move(0), data.move(1));
        assertEquals(10_000.0 / 101.0, data.moveBps(0), 1e-9);
        assertEquals(200.0, data.moveBps(2), 1e-9);
    }

    @Test
    void shouldKeepInstrumentsApart() {
        builder.beginSource();
        builder.onEvent(slots.book(0, 10, 100, 102, 1.0, 1.0));
        builder.onEvent(slots.book(1, 20, 500, 502, 2.0, 2.0));
        builder.onEvent(slots.book(1, 30, 498, 500, NO_DECISION));
        builder.onEvent(slots.book(0, 40, 101, 103, NO_DECISION));

        Dataset data = builder.build();

        assertTrue(data.up(0));
        assertFalse(data.up(1));
        assertEquals(40, data.labelEndNs(0));
        assertEquals(30, data.labelEndNs(1));
    }

    @Test
    void shouldLeaveRowsWithoutLabelWhenTheMoveNeverComes() {
        builder.beginSource();
        builder.onEvent(slots.book(0, 10, 100, 102, 1.0, 1.0));
        builder.onEvent(slots.lost(0, 20));
        builder.onEvent(slots.book(0, 30, 110, 112, 2.0, 2.0));
        builder.beginSource();
        builder.onEvent(slots.book(0, 40, 200, 202, 3.0, 3.0));

        Dataset data = builder.build();

        assertEquals(3, data.rows());
        assertFalse(data.labelled(0), "the book was lost before the move");
        assertFalse(data.labelled(1), "the journal ended before the move");
        assertFalse(data.labelled(2), "nothing came after");
        assertEquals(0, data.source(1));
        assertEquals(1, data.source(2));
    }

    @Test
    void shouldNotLabelFromAnInvalidTop() {
        builder.beginSource();
        builder.onEvent(slots.book(0, 10, 100, 102, 1.0, 1.0));
        builder.onEvent(slots.book(0, 20, 150, 102, NO_DECISION));
        builder.onEvent(slots.book(0, 30, 98, 100, NO_DECISION));

        Dataset data = builder.build();

        assertFalse(data.up(0));
        assertEquals(30, data.labelEndNs(0));
    }

    @Test
    void shouldLabelFromNoEventAfterTheEndOfTheLabel() {
        List<double[]> events = randomEvents(11L, 400);
        Dataset whole = replay(events, Long.MAX_VALUE);
        int labelled = 0;

        for (int row = 0; row < whole.rows(); row++) {
            if (whole.labelled(row)) {
                labelled++;
                Dataset until = replay(events, whole.labelEndNs(row));
                Dataset before = replay(events, whole.labelEndNs(row) - 1);
                assertTrue(until.labelled(row), "row " + row + " needs an event after its end");
                assertEquals(whole.up(row), until.up(row));
                assertEquals(whole.moveBps(row), until.moveBps(row));
                assertFalse(before.rows() > row && before.labelled(row), "row " + row + " was decided before its end");
            }
        }

        assertTrue(labelled > 150, "labelled=" + labelled);
    }

    @Test
    void shouldGiveBackTheVectorBitForBit() {
        builder.beginSource();
        List<Long> hashes = new ArrayList<>();
        double[][] rows = {{1.5, Double.NaN}, {-0.0, 1e-300}, {Double.NaN, Double.NaN}, {Math.PI, -7e12}};
        for (int i = 0; i < rows.length; i++) {
            EngineEvent slot = slots.book(0, i, 100, 102, rows[i]);
            hashes.add(slot.features().hash());
            builder.onEvent(slot);
        }

        Dataset data = builder.build();

        FeatureVector vector = new FeatureVector(2);
        for (int i = 0; i < rows.length; i++) {
            data.copyTo(i, vector);
            assertEquals(hashes.get(i), data.hash(i));
            assertEquals(hashes.get(i), vector.hash());
            assertEquals(i + 1, data.sequence(i));
        }
    }

    @Test
    void shouldKeepTheSameRowsInAFileAsOnTheHeap(@TempDir Path folder) {
        DatasetBuilder inFile = DatasetBuilder.inFile(Slots.schema(2), folder.resolve("matrix"));
        builder.beginSource();
        inFile.beginSource();
        Random random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            EngineEvent slot = slots.book(0, i, 100, 102, random.nextGaussian(), i % 7 == 0 ? Double.NaN : i);
            builder.onEvent(slot);
            inFile.onEvent(slot);
        }

        Dataset heap = builder.build();
        Dataset file = inFile.build();

        assertEquals(100_000, file.rows());
        for (int i = 0; i < file.rows(); i++) {
            assertEquals(Double.doubleToRawLongBits(heap.value(i, 0)), Double.doubleToRawLongBits(file.value(i, 0)));
            assertEquals(heap.value(i, 1), file.value(i, 1));
        }
    }

    @Test
    void shouldRefuseVectorsOfAnotherWidth() {
        builder.beginSource();

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> builder.onEvent(new Slots(3).book(0, 1, 100, 102, 1.0, 2.0, 3.0)));

        assertTrue(refusal.getMessage().contains("vector=3 matrix=2"), refusal.getMessage());
    }

    private static List<double[]> randomEvents(long seed, int count) {
        Random random = new Random(seed);
        List<double[]> events = new ArrayList<>();
        double bid = 1000;
        for (int i = 0; i < count; i++) {
            bid += random.nextInt(4) == 0 ? random.nextInt(3) - 1 : 0;
            events.add(new double[]{i * 10.0, bid, random.nextInt(2)});
        }
        return events;
    }

    private static Dataset replay(List<double[]> events, long untilNs) {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(2));
        builder.beginSource();
        Slots slots = new Slots(2);
        for (double[] event : events) {
            if (event[0] <= untilNs) {
                long bid = (long) event[1];
                builder.onEvent(slots.book(0, (long) event[0], bid, bid + 2,
                        event[2] == 1 ? new double[]{event[0], 1.0} : NO_DECISION));
            }
        }
        return builder.build();
    }
}
