package io.v11.engine.execution;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OrderStateTest {
    @Test
    void shouldAllowTheseMovesAndNoOthers() {
        List<String> moves = new ArrayList<>();
        for (OrderState from : OrderState.values()) {
            for (OrderState to : OrderState.values()) {
                if (from.leadsTo(to)) {
                    moves.add(from + " -> " + to);
                }
            }
        }

        assertEquals(List.of( //
                "PENDING_NEW -> WORKING", "PENDING_NEW -> PARTIALLY_FILLED", "PENDING_NEW -> PENDING_CANCEL",
                "PENDING_NEW -> FILLED", "PENDING_NEW -> CANCELLED", "PENDING_NEW -> REJECTED", //
                "WORKING -> PARTIALLY_FILLED", "WORKING -> PENDING_CANCEL", "WORKING -> FILLED", "WORKING -> CANCELLED", //
                "PARTIALLY_FILLED -> PARTIALLY_FILLED", "PARTIALLY_FILLED -> PENDING_CANCEL",
                "PARTIALLY_FILLED -> FILLED", "PARTIALLY_FILLED -> CANCELLED", //
                "PENDING_CANCEL -> PENDING_CANCEL", "PENDING_CANCEL -> FILLED", "PENDING_CANCEL -> CANCELLED",
                "PENDING_CANCEL -> REJECTED"), moves);
    }

    @Test
    void shouldFailOnAnIllegalMove() {
        assertThrows(IllegalStateException.class, () -> new Order().moveTo(OrderState.WORKING));
    }
}
