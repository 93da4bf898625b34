package io.v11.training.backtest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of events as people read them, UTC. */
public final class UtcText {
    private static final long NS = 1_000_000_000L;
    private static final DateTimeFormatter SECONDS = formatter("yyyy-MM-dd HH:mm:ss");

    private UtcText() {
    }

    /** As {@code 2024-01-31 13:05:00}. */
    public static String of(long timeNs) {
        return SECONDS.format(instant(timeNs));
    }

    /** By a pattern, in English. */
    public static String of(long timeNs, DateTimeFormatter formatter) {
        return formatter.format(instant(timeNs));
    }

    /** In English and UTC. */
    public static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    private static Instant instant(long timeNs) {
        return Instant.ofEpochSecond(Math.floorDiv(timeNs, NS), Math.floorMod(timeNs, NS));
    }
}
