package io.v11.binance.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an import found and wrote. Times are ns since the epoch. A message is what the venue sent; an event is a frame
 * in the journal: a deep book is one message and several events.
 *
 * @param journal         folder that holds the journal
 * @param alreadyImported the journal holds exactly these inputs: nothing was added, and only totals are known
 * @param eventsAdded     by this import
 * @param eventsInJournal after it
 * @param clampedTimes    messages whose receive time went back and was raised to the one before
 * @param instruments     captures, in order of the instrument ids
 * @param series          klines, one for each instrument and interval
 * @param skipped         messages that are no events of V11, by their type
 * @param external        series from outside the venue, in order of their ids
 */
public record ImportReport(Path journal, boolean alreadyImported, long eventsAdded, long eventsInJournal,
        long firstTimeNs,
        long lastTimeNs, long clampedTimes, List<Feed> instruments, List<Series> series, Map<String, Long> skipped,
        List<Values> external) {

    /**
     * One instrument.
     *
     * @param messages          by event name (trade, bookDelta, bookSnapshot, bestBidAsk, markPrice, kline)
     * @param snapshot          a depth snapshot is there: a full book can be built
     * @param depthGaps         depth updates that do not continue the one before
     * @param tradeGaps         trade ids that do not continue the one before
     * @param negativeLatencies messages whose event time lies after their receive time (a wrong recorder clock;
     * tolerated)
     */
    public record Feed(String instrument, Map<String, Long> messages, long events, long firstTimeNs, long lastTimeNs,
            boolean snapshot, long depthGaps, long tradeGaps, long negativeLatencies) {
    }

    /** Klines of one instrument and interval; {@code gaps} names the first hundred. */
    public record Series(String name, long bars, long duplicates, long gapCount, long missingBars, List<Gap> gaps) {
    }

    /**
     * Bars missing from {@code fromNs} (open of the first missing one) to {@code toNs} (open of the next one there).
     */
    public record Gap(long fromNs, long toNs, long bars) {
    }

    /**
     * An external series.
     *
     * @param values           that entered the journal
     * @param firstPublishedNs ingest time of the first of them; 0 when there is none, as in the next
     * @param empty            rows without a value
     * @param early            values published before the lookback began
     * @param late             values published after the last market event, or the end of the span
     */
    public record Values(String name, long values, long firstPublishedNs, long lastPublishedNs, long empty, long early,
            long late) {
    }

    /** Messages of all instruments together by event name. */
    public long messages(String event) {
        return instruments.stream().mapToLong(feed -> feed.messages().getOrDefault(event, 0L)).sum();
    }

    /** The report in lines for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(journal + ": "
                + (alreadyImported ? "already imported, 0 events added, " : eventsAdded + " events added, ")
                + eventsInJournal + " in the journal, " + time(firstTimeNs) + " .. " + time(lastTimeNs));
        for (Feed feed : instruments) {
            lines.add("  " + feed.instrument() + ": " + feed.messages() + " in " + feed.events() + " events, "
                    + time(feed.firstTimeNs()) + " .. " + time(feed.lastTimeNs()));
            addRemarks(lines, feed);
        }
        for (Series one : series) {
            lines.add("  " + one.name() + ": " + one.bars() + " bars, " + one.missingBars() + " missing in "
                    + one.gapCount()
                    + " gaps, " + one.duplicates() + " duplicates dropped");
            for (Gap gap : one.gaps()) {
                lines.add("    missing " + gap.bars() + ": " + time(gap.fromNs()) + " .. " + time(gap.toNs()));
            }
        }
        for (Values one : external) {
            lines.add("  " + one.name() + ": " + one.values() + " values"
                    + (one.values() == 0
                            ? ""
                            : ", published " + time(one.firstPublishedNs()) + " .. " + time(one.lastPublishedNs()))
                    + "; left out " + one.empty() + " empty, " + one.early() + " before the lookback, " + one.late()
                    + " after the end");
        }
        if (clampedTimes > 0) {
            lines.add("  " + clampedTimes + " receive times went back and were raised to the one before");
        }
        skipped.forEach((name, count) -> lines.add("  skipped " + count + " of type " + name));
        return lines;
    }

    private static void addRemarks(List<String> lines, Feed feed) {
        if (!feed.snapshot() && feed.messages().containsKey("bookDelta")) {
            lines.add("    no depth snapshot: no full book can be built from this input");
        }
        if (feed.depthGaps() > 0 || feed.tradeGaps() > 0) {
            lines.add("    " + feed.depthGaps() + " gaps in the depth updates, " + feed.tradeGaps()
                    + " in the trade ids");
        }
        if (feed.negativeLatencies() > 0) {
            lines.add("    " + feed.negativeLatencies()
                    + " messages were received before their event time: the recorder's "
                    + "clock was slow");
        }
    }

    private static String time(long timeNs) {
        return Instant.ofEpochSecond(timeNs / 1_000_000_000L, timeNs % 1_000_000_000L).toString();
    }
}
