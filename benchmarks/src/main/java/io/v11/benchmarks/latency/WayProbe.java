package io.v11.benchmarks.latency;

import java.util.List;

import org.HdrHistogram.Histogram;

import io.v11.engine.LatencyProbe;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.IntentKind;

/**
 * Takes the way of a decision apart: every second event has its stages timed, the others only their whole way, so that
 * no whole is made longer by the clock calls of its parts. What was spent on an event counts when the event turns out to
 * be a decision, and once more when it became an order: the median over all events would be that of the many on which
 * most stages have nothing to do.
 *
 * <p>Stage times of one event are noted by the threads that run the stages, each in a place of its own, and read behind
 * the gate that execution waits at. Allocates nothing per event.
 */
final class WayProbe implements LatencyProbe {
    /** Latencies beyond count as this one: a minute. */
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final int SAMPLE_MASK = 1;

    private final List<String> stages;
    private final long[] spent;
    private final Way decisions;
    private final Way orders;
    private volatile boolean measuring;

    /** What was measured of one kind of event. */
    static final class Way {
        final Histogram whole = new Histogram(1, HIGHEST_NANOS, DIGITS);
        final Histogram edge = new Histogram(1, HIGHEST_NANOS, DIGITS);
        final Histogram[] stages;

        Way(int count) {
            stages = new Histogram[count];
            for (int i = 0; i < count; i++) {
                stages[i] = new Histogram(1, HIGHEST_NANOS, DIGITS);
            }
        }
    }

    /** @param stages of the pipeline up to and with dispatch */
    WayProbe(List<String> stages) {
        this.stages = List.copyOf(stages);
        spent = new long[stages.size()];
        decisions = new Way(stages.size());
        orders = new Way(stages.size());
    }

    List<String> stages() {
        return stages;
    }

    /** From now on figures count. */
    void measure() {
        measuring = true;
    }

    /** Every event on which the models were asked. */
    Way decisions() {
        return decisions;
    }

    /** Those that became an order. */
    Way orders() {
        return orders;
    }

    @Override
    public boolean samples(long sequence) {
        return measuring && (sequence & SAMPLE_MASK) == 0;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void stage(int position, long nanos) {
        if (position < spent.length) {
            spent[position] = nanos;
        }
    }

    @Override
    public void dispatched(EngineEvent event) {
        boolean order = event.intent().kind == IntentKind.NEW;
        if (measuring && (order || event.features().ready())) {
            long whole = System.nanoTime() - event.arrivalNanos();
            boolean sampled = samples(event.sequence());
            record(decisions, whole, sampled);
            if (order) {
                record(orders, whole, sampled);
            }
        }
    }

    private void record(Way way, long whole, boolean sampled) {
        if (!sampled) {
            way.whole.recordValue(bounded(whole));
            return;
        }
        long sum = 0;
        for (int i = 0; i < spent.length; i++) {
            way.stages[i].recordValue(bounded(spent[i]));
            sum += spent[i];
        }
        way.edge.recordValue(bounded(whole - sum));
    }

    private static long bounded(long nanos) {
        return Math.min(HIGHEST_NANOS, Math.max(0, nanos));
    }
}
