package io.v11.engine;

import java.util.List;

import org.agrona.DirectBuffer;

/** Carries events through the stages, on whatever threads. Used by one publishing thread. */
interface Runner extends AutoCloseable {
    /**
     * Gives the frame the next sequence and sends it on its way.
     *
     * @return the sequence, or 0 when the engine has failed and the event was not taken
     */
    long publish(DirectBuffer frame, int offset, int length, long arrivalNanos);

    /** Waits until everything published has passed the last stage, or the engine has failed. */
    void awaitProcessed();

    /** Sequence of the last event that passed the last stage. */
    long processed();

    /** Engine threads that are alive, for measuring what they allocate. */
    List<Thread> threads();

    /** Ends all threads; every stage is closed. Idempotent. */
    @Override
    void close();
}
