package io.v11.benchmarks.subject;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The race is fair: the same values on both sides, the same in every pass, of at least twenty indicators. */
class IndicatorRaceTest {
    private final IndicatorRace race = new IndicatorRace();

    @Test
    void shouldRaceAtLeastTwentyIndicatorsWithEqualValues() {
        assertTrue(IndicatorRace.COUNT >= 20, "indicators=" + IndicatorRace.COUNT);
        assertDoesNotThrow(race::requireEqualValues);
    }

    @Test
    void shouldComeToTheSameInEveryPass() {
        assertEquals(race.passStreaming(), race.passStreaming());
        assertEquals(race.passTa4j(), race.passTa4j());
    }
}
