package io.v11.engine.monitor;

import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;

/**
 * One histogram of nanoseconds per stage, and two for the way from a tick to the order and to the decision. The clock is
 * read by whoever runs the stages. Three significant digits from 1 ns to {@link #HIGHEST_NANOS}; what lies beyond counts
 * as that, so that a stall shows as the maximum instead of as a failure.
 *
 * <p>Each index is written by one thread; {@link #rows} is for after the run. Allocates nothing in {@link #record}.
 */
public final class LatencyHistograms {
    /** Longest latency that is told apart from a longer one: one minute. */
    public static final long HIGHEST_NANOS = 60_000_000_000L;

    private static final int SIGNIFICANT_DIGITS = 3;

    private final String[] names;
    private final Histogram[] histograms;
    private final int stages;

    /** @param stageNames names of the stages in the order of the pipeline; index i is stage i */
    public LatencyHistograms(List<String> stageNames) {
        stages = stageNames.size();
        names = new String[stages + 2];
        histograms = new Histogram[stages + 2];
        for (int i = 0; i < histograms.length; i++) {
            names[i] = i < stages ? stageNames.get(i) : i == stages ? "tick-to-order" : "tick-to-decision";
            histograms[i] = new Histogram(1L, HIGHEST_NANOS, SIGNIFICANT_DIGITS);
        }
    }

    /** Index of the way from the arrival of a tick to its order. */
    public int tickToOrder() {
        return stages;
    }

    /** Index of the way from the arrival of a tick to the end of its decision, order or not. */
    public int tickToDecision() {
        return stages + 1;
    }

    public void record(int index, long nanos) {
        histograms[index].recordValue(Math.min(HIGHEST_NANOS, Math.max(0L, nanos)));
    }

    /** One row per histogram, in the order of the indices. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < histograms.length; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    public Row row(int index) {
        Histogram histogram = histograms[index];
        return new Row(names[index], histogram.getTotalCount(), histogram.getValueAtPercentile(50.0),
                histogram.getValueAtPercentile(90.0), histogram.getValueAtPercentile(99.0),
                histogram.getValueAtPercentile(99.9), histogram.getMaxValue());
    }

    /** Percentiles of one histogram, nanoseconds; all 0 when the count is. */
    public record Row(String name, long count, long p50, long p90, long p99, long p999, long max) {
    }
}
