package io.v11.training.backtest;

import io.v11.training.performance.EquityCurve;

/** The period whose returns a run is judged by: as long as leaves enough of them. */
public enum Grain {
    DAY("day", EquityCurve.DAY_NS, 30), HOUR("hour", EquityCurve.HOUR_NS, 168),
    MINUTE("minute", 60_000_000_000L, 240), SECOND("second", 1_000_000_000L, 60);

    private static final double YEAR_DAYS = 365.0;
    private static final int LEAST_DAYS = 60;
    private static final int LEAST_HOURS = 60;
    private static final int LEAST_MINUTES = 60;

    private final String word;
    private final long lengthNs;
    private final int window;

    Grain(String word, long lengthNs, int window) {
        this.word = word;
        this.lengthNs = lengthNs;
        this.window = window;
    }

    /** Days from 60 of them on, else hours, minutes or seconds. */
    public static Grain of(long spanNs) {
        if (spanNs >= LEAST_DAYS * DAY.lengthNs) {
            return DAY;
        }
        if (spanNs >= LEAST_HOURS * HOUR.lengthNs) {
            return HOUR;
        }
        return spanNs >= LEAST_MINUTES * MINUTE.lengthNs ? MINUTE : SECOND;
    }

    /** As in "per day". */
    public String word() {
        return word;
    }

    public long lengthNs() {
        return lengthNs;
    }

    /** Periods of a rolling figure. */
    public int window() {
        return window;
    }

    public double perYear() {
        return YEAR_DAYS * EquityCurve.DAY_NS / lengthNs;
    }
}
