package io.v11.config;

/**
 * Every limit of the engine, in one place. Relations between them are checked at start by {@link #check()}, so that a
 * limit that does not fit its neighbours stops the engine before the first event instead of during the busiest one.
 */
public final class Limits {
    /** Bytes of one input event: ring slot, journal entry, replay input. */
    public static final int FRAME_BYTES = 2048;
    /** Bytes of the largest message of the derived log: a feature vector. */
    public static final int CONCLUSION_BYTES = 8192;
    /** Book levels (both sides together) that fit one frame with its header, block and two group heads. */
    public static final int FRAME_LEVELS = 120;
    /** Bytes of the event header, see events.xml. */
    public static final int HEADER_BYTES = 40;
    /** Bytes of one book level in a frame. */
    public static final int LEVEL_BYTES = 16;
    /** Bytes of configuration text in one frame. */
    public static final int CONFIGURATION_PART_BYTES = 1900;
    /** Instruments that one engine handles. */
    public static final int INSTRUMENTS = 64;
    /** Levels per side that the market stage hands to the stages after it. */
    public static final int VIEW_DEPTH = 20;
    /** Levels per side that a book keeps; deeper ones are dropped and counted. */
    public static final int BOOK_DEPTH = 5000;
    /** Bytes of book deltas that may wait for a snapshot, per instrument; when they do not fit, waiting starts anew. */
    public static final int BOOK_PENDING_BYTES = 1 << 18;
    /** Features in a vector. */
    public static final int FEATURES = 640;
    /** Models in an ensemble. */
    public static final int MODELS = 16;
    /** Heap and address space of the process that tries models before the engine does, megabytes. */
    public static final int CANARY_HEAP_MB = 512;
    public static final int CANARY_ADDRESS_SPACE_MB = 8192;
    /** How long that process may take, milliseconds: unless told otherwise, and at most. */
    public static final long CANARY_TIMEOUT_MS = 30_000L;
    public static final long CANARY_TIMEOUT_MS_MAXIMUM = 300_000L;
    /** Orders that the engine may have working at one time, all instruments together. */
    public static final int OPEN_ORDERS = 256;
    /** Of these, orders of the strategy; the rest is for protective stops and closing orders, two of an instrument. */
    public static final int RISK_ORDERS = 128;
    /** New orders in a second of event time that a profile may allow. */
    public static final int ORDERS_PER_SECOND = 1_000;
    /** Past bars that the tail of the loss distribution is made of. */
    public static final int SCENARIOS = 500;
    /** Orders that may wait between the engine and the venue. */
    public static final int VENUE_QUEUE = 1024;
    /** Reports of the simulated venue that may wait for their due time. */
    public static final int VENUE_REPORTS = 8192;
    /** Longest window that the load of market events is taken over, milliseconds. */
    public static final int LOAD_WINDOW_MS = 1000;
    /** Bytes of frames of one ingest time that the player holds while the venue is shown the bars among them. */
    public static final int UPCOMING_BYTES = 1 << 20;
    /** Latest fills, and latest client order ids at the simulated venue, that a duplicate is told by. */
    public static final int RECENT_IDS = 1 << 16;
    /** Events between two state hashes, and records between two links of the journal's hash chain. */
    public static final int HASH_INTERVAL = 1024;
    /** Bars that the regime stage fits its states on, and longest run between two change points that it follows. */
    public static final int REGIME_BARS = 4096;
    /** Hourly returns that an allocation may look at. */
    public static final int ALLOCATION_BARS = 4096;
    /** Smallest and largest ring. */
    public static final int RING_MINIMUM = 64;
    public static final int RING_MAXIMUM = 1 << 20;

    private Limits() {
    }

    /** Checks the relations; throws with the names and values of a pair that does not fit. */
    public static void check() {
        require(HEADER_BYTES + 24 + 8 + FRAME_LEVELS * LEVEL_BYTES <= FRAME_BYTES, "FRAME_LEVELS", FRAME_LEVELS,
                "FRAME_BYTES", FRAME_BYTES);
        require(HEADER_BYTES + 8 + 4 + FEATURES / 8 + 8 + 4 + FEATURES * 8 <= CONCLUSION_BYTES, "FEATURES", FEATURES,
                "CONCLUSION_BYTES", CONCLUSION_BYTES);
        require(FRAME_BYTES <= CONCLUSION_BYTES, "FRAME_BYTES", FRAME_BYTES, "CONCLUSION_BYTES", CONCLUSION_BYTES);
        require(HEADER_BYTES + 34 + CONFIGURATION_PART_BYTES <= FRAME_BYTES, "CONFIGURATION_PART_BYTES",
                CONFIGURATION_PART_BYTES, "FRAME_BYTES", FRAME_BYTES);
        require(2 * FRAME_BYTES <= BOOK_PENDING_BYTES, "FRAME_BYTES", FRAME_BYTES, "BOOK_PENDING_BYTES",
                BOOK_PENDING_BYTES);
        require(INSTRUMENTS * FRAME_BYTES <= UPCOMING_BYTES, "INSTRUMENTS * FRAME_BYTES", INSTRUMENTS * FRAME_BYTES,
                "UPCOMING_BYTES", UPCOMING_BYTES);
        require(VIEW_DEPTH <= BOOK_DEPTH, "VIEW_DEPTH", VIEW_DEPTH, "BOOK_DEPTH", BOOK_DEPTH);
        require(Integer.bitCount(HASH_INTERVAL) == 1, "HASH_INTERVAL", HASH_INTERVAL, "a power of two", 1);
        require(RISK_ORDERS + 2 * INSTRUMENTS <= OPEN_ORDERS, "RISK_ORDERS", RISK_ORDERS, "OPEN_ORDERS", OPEN_ORDERS);
        require(OPEN_ORDERS <= VENUE_QUEUE, "OPEN_ORDERS", OPEN_ORDERS, "VENUE_QUEUE", VENUE_QUEUE);
        require(OPEN_ORDERS <= VENUE_REPORTS, "OPEN_ORDERS", OPEN_ORDERS, "VENUE_REPORTS", VENUE_REPORTS);
        require(Integer.bitCount(RECENT_IDS) == 1, "RECENT_IDS", RECENT_IDS, "a power of two", 1);
        require(CANARY_TIMEOUT_MS <= CANARY_TIMEOUT_MS_MAXIMUM, "CANARY_TIMEOUT_MS", CANARY_TIMEOUT_MS,
                "CANARY_TIMEOUT_MS_MAXIMUM", CANARY_TIMEOUT_MS_MAXIMUM);
        require(CANARY_HEAP_MB < CANARY_ADDRESS_SPACE_MB, "CANARY_HEAP_MB", CANARY_HEAP_MB, "CANARY_ADDRESS_SPACE_MB",
                CANARY_ADDRESS_SPACE_MB);
        require(MODELS <= Integer.SIZE, "MODELS", MODELS, "bits of the validity mask", Integer.SIZE);
    }

    private static void require(boolean holds, String name, long value, String against, long other) {
        if (!holds) {
            throw new IllegalStateException("limit does not fit: " + name + "=" + value + ", " + against + "=" + other);
        }
    }
}
