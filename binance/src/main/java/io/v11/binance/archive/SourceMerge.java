package io.v11.binance.archive;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import io.v11.binance.EventSink;

/**
 * Plays several sources as one, in order of time. Equal times go by instrument id (external series first), then by the
 * order of the sources, so the same inputs always give the same journal. Time never goes back: a source whose clock does
 * is clamped, and counted. Two sources that hold the same stream may follow each other but not overlap: every update
 * would be there twice. External series are there for the market data: they begin some time before the first of its
 * events and end with the last; without market data they are taken as they are.
 */
final class SourceMerge {
    private static final int PROGRESS_INTERVAL = 4096;

    private final List<EventSource> sources;
    private final ImportSpan span;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.comparingLong(Head::timeNs).thenComparingInt(Head::instrument).thenComparingInt(Head::order));
    private final Map<String, Head> playing = new HashMap<>();
    private int marketSources;
    private int marketPlaying;
    private long clamped;

    /** A source that stands on a message. */
    private record Head(EventSource source, int order) {
        long timeNs() {
            return source.timeNs();
        }

        int instrument() {
            return source.instrumentId();
        }
    }

    SourceMerge(List<EventSource> sources, ImportSpan span) {
        this.sources = sources;
        this.span = span;
    }

    void play(EventSink sink, ImportProgress progress, long bytesTotal) {
        openMarket();
        openSeries();
        if (heads.isEmpty()) {
            throw new ImportException("the inputs hold no event in the wanted span; widen --from and --until");
        }
        long timeNs = Long.MIN_VALUE;
        for (long count = 1; !heads.isEmpty(); count++) {
            Head head = heads.remove();
            if (head.source() instanceof SeriesReader series && marketSources > 0 && marketPlaying == 0) {
                series.leaveOutRest();
                series.close();
                continue;
            }
            checkAlone(head);
            clamped += head.timeNs() < timeNs ? 1 : 0;
            timeNs = Math.max(timeNs, head.timeNs());
            head.source().emit(timeNs, sink);
            advance(head);
            if (count % PROGRESS_INTERVAL == 0) {
                progress.onProgress(sources.stream().mapToLong(EventSource::bytesRead).sum(), bytesTotal);
            }
        }
        progress.onProgress(bytesTotal, bytesTotal);
    }

    private void openMarket() {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof SeriesReader) {
                continue;
            }
            marketSources++;
            if (sources.get(i).next()) {
                heads.add(new Head(sources.get(i), i));
            } else if (!span.bounded()) {
                throw new ImportException(sources.get(i).place() + ": holds no message; leave the file out");
            }
        }
        marketPlaying = heads.size();
    }

    private void openSeries() {
        long startNs = heads.isEmpty() ? span.fromNs() : heads.peek().timeNs();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof SeriesReader series) {
                series.window(span.seriesFromNs(startNs), marketSources > 0 ? Long.MAX_VALUE : span.untilNs());
                if (series.next()) {
                    heads.add(new Head(series, i));
                }
            }
        }
    }

    private void advance(Head head) {
        if (head.source().next()) {
            heads.add(head);
        } else {
            playing.remove(head.source().stream());
            marketPlaying -= head.source() instanceof SeriesReader ? 0 : 1;
            head.source().close();
        }
    }

    private void checkAlone(Head head) {
        Head other = playing.putIfAbsent(head.source().stream(), head);
        if (other != null && other != head) {
            throw new ImportException(head.source().place() + " and " + other.source().place()
                    + " overlap in time and hold the same stream (" + head.source().stream()
                    + "); import them into two journals");
        }
    }

    /** Messages whose time was raised to the one before. */
    long clamped() {
        return clamped;
    }
}
