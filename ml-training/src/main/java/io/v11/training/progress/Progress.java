package io.v11.training.progress;

import org.agrona.concurrent.NanoClock;

/** Turns counts into progress calls with an estimate of the time that remains; at most one call every 200 ms. */
public final class Progress {
    private static final long INTERVAL_NS = 200_000_000L;

    private final TrainingListener listener;
    private final NanoClock clock;
    private final String step;
    private final long total;
    private final long startedNs;
    private long lastNs;

    /** @param total 0 when the end is not known */
    public Progress(TrainingListener listener, NanoClock clock, String step, long total) {
        this.listener = listener;
        this.clock = clock;
        this.step = step;
        this.total = total;
        startedNs = clock.nanoTime();
        lastNs = startedNs - INTERVAL_NS;
    }

    /** {@code done} of the total are behind us. */
    public void at(long done) {
        long now = clock.nanoTime();
        if (now - lastNs >= INTERVAL_NS || done == total) {
            lastNs = now;
            listener.onProgress(step, done, total, remainingNs(done, now));
        }
    }

    private long remainingNs(long done, long now) {
        if (done <= 0 || total <= 0) {
            return -1;
        }
        return (long) ((now - startedNs) * ((double) (total - done) / done));
    }
}
