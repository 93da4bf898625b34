package io.v11.engine;

import java.util.List;
import java.util.function.IntConsumer;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.Sequence;

import io.v11.config.Limits;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;

/**
 * The stages that one thread runs, in order. Reports its progress after every event, not after a batch, so that the
 * next thread can start at once. When the group holds execution but not the journal, it waits at the gate: no order
 * leaves before its cause has been appended. Confined to its thread; allocates nothing per event.
 */
final class StageGroup implements EventHandler<EngineEvent> {
    private static final int NO_GATE = -1;
    private static final int SPINS_BEFORE_YIELD = 200;

    private final Stage[] stages;
    private final int firstPosition;
    private final int dispatchPosition;
    private final LatencyProbe probe;
    private final FailureLatch failure;
    private final int core;
    private final IntConsumer pinning;

    private Sequence progress = new Sequence();
    private boolean clears;
    private int gatedStage = NO_GATE;
    private StageGroup journal;
    private int current;

    StageGroup(List<Stage> stages, int firstPosition, int dispatchPosition, LatencyProbe probe, FailureLatch failure,
            int core, IntConsumer pinning) {
        this.stages = stages.toArray(Stage[]::new);
        this.firstPosition = firstPosition;
        this.dispatchPosition = dispatchPosition;
        this.probe = probe;
        this.failure = failure;
        this.core = core;
        this.pinning = pinning;
    }

    int size() {
        return stages.length;
    }

    boolean startsAt(int position) {
        return firstPosition == position;
    }

    /** The stage at {@code position} is one of the group, but not its first. */
    boolean holdsInside(int position) {
        return position > firstPosition && position < firstPosition + stages.length;
    }

    /** This group is the last: it hands every slot back clear. */
    void clearSlots() {
        clears = true;
    }

    /** Before the stage at {@code position} of the pipeline this group waits until the journal's group has passed. */
    void gate(int position, StageGroup journalGroup) {
        gatedStage = position - firstPosition;
        journal = journalGroup;
    }

    @Override
    public void setSequenceCallback(Sequence callback) {
        progress = callback;
    }

    @Override
    public void onStart() {
        if (core >= 0) {
            pinning.accept(core);
        }
        for (Stage stage : stages) {
            stage.onStart();
        }
    }

    @Override
    public void onEvent(EngineEvent event, long ringSequence, boolean endOfBatch) {
        try {
            run(event, ringSequence);
        } catch (Throwable cause) {
            failure.record(stages[current].roleName(), event, cause);
            throw cause;
        }
        if (clears) {
            event.clear();
        }
        progress.set(ringSequence);
    }

    private void run(EngineEvent event, long ringSequence) {
        long sequence = event.sequence();
        boolean sampled = probe.samples(sequence);
        boolean hashed = (sequence & (Limits.HASH_INTERVAL - 1)) == 0;
        long before = sampled ? probe.nanos() : 0L;
        for (int i = 0; i < stages.length; i++) {
            if (i == gatedStage) {
                awaitJournal(ringSequence);
            }
            current = i;
            stages[i].onEvent(event);
            if (hashed) {
                event.stateHashes()[firstPosition + i] = stages[i].stateHash();
            }
            if (sampled) {
                long now = probe.nanos();
                probe.stage(firstPosition + i, now - before);
                before = now;
            }
            if (firstPosition + i == dispatchPosition) {
                probe.dispatched(event);
            }
        }
    }

    private void awaitJournal(long ringSequence) {
        int spins = 0;
        while (journal.progress.get() < ringSequence) {
            if (failure.tripped()) {
                throw new EngineStoppedException(failure.failure().cause());
            }
            if (++spins < SPINS_BEFORE_YIELD) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    @Override
    public void onShutdown() {
        for (Stage stage : stages) {
            stage.onClose();
        }
    }

    /** Ring sequence of the last event that passed the whole group. */
    long processed() {
        return progress.get();
    }
}
