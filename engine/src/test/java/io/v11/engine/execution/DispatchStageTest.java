package io.v11.engine.execution;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.OrderFrames;
import io.v11.journal.event.IntentKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class DispatchStageTest {
    private final OrderFrames frames = new OrderFrames();
    private final List<String> submitted = new ArrayList<>();

    @Test
    void shouldSubmitIntentsWithTheTimeOfTheirCause() {
        DispatchStage stage = new DispatchStage((intent, time) -> submitted.add(intent.kind + "@" + time));
        stage.onEvent(frames.at(5).quiet(0));
        stage.onEvent(intent(7, IntentKind.NEW));
        stage.onEvent(intent(8, IntentKind.CANCEL_ALL));

        assertEquals(List.of("NEW@7", "CANCEL_ALL@8"), submitted);
    }

    @Test
    void shouldPassOnThatTheVenueCannotTakeAnOrder() {
        DispatchStage stage = new DispatchStage((intent, time) -> {
            throw new IllegalStateException("full");
        });

        assertThrows(IllegalStateException.class, () -> stage.onEvent(intent(7, IntentKind.NEW)));
    }

    private EngineEvent intent(long time, IntentKind kind) {
        EngineEvent event = frames.at(time).quiet(0);
        event.intent().kind = kind;
        return event;
    }
}
