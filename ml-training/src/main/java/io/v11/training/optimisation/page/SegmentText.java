package io.v11.training.optimisation.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import io.v11.training.optimisation.trial.Segment;

/** Segments as people read them. */
final class SegmentText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")
            .withZone(ZoneOffset.UTC);

    private SegmentText() {
    }

    static String of(Segment segment) {
        return time(segment.fromNs()) + " to " + time(segment.toNs());
    }

    private static String time(long ns) {
        return MINUTE.format(Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L)));
    }
}
