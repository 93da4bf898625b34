package io.v11.engine.slot;

/** The lengths of the bars that the market stage keeps of every instrument. */
public enum BarLength {
    SECOND("sec", "1 s", 1_000_000_000L), MINUTE("min", "1 min", 60_000_000_000L),
    QUARTER_HOUR("quarter", "15 min", 900_000_000_000L),
    HOUR("hour", "1 h", 3_600_000_000_000L);

    /** How many there are. */
    public static final int COUNT = 4;

    private final String prefix;
    private final String title;
    private final long timeNs;

    BarLength(String prefix, String title, long timeNs) {
        this.prefix = prefix;
        this.title = title;
        this.timeNs = timeNs;
    }

    /** As it begins the name of a feature. */
    public String prefix() {
        return prefix;
    }

    /** As it stands in text: number and unit. */
    public String title() {
        return title;
    }

    public long timeNs() {
        return timeNs;
    }

    /** Bit in {@link MarketView#closedBars}. */
    public int bit() {
        return 1 << ordinal();
    }
}
