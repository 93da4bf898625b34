package io.v11.engine.play;

import org.agrona.concurrent.NanoClock;

import io.v11.engine.LatencyProbe;
import io.v11.engine.monitor.LatencyHistograms;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.IntentKind;

/**
 * Measures with a real clock: every stage for one event in {@link #SAMPLE}, and for every decision how long after its
 * due time it passed dispatch. Each histogram is written by one thread. Allocates nothing per event.
 */
final class MeasuredLatency implements LatencyProbe {
    /** Reading the clock around eleven stages costs as much as a stage, so not every event pays for it. */
    static final int SAMPLE = 16;

    private final NanoClock clock;
    private final LatencyHistograms histograms;
    private volatile boolean measuring;

    MeasuredLatency(NanoClock clock, LatencyHistograms histograms) {
        this.clock = clock;
        this.histograms = histograms;
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
        histograms.record(position, nanos);
    }

    @Override
    public void dispatched(EngineEvent event) {
        boolean order = event.intent().kind == IntentKind.NEW;
        if (measuring && (order || event.features().ready())) {
            long nanos = clock.nanoTime() - event.arrivalNanos();
            histograms.record(histograms.tickToDecision(), nanos);
            if (order) {
                histograms.record(histograms.tickToOrder(), nanos);
            }
        }
    }
}
