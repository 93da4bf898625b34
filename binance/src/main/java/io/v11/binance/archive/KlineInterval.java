package io.v11.binance.archive;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Binance's kline intervals of fixed length; months have none and are not supported. */
final class KlineInterval {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final Map<String, Long> NANOS = new LinkedHashMap<>();

    static {
        NANOS.put("1s", SECOND_NS);
        for (int minutes : new int[]{1, 3, 5, 15, 30}) {
            NANOS.put(minutes + "m", minutes * 60 * SECOND_NS);
        }
        for (int hours : new int[]{1, 2, 4, 6, 8, 12}) {
            NANOS.put(hours + "h", hours * 3_600 * SECOND_NS);
        }
        NANOS.put("1d", 86_400 * SECOND_NS);
        NANOS.put("3d", 3 * 86_400 * SECOND_NS);
        NANOS.put("1w", 7 * 86_400 * SECOND_NS);
    }

    private KlineInterval() {
    }

    /** Length of an interval by its name; the failure names the file. */
    static long nanos(Path file, String name) {
        Long nanos = NANOS.get(name);
        if (nanos == null) {
            throw new ImportException(
                    file + ": kline interval " + name + " is not supported; supported: " + NANOS.keySet());
        }
        return nanos;
    }

    /** Name by length, e.g. {@code 1m}; empty when Binance has no such interval. */
    static String name(long nanos) {
        for (Map.Entry<String, Long> interval : NANOS.entrySet()) {
            if (interval.getValue() == nanos) {
                return interval.getKey();
            }
        }
        return "";
    }
}
