package io.v11.training.data.label;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.v11.training.data.Dataset;
import io.v11.training.data.HorizonLabels.Price;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Cuts the events at each label's end, and one event before: for every kind of label. */
class TruncationTest {
    private static final int EVENTS = 600;
    private static final long SEED = 41;

    static Stream<Arguments> rules() {
        return Stream.concat(
                Stream.concat(LabelRule.ofEveryKind(Price.MID).stream(),
                        Stream.of("triple-barrier:5s,0.5,none,500ms,30", "trend-scan:500ms,4,12,2",
                                "cost-aware:next-move,0").map(LabelRule::parse))
                        .map(rule -> Arguments.of(Price.MID, rule)),
                LabelRule.ofEveryKind(Price.CLOSE).stream().map(rule -> Arguments.of(Price.CLOSE, rule)));
    }

    @Test
    void shouldKnowARuleOfEveryKind() {
        for (LabelKind kind : LabelKind.values()) {
            assertTrue(rules().anyMatch(arguments -> ((LabelRule) arguments.get()[1]).kind() == kind), kind.text());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldKnowTheLabelAtItsEndAndNotOneEventBefore(Price price, LabelRule rule) {
        RandomEvents events = price == Price.MID ? RandomEvents.mids(SEED, EVENTS) : RandomEvents.closes(SEED, EVENTS);
        Dataset whole = events.replay(rule.labels(price), events.events().size());
        int labelled = 0;
        int ups = 0;

        for (int row = 0; row < whole.rows(); row++) {
            if (!whole.labelled(row)) {
                continue;
            }
            String which = rule + " row " + row + " seed " + SEED;
            int end = events.countUntil(whole.labelEndNs(row));
            Dataset until = events.replay(rule.labels(price), end);
            Dataset before = events.replay(rule.labels(price), end - 1);
            assertTrue(until.labelled(row), which);
            assertEquals(whole.up(row), until.up(row), which);
            assertEquals(whole.moveBps(row), until.moveBps(row), which);
            assertEquals(whole.move(row), until.move(row), which);
            assertEquals(whole.labelEndNs(row), until.labelEndNs(row), which);
            assertFalse(before.rows() > row && before.labelled(row), which);
            assertTrue(whole.labelEndNs(row) > whole.eventTimeNs(row), which);
            labelled++;
            ups += whole.up(row) ? 1 : 0;
        }

        assertTrue(labelled > 60, rule + ": " + labelled + " labels");
        assertTrue(ups > labelled / 5 && ups < labelled * 4 / 5, rule + ": " + ups + " ups of " + labelled);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void shouldNumberMovesInTheOrderOfTimeWithinAnInstrument(Price price, LabelRule rule) {
        RandomEvents events = price == Price.MID ? RandomEvents.mids(SEED, EVENTS) : RandomEvents.closes(SEED, EVENTS);
        Dataset data = events.replay(rule.labels(price), events.events().size());
        int[] latest = {-1, -1};

        for (int row = 0; row < data.rows(); row++) {
            if (data.labelled(row)) {
                assertTrue(data.move(row) >= latest[data.instrument(row)], rule + " row " + row);
                latest[data.instrument(row)] = data.move(row);
            }
        }

        assertTrue(latest[0] > 5 && latest[1] > 5, rule + ": " + latest[0] + " and " + latest[1]);
    }
}
