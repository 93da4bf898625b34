package io.v11.training.backtest.reading;

import java.util.Arrays;

/**
 * Columns over a grid of time that coarsens as a run goes on: a second to begin with, and never more than {@value #POINTS} points.
 * A point stands at the end of its step and tells of a level what it was then, of a count what came during the step. Steps without
 * an event have no point. Confined to one thread.
 */
final class TimeGrid {
    /** Most points kept. */
    static final int POINTS = 1 << 15;

    private final int levels;
    private final long[] current;
    private final long[][] columns;
    private long[] timesNs = new long[1024];
    private long stepNs = Steps.least();
    private long currentEndNs = Long.MIN_VALUE;
    private int points;

    /** The first {@code levels} columns are levels, the {@code counts} after them counts. */
    TimeGrid(int levels, int counts) {
        this.levels = levels;
        current = new long[levels + counts];
        columns = new long[levels + counts][1024];
    }

    /** Moves on to an event's time; levels and counts that follow are of that time. */
    void advance(long timeNs) {
        long endNs = endNs(timeNs);
        if (currentEndNs != Long.MIN_VALUE && endNs != currentEndNs) {
            store(currentEndNs);
        }
        currentEndNs = endNs(timeNs);
    }

    void level(int column, long value) {
        current[column] = value;
    }

    void count(int column, long increase) {
        current[column] += increase;
    }

    /** Stores the last point, at the time of the last event. */
    void finish(long timeNs) {
        if (currentEndNs != Long.MIN_VALUE && (points == 0 || timeNs > timesNs[points - 1])) {
            store(timeNs);
        }
    }

    int points() {
        return points;
    }

    long stepNs() {
        return stepNs;
    }

    long[] timesNs() {
        return Arrays.copyOf(timesNs, points);
    }

    long[] column(int column) {
        return Arrays.copyOf(columns[column], points);
    }

    private long endNs(long timeNs) {
        return Math.ceilDiv(timeNs, stepNs) * stepNs;
    }

    private void store(long timeNs) {
        if (points == POINTS) {
            coarsen();
        }
        if (points == timesNs.length) {
            timesNs = Arrays.copyOf(timesNs, 2 * points);
            for (int i = 0; i < columns.length; i++) {
                columns[i] = Arrays.copyOf(columns[i], 2 * points);
            }
        }
        // A step taken coarser meanwhile may already hold a point at this end.
        boolean same = points > 0 && endNs(timesNs[points - 1]) == endNs(timeNs);
        int at = same ? points - 1 : points++;
        timesNs[at] = same ? Math.max(timesNs[at], timeNs) : timeNs;
        for (int i = 0; i < columns.length; i++) {
            columns[i][at] = i < levels || !same ? current[i] : columns[i][at] + current[i];
            current[i] = i < levels ? current[i] : 0L;
        }
    }

    private void coarsen() {
        while (points > POINTS / 2) {
            stepNs = Steps.after(stepNs);
            int kept = 0;
            for (int from = 0; from < points; from++) {
                long endNs = endNs(timesNs[from]);
                boolean same = kept > 0 && timesNs[kept - 1] == endNs;
                int at = same ? kept - 1 : kept++;
                timesNs[at] = endNs;
                for (int i = 0; i < columns.length; i++) {
                    columns[i][at] = i < levels || !same ? columns[i][from] : columns[i][at] + columns[i][from];
                }
            }
            points = kept;
        }
    }
}
