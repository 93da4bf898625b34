package io.v11.engine.record;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;

/** Appends every input frame to the input log, before anything may act on it. Without state; allocates nothing. */
public final class JournalStage implements Stage {
    private final EventLog log;

    public JournalStage(EventLog log) {
        this.log = log;
    }

    @Override
    public String roleName() {
        return "journal";
    }

    @Override
    public void onEvent(EngineEvent event) {
        log.append(event.frame(), 0, event.length());
    }

    @Override
    public void onClose() {
        log.close();
    }
}
