package io.v11.engine.slot;

/** The lengths of the bars that the market stage keeps of every instrument. */
public enum BarLength {
    SECOND("sec", 1_000_000_000L), MINUTE("min", 60_000_000_000L), QUARTER_HOUR("quarter", 900_000_000_000L),
    HOUR("hour", 3_600_000_000_000L);

    /** How many there are. */
    public static final int COUNT = 4;

    private final String prefix;
    private final long timeNs;

    BarLength(String prefix, long timeNs) {
        this.prefix = prefix;
        this.timeNs = timeNs;
    }

    /** As it begins the name of a feature. */
    public String prefix() {
        return prefix;
    }

    public long timeNs() {
        return timeNs;
    }

    /** Bit in {@link MarketView#closedBars}. */
    public int bit() {
        return 1 << ordinal();
    }
}
