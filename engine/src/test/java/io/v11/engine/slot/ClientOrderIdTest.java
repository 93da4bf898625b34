package io.v11.engine.slot;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClientOrderIdTest {
    @Test
    void shouldGiveBackRunAndSequence() {
        long id = ClientOrderId.of(ClientOrderId.MAXIMUM_RUN, ClientOrderId.MAXIMUM_SEQUENCE);

        assertTrue(id > 0);
        assertEquals(ClientOrderId.MAXIMUM_RUN, ClientOrderId.runId(id));
        assertEquals(ClientOrderId.MAXIMUM_SEQUENCE, ClientOrderId.sequence(id));
    }

    @Test
    void shouldDifferBetweenRunsForTheSameSequence() {
        assertNotEquals(ClientOrderId.of(1, 5), ClientOrderId.of(2, 5));
        assertEquals(ClientOrderId.of(1, 5), ClientOrderId.of(1, 5));
        assertTrue(ClientOrderId.of(0, 1) > 0);
    }

    @Test
    void shouldRefuseWhatDoesNotFit() {
        assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(ClientOrderId.MAXIMUM_RUN + 1, 1));
        assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(1, 0));
        assertThrows(IllegalArgumentException.class, () -> ClientOrderId.of(1, ClientOrderId.MAXIMUM_SEQUENCE + 1));
    }
}
