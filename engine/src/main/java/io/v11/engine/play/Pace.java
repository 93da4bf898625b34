package io.v11.engine.play;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.v11.config.ConfigurationException;

/**
 * When the n-th event is due, in ns since the start of the play. Open loop: a slow engine does not postpone the events
 * behind it, so waiting shows in the latency figures. Not thread-safe; allocates nothing per event.
 */
public final class Pace {
    /** Recorded time without an event is cut to this, so that a night or a hole between captures is not waited out. */
    static final long LONGEST_PAUSE_NS = 1_000_000_000L;
    private static final Pattern FACTOR = Pattern.compile("(\\d+(?:\\.\\d+)?)x");
    private static final Pattern RATE = Pattern.compile("(\\d+)/s");

    private final boolean unpaced;
    private final double factor;
    private final long intervalNs;
    private long events;
    private long lastTimeNs = Long.MIN_VALUE;
    private double recordedNs;

    private Pace(boolean unpaced, double factor, long intervalNs) {
        this.unpaced = unpaced;
        this.factor = factor;
        this.intervalNs = intervalNs;
    }

    /** {@code max}, {@code recorded}, a factor such as {@code 20x}, or a rate such as {@code 5000/s}. */
    public static Pace parse(String text) {
        Matcher factor = FACTOR.matcher(text);
        Matcher rate = RATE.matcher(text);
        if (text.equals("max")) {
            return new Pace(true, 0, 0);
        } else if (text.equals("recorded")) {
            return new Pace(false, 1.0, 0);
        } else if (factor.matches() && Double.parseDouble(factor.group(1)) > 0) {
            return new Pace(false, Double.parseDouble(factor.group(1)), 0);
        } else if (rate.matches() && Long.parseLong(rate.group(1)) > 0) {
            return new Pace(false, 0, 1_000_000_000L / Long.parseLong(rate.group(1)));
        }
        throw new ConfigurationException(
                "pace '" + text + "' is not max, recorded, a factor such as 20x, or a rate such as 5000/s");
    }

    /** No waiting at all: as fast as the engine takes events. */
    public boolean unpaced() {
        return unpaced;
    }

    /** Due time of the next event, ns since the start. */
    public long nextDueNs(long eventTimeNs) {
        if (intervalNs > 0) {
            return events++ * intervalNs;
        }
        if (lastTimeNs != Long.MIN_VALUE) {
            recordedNs += Math.min(LONGEST_PAUSE_NS, Math.max(0L, eventTimeNs - lastTimeNs)) / factor;
        }
        lastTimeNs = eventTimeNs;
        return (long) recordedNs;
    }
}
