package io.v11.engine;

import io.v11.engine.slot.EngineEvent;

/**
 * Looks at the clock on behalf of the stages, which may not. Its figures are neither journaled nor hashed.
 * {@link #stage} may be called from several threads, each for positions of its own.
 */
public interface LatencyProbe {
    /** Measures nothing: replay, tests. */
    LatencyProbe OFF = new LatencyProbe() {
        @Override
        public boolean samples(long sequence) {
            return false;
        }

        @Override
        public long nanos() {
            return 0L;
        }

        @Override
        public void stage(int position, long nanos) {
        }

        @Override
        public void dispatched(EngineEvent event) {
        }
    };

    /** Whether the stages are to be timed for this event: reading the clock eleven times would be the slowest stage. */
    boolean samples(long sequence);

    /** Monotonic clock. */
    long nanos();

    /** Time that the stage at {@code position} of the pipeline took for a sampled event. */
    void stage(int position, long nanos);

    /** The event has passed the last stage before the venue. Called for every event. */
    void dispatched(EngineEvent event);
}
