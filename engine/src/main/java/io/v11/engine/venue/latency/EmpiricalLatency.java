package io.v11.engine.venue.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.config.FixedPoint;
import io.v11.engine.slot.StateHash;

/**
 * Draws from own measurements: a CSV file with one latency a line, {@code latencyUs}, or a histogram,
 * {@code latencyUs,count}. Which one a message gets is a seeded hash of its id and time, so draws do not depend on the order
 * in which threads ask. At most {@link #LINES} lines. Allocates nothing after construction.
 */
final class EmpiricalLatency implements LatencyModel {
    static final int LINES = 1 << 20;
    private static final String SAMPLES = "latencyUs";
    private static final String HISTOGRAM = "latencyUs,count";
    private static final long NS_PER_US = 1_000L;

    /** Distinct latencies, rising. */
    private final long[] latenciesNs;
    /** Measurements up to and with each. */
    private final long[] cumulated;
    private final long seed;

    /** @param rows latency in ns and count each, rising by latency */
    private EmpiricalLatency(long[][] rows, long seed) {
        this.seed = seed;
        latenciesNs = new long[rows.length];
        cumulated = new long[rows.length];
        long sum = 0;
        for (int i = 0; i < rows.length; i++) {
            sum = Math.addExact(sum, rows[i][1]);
            latenciesNs[i] = rows[i][0];
            cumulated[i] = sum;
        }
    }

    static EmpiricalLatency read(String file, long seed) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of(file));
        } catch (IOException e) {
            throw new ConfigurationException("latency file " + file + " cannot be read: " + e
                    + "; give venue.orderLatency.file or venue.reportLatency.file a CSV with the head " + SAMPLES, e);
        }
        String head = lines.isEmpty() ? "" : lines.getFirst().strip();
        boolean histogram = head.equals(HISTOGRAM);
        if (!histogram && !head.equals(SAMPLES) || lines.size() < 2 || lines.size() > LINES) {
            throw new ConfigurationException("latency file " + file + " needs the head '" + SAMPLES + "' or '"
                    + HISTOGRAM
                    + "' and 1 to " + (LINES - 1) + " lines after it; has the head '" + head + "' and " + lines.size()
                    + " lines");
        }
        long[][] rows = new long[lines.size() - 1][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(file, i + 2, lines.get(i + 1), histogram);
        }
        Arrays.sort(rows, (left, right) -> Long.compare(left[0], right[0]));
        return new EmpiricalLatency(rows, seed);
    }

    @Override
    public long latencyNs(long id, long timeNs) {
        long hash = StateHash.add(StateHash.add(StateHash.add(StateHash.start(), seed), id), timeNs);
        long rank = Math.floorMod(hash, cumulated[cumulated.length - 1]);
        int low = 0;
        int high = cumulated.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulated[middle] > rank) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return latenciesNs[low];
    }

    @Override
    public long minimumNs() {
        return latenciesNs[0];
    }

    private static long[] row(String file, int line, String text, boolean histogram) {
        String[] cells = text.strip().split(",", -1);
        try {
            double us = FixedPoint.toDouble(FixedPoint.parse(cells[0]));
            long count = histogram ? Long.parseLong(cells[1].strip()) : 1L;
            if (us >= 0 && count > 0 && cells.length == (histogram ? 2 : 1)) {
                return new long[]{(long) (us * NS_PER_US), count};
            }
        } catch (RuntimeException e) {
            throw new ConfigurationException("latency file " + file + ":" + line + ": '" + text + "' is no latency", e);
        }
        throw new ConfigurationException("latency file " + file + ":" + line + ": '" + text
                + "' must be microseconds of 0 or more" + (histogram ? " and a count above 0" : ""));
    }
}
