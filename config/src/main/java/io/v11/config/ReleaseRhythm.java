package io.v11.config;

/**
 * How often a series is published, which decides how long its last value may stand in for the present: longer than the
 * longest pause that weekends, holidays and calendars make, shorter than two missed releases.
 */
public enum ReleaseRhythm {
    /** Every calendar day. */
    EVERY_DAY(3),
    /**
     * Every trading or business day; a week is the pause of September 2001, no later one was longer than six days.
     */
    BUSINESS_DAY(7),
    /** Once a week; a holiday on the day of release moves it by up to five days. */
    WEEK(12),
    /** Once a month; releases that go by weekdays are four to six weeks apart. */
    MONTH(45),
    /** Once a quarter. */
    QUARTER(105);

    private static final long DAY_NS = 86_400_000_000_000L;

    private final long staleAfterNs;

    ReleaseRhythm(int days) {
        staleAfterNs = days * DAY_NS;
    }

    /** A value older than this, counted from its publication, is no longer to be used. */
    public long staleAfterNs() {
        return staleAfterNs;
    }
}
