package io.v11.binance;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many messages were skipped, by name of their event type. A name is made once, when it is first seen; counting
 * it again allocates nothing. Beyond {@value #NAMES} names the rest counts as {@code (other)}, so that hostile input
 * cannot grow it.
 */
public final class SkippedMessages {
    private static final int NAMES = 64;
    private static final String OTHER = "(other)";

    private final byte[][] names = new byte[NAMES][];
    private final long[] counts = new long[NAMES];
    private int size;
    private long others;

    void add(byte[] text, int from, int to) {
        for (int i = 0; i < size; i++) {
            if (JsonScanner.same(names[i], text, from, to)) {
                counts[i]++;
                return;
            }
        }
        if (size == NAMES) {
            others++;
            return;
        }
        names[size] = java.util.Arrays.copyOfRange(text, from, to);
        counts[size++] = 1;
    }

    void add(byte[] name) {
        add(name, 0, name.length);
    }

    /** All of them together. */
    public long total() {
        long total = others;
        for (int i = 0; i < size; i++) {
            total += counts[i];
        }
        return total;
    }

    /** Counts by name, in order of the names. */
    public Map<String, Long> byName() {
        Map<String, Long> byName = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            byName.merge(new String(names[i], StandardCharsets.UTF_8), counts[i], Long::sum);
        }
        if (others > 0) {
            byName.merge(OTHER, others, Long::sum);
        }
        return byName;
    }
}
