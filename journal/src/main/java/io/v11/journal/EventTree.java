package io.v11.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.config.FixedPoint;

/** An event as names and values: {@code Long}, {@code Double}, {@link Exact}, {@code String}, or a list of entries. Cold path. */
final class EventTree implements EventFields {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private final Map<String, Object> root = new LinkedHashMap<>();
    private Map<String, Object> current = root;
    private List<Map<String, Object>> group;

    /** A number whose digits are all meant: it is printed as it stands. */
    record Exact(String digits) {
    }

    Map<String, Object> root() {
        return root;
    }

    static String utc(long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, NS_PER_SECOND), Math.floorMod(ns, NS_PER_SECOND)).toString();
    }

    @Override
    public void integer(String name, long value) {
        current.put(name, value);
    }

    @Override
    public void unsigned(String name, long value) {
        current.put(name, new Exact(Long.toUnsignedString(value)));
    }

    @Override
    public void decimal(String name, long e8) {
        current.put(without("E8", name), new Exact(FixedPoint.format(e8)));
    }

    @Override
    public void time(String name, long ns) {
        current.put(without("Ns", name), ns == 0 ? "none" : utc(ns));
    }

    private static String without(String unit, String name) {
        return name.endsWith(unit) ? name.substring(0, name.length() - unit.length()) : name;
    }

    @Override
    public void real(String name, double value) {
        current.put(name, value);
    }

    @Override
    public void text(String name, String value) {
        current.put(name, value);
    }

    @Override
    public void absent(String name) {
        // What was not written is not printed.
    }

    @Override
    public void beginGroup(String name, int entries) {
        group = new ArrayList<>(entries);
        current.put(name, group);
    }

    @Override
    public void beginEntry(String name, int index) {
        current = new LinkedHashMap<>();
        group.add(current);
    }

    @Override
    public void endEntry() {
        current = root;
    }

    @Override
    public void endGroup() {
        current = root;
    }
}
