package io.v11.engine.play;

import org.agrona.concurrent.NanoClock;

import io.v11.engine.LatencyProbe;
import io.v11.engine.monitor.LatencyHistograms;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.IntentKind;

/**
 * Measures with a real clock: every stage for one event in {@link #SAMPLE}, and for every event how long after its due
 * time it passed dispatch. Each histogram is written by one thread. Allocates nothing per event.
 */
final class MeasuredLatency implements LatencyProbe {
    /** Reading the clock around eleven stages costs as much as a stage, so not every event pays for it. */
    static final int SAMPLE = 16;

    private final NanoClock clock;
    private final LatencyHistograms stages;
    private final LatencyHistograms answers;
    private volatile boolean measuring;

    MeasuredLatency(NanoClock clock, LatencyHistograms stages, LatencyHistograms answers) {
        this.clock = clock;
        this.stages = stages;
        this.answers = answers;
    }

    /** From now on figures count; what came before was warm-up. */
    void measure() {
        measuring = true;
    }

    @Override
    public boolean samples(long sequence) {
        return measuring && sequence % SAMPLE == 0;
    }

    @Override
    public long nanos() {
        return clock.nanoTime();
    }

    @Override
    public void stage(int position, long nanos) {
        stages.record(position, nanos);
    }

    @Override
    public void dispatched(EngineEvent event) {
        if (!measuring) {
            return;
        }
        long nanos = clock.nanoTime() - event.arrivalNanos();
        answers.record(0, nanos);
        if (event.features().ready()) {
            answers.record(1, nanos);
        }
        if (event.intent().kind == IntentKind.NEW) {
            answers.record(2, nanos);
        }
    }
}
