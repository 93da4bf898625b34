package io.v11.engine;

import java.util.List;

import org.agrona.DirectBuffer;

import io.v11.engine.slot.EngineEvent;

/** INVOKER: every stage runs on the publisher's thread, one slot serves all events. Replay, backtest, tests. */
final class InlineRunner implements Runner {
    private final StageGroup group;
    private final EngineEvent slot;
    private final FailureLatch failure;
    private final Thread owner = Thread.currentThread();
    private long sequence;
    private boolean closed;

    InlineRunner(StageGroup group, EngineEvent slot, FailureLatch failure) {
        this.group = group;
        this.slot = slot;
        this.failure = failure;
        group.onStart();
    }

    @Override
    public long publish(DirectBuffer frame, int offset, int length, long arrivalNanos) {
        if (failure.tripped()) {
            return 0L;
        }
        slot.load(frame, offset, length, sequence + 1);
        slot.arrivalNanos(arrivalNanos);
        try {
            group.onEvent(slot, sequence, true);
        } catch (RuntimeException | Error recorded) {
            return 0L; // the latch keeps it; the caller sees it in Pipeline.failure()
        }
        return ++sequence;
    }

    @Override
    public void awaitProcessed() {
    }

    @Override
    public long processed() {
        return sequence;
    }

    @Override
    public List<Thread> threads() {
        return List.of(owner);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            group.onShutdown();
        }
    }
}
