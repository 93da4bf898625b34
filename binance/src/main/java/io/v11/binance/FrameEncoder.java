package io.v11.binance;

import java.nio.ByteBuffer;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Limits;
import io.v11.journal.event.BestBidAskEncoder;
import io.v11.journal.event.BookDeltaEncoder;
import io.v11.journal.event.BookSnapshotEncoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.MarkPriceEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradeEncoder;

/**
 * Writes market events of one instrument as frames into one reused buffer and hands each frame to a sink.
 * A book message with more than {@link Limits#FRAME_LEVELS} levels becomes several frames: bids first, then asks,
 * every frame with the update ids of the whole message. Confined to one thread; allocates nothing after construction.
 */
final class FrameEncoder {
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final BookDeltaEncoder delta = new BookDeltaEncoder();
    private final BookSnapshotEncoder snapshot = new BookSnapshotEncoder();
    private final BestBidAskEncoder bestBidAsk = new BestBidAskEncoder();
    private final MarkPriceEncoder markPrice = new MarkPriceEncoder();
    private final int instrument;
    private EventSink sink;
    private long ingestTimeNs;
    private long venueTimeNs;

    FrameEncoder(int instrument) {
        this.instrument = instrument;
    }

    /** Times and receiver of the next message. */
    FrameEncoder begin(EventSink sink, long ingestTimeNs, long venueTimeNs) {
        this.sink = sink;
        this.ingestTimeNs = ingestTimeNs;
        this.venueTimeNs = venueTimeNs;
        return this;
    }

    void trade(long tradeId, long priceE8, long quantityE8, Side aggressor) {
        trade.wrapAndApplyHeader(buffer, 0, header).tradeId(tradeId).priceE8(priceE8).quantityE8(quantityE8)
                .aggressor(aggressor);
        publish(trade.limit(), 0, true);
    }

    void bestBidAsk(long updateId, long bidPriceE8, long bidQuantityE8, long askPriceE8, long askQuantityE8) {
        bestBidAsk.wrapAndApplyHeader(buffer, 0, header).updateId(updateId).bidPriceE8(bidPriceE8)
                .bidQuantityE8(bidQuantityE8).askPriceE8(askPriceE8).askQuantityE8(askQuantityE8);
        publish(bestBidAsk.limit(), 0, true);
    }

    void markPrice(long markPriceE8, long indexPriceE8, long fundingRateE8, long nextFundingTimeNs) {
        markPrice.wrapAndApplyHeader(buffer, 0, header).markPriceE8(markPriceE8).indexPriceE8(indexPriceE8)
                .fundingRateE8(fundingRateE8).nextFundingTimeNs(nextFundingTimeNs);
        publish(markPrice.limit(), 0, true);
    }

    void bookDelta(long firstUpdateId, long finalUpdateId, long previousUpdateId, Levels bids, Levels asks) {
        int levels = bids.size() + asks.size();
        int from = 0;
        int frame = 0;
        do {
            int to = Math.min(levels, from + Limits.FRAME_LEVELS);
            delta.wrapAndApplyHeader(buffer, 0, header).firstUpdateId(firstUpdateId).finalUpdateId(finalUpdateId)
                    .previousUpdateId(previousUpdateId);
            bookDeltaSides(bids, asks, from, to);
            publish(delta.limit(), frame++, to == levels);
            from = to;
        } while (from < levels);
    }

    private void bookDeltaSides(Levels bids, Levels asks, int from, int to) {
        int bidsTo = Math.min(to, bids.size());
        var bid = delta.bidsCount(Math.max(0, bidsTo - from));
        for (int i = from; i < bidsTo; i++) {
            bid.next().priceE8(bids.priceE8(i)).quantityE8(bids.quantityE8(i));
        }
        int asksFrom = Math.max(0, from - bids.size());
        int asksTo = to - bids.size();
        var ask = delta.asksCount(Math.max(0, asksTo - asksFrom));
        for (int i = asksFrom; i < asksTo; i++) {
            ask.next().priceE8(asks.priceE8(i)).quantityE8(asks.quantityE8(i));
        }
    }

    void bookSnapshot(long lastUpdateId, Levels bids, Levels asks) {
        int levels = bids.size() + asks.size();
        int from = 0;
        int frame = 0;
        do {
            int to = Math.min(levels, from + Limits.FRAME_LEVELS);
            snapshot.wrapAndApplyHeader(buffer, 0, header).lastUpdateId(lastUpdateId);
            bookSnapshotSides(bids, asks, from, to);
            publish(snapshot.limit(), frame++, to == levels);
            from = to;
        } while (from < levels);
    }

    private void bookSnapshotSides(Levels bids, Levels asks, int from, int to) {
        int bidsTo = Math.min(to, bids.size());
        var bid = snapshot.bidsCount(Math.max(0, bidsTo - from));
        for (int i = from; i < bidsTo; i++) {
            bid.next().priceE8(bids.priceE8(i)).quantityE8(bids.quantityE8(i));
        }
        int asksFrom = Math.max(0, from - bids.size());
        int asksTo = to - bids.size();
        var ask = snapshot.asksCount(Math.max(0, asksTo - asksFrom));
        for (int i = asksFrom; i < asksTo; i++) {
            ask.next().priceE8(asks.priceE8(i)).quantityE8(asks.quantityE8(i));
        }
    }

    private void publish(int length, int frameIndex, boolean last) {
        header.sequence(0).ingestTimeNs(ingestTimeNs).venueTimeNs(venueTimeNs).instrument(instrument)
                .frameIndex(frameIndex).lastFrame(last ? 1 : 0);
        sink.onEvent(buffer, 0, length);
    }
}
