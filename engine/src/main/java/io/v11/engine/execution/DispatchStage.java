package io.v11.engine.execution;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;
import io.v11.engine.venue.Venue;
import io.v11.journal.event.IntentKind;

/**
 * Hands the intent to the venue, after it has been recorded. A stage of its own because nothing may leave that the
 * derived log does not hold. Stateless; a venue that cannot take an order throws, and so stops the engine.
 */
public final class DispatchStage implements Stage {
    private final Venue venue;

    public DispatchStage(Venue venue) {
        this.venue = venue;
    }

    @Override
    public String roleName() {
        return "dispatch";
    }

    @Override
    public void onEvent(EngineEvent event) {
        if (event.intent().kind != IntentKind.NONE) {
            venue.submit(event.intent(), event.timeNs());
        }
    }
}
