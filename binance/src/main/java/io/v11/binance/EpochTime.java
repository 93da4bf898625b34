package io.v11.binance;

/**
 * Epoch times of any unit as nanoseconds. Binance's public files hold milliseconds before 2025 and microseconds
 * after, streams either, captures microseconds or nanoseconds; the magnitude tells, since 10^14 is the year 5138 in
 * milliseconds and 1973 in microseconds.
 */
public final class EpochTime {
    private static final long FIRST_MICROSECONDS = 100_000_000_000_000L;
    private static final long FIRST_NANOSECONDS = 100_000_000_000_000_000L;

    private EpochTime() {
    }

    /** @param time ms below 10^14, µs below 10^17, else ns; not negative. */
    public static long toNanos(long time) {
        if (time < FIRST_MICROSECONDS) {
            return time * 1_000_000L;
        }
        return time < FIRST_NANOSECONDS ? time * 1_000L : time;
    }
}
