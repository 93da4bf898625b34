package io.v11.engine;

import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;

import com.lmax.disruptor.ExceptionHandler;

import io.v11.engine.slot.EngineEvent;

/**
 * Keeps the first failure and trips. The handler rethrows, so that the thread that failed ends without moving its
 * sequence: no later stage ever sees the half-written slot. Publishers and gates look at {@link #tripped()}; a
 * supervisor waits in {@link #await()}.
 */
final class FailureLatch implements ExceptionHandler<EngineEvent> {
    private final CountDownLatch latch = new CountDownLatch(1);
    private volatile EngineFailure first;

    boolean tripped() {
        return first != null;
    }

    /** The first failure, null while there is none. */
    EngineFailure failure() {
        return first;
    }

    void await() throws InterruptedException {
        latch.await();
    }

    /** Lets a waiting supervisor go without a failure: the engine is closing. */
    void release() {
        latch.countDown();
    }

    synchronized void record(String stage, EngineEvent event, Throwable cause) {
        if (first == null) {
            byte[] frame = new byte[event.length()];
            event.frame().getBytes(0, frame);
            first = new EngineFailure(stage, event.sequence(), event.timeNs(), event.templateId(),
                    HexFormat.of().formatHex(frame), cause);
            latch.countDown();
        }
    }

    synchronized void record(String stage, Throwable cause) {
        if (first == null) {
            first = new EngineFailure(stage, 0L, 0L, 0, "", cause);
            latch.countDown();
        }
    }

    @Override
    public void handleEventException(Throwable cause, long sequence, EngineEvent event) {
        record("unknown", event, cause);
        throw new EngineStoppedException(cause);
    }

    @Override
    public void handleOnStartException(Throwable cause) {
        record("start", cause);
        throw new EngineStoppedException(cause);
    }

    @Override
    public void handleOnShutdownException(Throwable cause) {
        record("close", cause);
    }
}
