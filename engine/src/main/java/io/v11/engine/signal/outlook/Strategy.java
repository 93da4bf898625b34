package io.v11.engine.signal.outlook;

import io.v11.config.ExternalSeries;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.SignalReason;

/** One approach to the market. Deterministic: what it says follows from the events it was shown. Allocates nothing per event. */
public interface Strategy {
    /** Sees every event about a market. */
    void onMarket(EngineEvent event);

    /** Hears a value of a series from outside the venue, when it is published. */
    default void onExternalValue(ExternalSeries series, double value) {
        // Most look at their markets only.
    }

    /**
     * Says what it would hold of the event's instrument, on a decision.
     *
     * @param outlook filled in; clear when called
     * @return NONE when the outlook holds an opinion, else why there is none
     */
    SignalReason decide(EngineEvent event, Outlook outlook);

    /** The hash with all state that later opinions depend on. */
    long addTo(long hash);
}
