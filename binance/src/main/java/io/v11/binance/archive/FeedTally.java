package io.v11.binance.archive;

import java.util.LinkedHashMap;
import java.util.Map;

import org.agrona.DirectBuffer;

import io.v11.config.Instrument;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.MarkPriceDecoder;
import io.v11.journal.event.TradeDecoder;

/** Counts the events of one instrument and watches that update ids and trade ids go on without a gap. */
final class FeedTally {
    private static final int TEMPLATES = 8;
    private static final String[] NAMES = new String[TEMPLATES];

    static {
        NAMES[TradeDecoder.TEMPLATE_ID] = "trade";
        NAMES[BookDeltaDecoder.TEMPLATE_ID] = "bookDelta";
        NAMES[BookSnapshotDecoder.TEMPLATE_ID] = "bookSnapshot";
        NAMES[BestBidAskDecoder.TEMPLATE_ID] = "bestBidAsk";
        NAMES[KlineDecoder.TEMPLATE_ID] = "kline";
        NAMES[MarkPriceDecoder.TEMPLATE_ID] = "markPrice";
    }

    private final Instrument instrument;
    private final TradeDecoder trade = new TradeDecoder();
    private final BookDeltaDecoder delta = new BookDeltaDecoder();
    private final long[] messages = new long[TEMPLATES];
    private long events;
    private long firstTimeNs;
    private long lastTimeNs;
    private long lastUpdateId = -1;
    private long lastTradeId = -1;
    private long depthGaps;
    private long tradeGaps;
    private long negativeLatencies;

    FeedTally(Instrument instrument) {
        this.instrument = instrument;
    }

    void onEvent(EventHeaderDecoder header, DirectBuffer buffer, int offset) {
        if (events++ == 0) {
            firstTimeNs = header.ingestTimeNs();
        }
        lastTimeNs = header.ingestTimeNs();
        if (header.lastFrame() == 0) {
            return;
        }
        messages[header.templateId()]++;
        if (header.venueTimeNs() > header.ingestTimeNs()) {
            negativeLatencies++;
        }
        if (header.templateId() == BookDeltaDecoder.TEMPLATE_ID) {
            onDelta(delta.wrapAndApplyHeader(buffer, offset, header));
        } else if (header.templateId() == TradeDecoder.TEMPLATE_ID) {
            onTrade(trade.wrapAndApplyHeader(buffer, offset, header));
        }
    }

    private void onDelta(BookDeltaDecoder update) {
        long continues = instrument.market() == Instrument.Market.USDM
                ? update.previousUpdateId()
                : update.firstUpdateId() - 1;
        if (lastUpdateId >= 0 && continues != lastUpdateId) {
            depthGaps++;
        }
        lastUpdateId = update.finalUpdateId();
    }

    private void onTrade(TradeDecoder one) {
        if (lastTradeId >= 0 && one.tradeId() != lastTradeId + 1) {
            tradeGaps++;
        }
        lastTradeId = one.tradeId();
    }

    ImportReport.Feed feed() {
        Map<String, Long> byName = new LinkedHashMap<>();
        for (int template = 0; template < TEMPLATES; template++) {
            if (messages[template] > 0) {
                byName.put(NAMES[template], messages[template]);
            }
        }
        boolean snapshot = messages[BookSnapshotDecoder.TEMPLATE_ID] > 0;
        return new ImportReport.Feed(instrument.qualifiedName(), byName, events, firstTimeNs, lastTimeNs, snapshot,
                depthGaps, tradeGaps, negativeLatencies);
    }
}
