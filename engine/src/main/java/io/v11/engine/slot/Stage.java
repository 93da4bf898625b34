package io.v11.engine.slot;

/**
 * One step of the flow. A stage knows neither its thread nor the clock: it is given events in sequence, reads the time
 * from them, and writes its own part of the slot. It allocates nothing after {@link #onStart()}.
 *
 * <p>A stage that throws stops the engine. Refusals, stale data and rejects are values, not exceptions.
 */
public interface Stage {
    /** Name of the stage: in plans, thread names, metrics and reports. */
    String roleName();

    /** Called once on the stage's thread before the first event. */
    default void onStart() {
    }

    void onEvent(EngineEvent event);

    /** Called once on the stage's thread after the last event, failed or not. */
    default void onClose() {
    }

    /** Digest of all state that later outputs depend on; 0 for a stage without state. Equal inputs give equal digests. */
    default long stateHash() {
        return 0L;
    }
}
