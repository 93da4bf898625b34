package io.v11.engine.feature.group;

import java.time.Duration;
import java.util.Locale;

/**
 * How long the start of a replay can be felt in a feature. After both have passed, a value equals that of a replay that
 * began earlier: to 1e-9 for windows that end, to {@code tolerance} of the feature's own deviation for filters whose
 * memory fades for ever. Proved on journals by {@code v11 features audit}.
 *
 * @param timeNs    event time since the start
 * @param events    market events of the instrument since the start
 * @param tolerance difference that may be left, in standard deviations of the feature; 0: none but rounding
 */
public record Settling(long timeNs, long events, double tolerance) {
    /** Nothing is claimed. */
    public static final Settling UNKNOWN = new Settling(Long.MAX_VALUE, 0, 0);
    /** The value depends on the present event only. */
    public static final Settling AT_ONCE = new Settling(0, 1, 0);
    /** What a fading filter may still owe to its start: 1 % of a standard deviation. */
    public static final double FADED = 0.01;
    /** exp(-12): what is left of a decayed sum after this many of its windows. */
    static final int FADING_WINDOWS = 12;

    /** A window that ends: nothing older than {@code timeNs} counts. */
    public static Settling after(long timeNs) {
        return new Settling(timeNs, 1, 0);
    }

    /** A window of events. */
    public static Settling afterEvents(long events) {
        return new Settling(0, events, 0);
    }

    /** A filter whose memory fades: {@code timeNs} is where {@link #FADED} is reached. */
    public static Settling fading(long timeNs) {
        return new Settling(timeNs, 1, FADED);
    }

    /** As it stands in the documentation. */
    @Override
    public String toString() {
        if (this.equals(UNKNOWN)) {
            return "not known";
        }
        String time = timeNs == 0 ? "" : Duration.ofNanos(timeNs).toString().substring(2).toLowerCase(Locale.ROOT);
        String count = events > 1 ? events + " events" : "";
        String both = time + (time.isEmpty() || count.isEmpty() ? "" : ", ") + count;
        return (both.isEmpty() ? "at once" : both) + (tolerance > 0 ? " (fading)" : "");
    }

    /** The decayed sums and averages of a window. */
    public static Settling fading(Window window) {
        return fading(FADING_WINDOWS * window.timeNs());
    }

    /**
     * Quotients of decayed sums of a window. A quotient keeps its value while nothing is observed; after
     * {@link #FADING_WINDOWS} windows it is stale ({@link Moment#recent(long, Window)}), and what the last observation
     * found has to have faded by then.
     */
    public static Settling fadingRatio(Window window) {
        return fading(2 * FADING_WINDOWS * window.timeNs());
    }
}
