package io.v11.ml.serving;

import org.junit.jupiter.api.Test;

import io.v11.ml.FeatureVector;
import io.v11.ml.Memory;
import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContinuityTest {
    private static final long MILLISECOND = 1_000_000L;

    private final Continuity continuity = new Continuity(new Memory(2, 0, 100));

    @Test
    void shouldBeWarmAtTheDecisionAfterTheWarmUp() {
        assertTrue(begins(3, 0, 1));
        assertFalse(continuity.isWarm(3));
        assertFalse(begins(3, 1, 1));
        assertFalse(continuity.isWarm(3));
        assertFalse(begins(3, 2, 1));
        assertTrue(continuity.isWarm(3));
    }

    @Test
    void shouldBeginAfreshWhenTheBookWasLost() {
        begins(3, 0, 1);

        assertTrue(begins(3, 1, 2));
        assertFalse(begins(3, 2, 2));
    }

    @Test
    void shouldBeginAfreshAfterMoreThanTheGap() {
        begins(3, 0, 1);

        assertFalse(begins(3, 100 * MILLISECOND, 1));
        assertTrue(begins(3, 200 * MILLISECOND + 1, 1));
    }

    @Test
    void shouldBeginAfreshWhenTimeGoesBack() {
        begins(3, 5, 1);

        assertFalse(begins(3, 5, 1));
        assertTrue(begins(3, 4, 1));
    }

    @Test
    void shouldBeginAfreshAfterADecisionThatWasNotTaken() {
        begins(3, 0, 1);
        begins(4, 0, 1);

        continuity.lose(3);

        assertTrue(begins(3, 1, 1));
        assertFalse(begins(4, 1, 1));
    }

    @Test
    void shouldForgetEverybodyOnReset() {
        long fresh = continuity.addTo(1);
        begins(3, 0, 1);
        assertNotEquals(fresh, continuity.addTo(1));

        continuity.reset();

        assertEquals(fresh, continuity.addTo(1));
        assertTrue(begins(3, 1, 1));
    }

    @Test
    void shouldRefuseAnInstrumentBeyondTheLimit() {
        ModelException refusal = assertThrows(ModelException.class,
                () -> Continuity.require("net", vector(64, 0, 0)));

        assertTrue(refusal.getMessage().contains("instrument 64 is not one of 0 to 63"), refusal.getMessage());
    }

    private boolean begins(int instrument, long timeNs, int episode) {
        return continuity.begins(vector(instrument, timeNs, episode));
    }

    private static FeatureVector vector(int instrument, long timeNs, int episode) {
        FeatureVector vector = new FeatureVector(1);
        vector.origin(instrument, timeNs, episode);
        return vector;
    }
}
