package io.v11.training.data;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.training.data.TimeSplit.Part;
import io.v11.training.data.TimeSplit.Span;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TimeSplitTest {
    private static final List<Span> SPANS = List.of(new Span(Part.TRAIN, 0, 0, 100),
            new Span(Part.VALIDATION, 0, 100, 200), new Span(Part.TEST, 0, 200, 300));

    @Test
    void shouldPurgeRowsWhoseLabelPassesTheBoundary() {
        // Decisions at 0, 10, 20, ...; a move every 25, so labels of the last rows of a part end in the next.
        Dataset data = every10WithMovesEvery(25);

        TimeSplit split = TimeSplit.of(data, SPANS, 0, 0);

        for (int row : split.train()) {
            assertTrue(data.labelEndNs(row) < 100, "label ends at " + data.labelEndNs(row));
        }
        for (int row : split.validation()) {
            assertTrue(data.eventTimeNs(row) >= 100 && data.labelEndNs(row) < 200);
        }
        assertArrayEquals(new int[]{0, 1, 2, 3, 4, 5, 6, 7}, split.train());
        assertEquals(30 - split.train().length - split.validation().length - split.test().length, split.purged());
        assertTrue(split.purged() >= 4, "purged=" + split.purged());
    }

    @Test
    void shouldWidenThePurgeByTheGap() {
        Dataset data = every10WithMovesEvery(10);

        assertArrayEquals(new int[]{0, 1, 2, 3, 4, 5}, TimeSplit.of(data, SPANS, 35, 0).train());
    }

    @Test
    void shouldDropTheStartOfValidationAndTestButNotOfTrain() {
        Dataset data = every10WithMovesEvery(10);

        TimeSplit split = TimeSplit.of(data, SPANS, 0, 40);

        assertEquals(0, data.eventTimeNs(split.train()[0]));
        assertEquals(140, data.eventTimeNs(split.validation()[0]));
        assertEquals(240, data.eventTimeNs(split.test()[0]));
        assertEquals(8, split.embargoed());
    }

    @Test
    void shouldTakeOnlyRowsOfTheSpansInstrument() {
        Dataset data = every10WithMovesEvery(10);

        TimeSplit split = TimeSplit.of(data, List.of(new Span(Part.TRAIN, 1, 0, 300)), 0, 0);

        assertEquals(0, split.train().length);
    }

    @Test
    void shouldRefuseTrainingInsideATestRangeOfAnotherInstrument() {
        Dataset data = every10WithMovesEvery(10);
        List<Span> spans = List.of(new Span(Part.TEST, 0, 0, 100), new Span(Part.TRAIN, 1, 50, 150));

        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> TimeSplit.of(data, spans, 0, 0));

        assertTrue(refusal.getMessage().contains("overlap"), refusal.getMessage());
    }

    @Test
    void shouldAllowInstrumentsToTrainAtTheSameTime() {
        Dataset data = every10WithMovesEvery(10);
        List<Span> spans = List.of(new Span(Part.TRAIN, 0, 0, 100), new Span(Part.TRAIN, 1, 50, 150));

        assertEquals(9, TimeSplit.of(data, spans, 0, 0).train().length);
    }

    @Test
    void shouldRefuseASpanThatEndsBeforeItBegins() {
        assertThrows(ConfigurationException.class, () -> new Span(Part.TRAIN, 0, 100, 100));
    }

    /** 30 decisions; a move of the mid takes effect at the first event at or after each multiple of {@code periodNs}. */
    private static Dataset every10WithMovesEvery(long periodNs) {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1));
        builder.beginSource();
        Slots slots = new Slots(1);
        for (int i = 0; i < 30; i++) {
            long time = i * 10L;
            long bid = 1000 + time / periodNs;
            builder.onEvent(slots.book(0, time, bid, bid + 2, (double) i));
        }
        builder.onEvent(slots.book(0, 300, 5000, 5002, (double[]) null));
        return builder.build();
    }
}
