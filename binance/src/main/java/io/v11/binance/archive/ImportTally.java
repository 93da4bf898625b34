package io.v11.binance.archive;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.agrona.DirectBuffer;

import io.v11.binance.EventSink;
import io.v11.config.Instruments;
import io.v11.journal.event.EventHeaderDecoder;

/** Counts events on their way to the sink behind it; those of no instrument only as a whole. */
final class ImportTally implements EventSink {
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final Instruments instruments;
    private final EventSink sink;
    private final FeedTally[] feeds;
    private long events;
    private long firstTimeNs;
    private long lastTimeNs;

    ImportTally(Instruments instruments, EventSink sink) {
        this.instruments = instruments;
        this.sink = sink;
        feeds = new FeedTally[instruments.count()];
    }

    @Override
    public void onEvent(DirectBuffer buffer, int offset, int length) {
        header.wrap(buffer, offset);
        lastTimeNs = header.ingestTimeNs();
        if (events++ == 0) {
            firstTimeNs = lastTimeNs;
        }
        int instrument = header.instrument();
        if (instrument < 0) {
            sink.onEvent(buffer, offset, length);
            return;
        }
        if (feeds[instrument] == null) {
            feeds[instrument] = new FeedTally(instruments.get(instrument));
        }
        feeds[instrument].onEvent(header, buffer, offset);
        sink.onEvent(buffer, offset, length);
    }

    long events() {
        return events;
    }

    long firstTimeNs() {
        return firstTimeNs;
    }

    long lastTimeNs() {
        return lastTimeNs;
    }

    List<ImportReport.Feed> feeds() {
        return Stream.of(feeds).filter(Objects::nonNull).map(FeedTally::feed).toList();
    }
}
