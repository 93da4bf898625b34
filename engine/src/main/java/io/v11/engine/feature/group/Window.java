package io.v11.engine.feature.group;

/**
 * The time constants of the decayed sums and averages: an observation that is one window old weighs 1/e.
 * The same five for all features, so that their decay is computed once per event.
 */
public enum Window {
    MS_100("100ms", 100_000_000L), SEC_1("1s", 1_000_000_000L), SEC_10("10s", 10_000_000_000L),
    SEC_60("60s", 60_000_000_000L), SEC_300("300s", 300_000_000_000L);

    public static final int COUNT = 5;

    private final String label;
    private final long timeNs;

    Window(String label, long timeNs) {
        this.label = label;
        this.timeNs = timeNs;
    }

    /** As it stands in a feature's name. */
    public String label() {
        return label;
    }

    public long timeNs() {
        return timeNs;
    }

    public double seconds() {
        return timeNs / 1e9;
    }
}
