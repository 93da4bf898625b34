package io.v11.binance.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The part of the inputs that an import takes. Klines count by their open; external series by their publication, since
 * what matters of them is what was known in the span and some time before, when changes over a year are to be computed.
 *
 * @param fromNs             first bar open that is taken, ns since the epoch
 * @param untilNs            first bar open that is no longer taken
 * @param seriesLookbackDays how long before the first market event a series' value may have been published
 */
public record ImportSpan(long fromNs, long untilNs, int seriesLookbackDays) {
    /**
     * Covers a year's change of the slowest series: the quarter of a year before the one known was published at most 365
     * + 92 days ago.
     */
    public static final int SERIES_LOOKBACK_DAYS = 500;
    /** Everything there is, of series the usual lookback. */
    public static final ImportSpan ALL = new ImportSpan(Long.MIN_VALUE, Long.MAX_VALUE, SERIES_LOOKBACK_DAYS);

    private static final int LONGEST_LOOKBACK_DAYS = 36_525;
    private static final long DAY_NS = 86_400_000_000_000L;

    public ImportSpan {
        if (fromNs >= untilNs) {
            throw new ImportException("the span of the import is empty: --from must lie before --until");
        }
        if (seriesLookbackDays < 0 || seriesLookbackDays > LONGEST_LOOKBACK_DAYS) {
            throw new ImportException("the lookback of series must be 0 to " + LONGEST_LOOKBACK_DAYS + " days, is "
                    + seriesLookbackDays);
        }
    }

    /** Whole days, UTC. */
    public static ImportSpan of(Optional<LocalDate> from, Optional<LocalDate> until, int seriesLookbackDays) {
        return new ImportSpan(from.map(ImportSpan::midnightNs).orElse(Long.MIN_VALUE),
                until.map(ImportSpan::midnightNs).orElse(Long.MAX_VALUE), seriesLookbackDays);
    }

    private static long midnightNs(LocalDate date) {
        try {
            return Math.multiplyExact(date.atStartOfDay().toEpochSecond(ZoneOffset.UTC), 1_000_000_000L);
        } catch (ArithmeticException e) {
            throw new ImportException(date + " lies outside the years 1678 to 2261 that times can express", e);
        }
    }

    boolean bounded() {
        return fromNs != Long.MIN_VALUE || untilNs != Long.MAX_VALUE;
    }

    /** First publication taken, for market data that begin at a time. */
    long seriesFromNs(long startNs) {
        long lookbackNs = seriesLookbackDays * DAY_NS;
        return startNs < Long.MIN_VALUE + lookbackNs ? Long.MIN_VALUE : startNs - lookbackNs;
    }
}
