package io.v11.engine.book;

import java.nio.ByteBuffer;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Limits;
import io.v11.journal.event.BestBidAskEncoder;
import io.v11.journal.event.BookDeltaEncoder;
import io.v11.journal.event.BookSnapshotEncoder;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.ExternalValueEncoder;
import io.v11.journal.event.FeedStatusEncoder;
import io.v11.journal.event.KlineEncoder;
import io.v11.journal.event.MarkPriceEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradeEncoder;

/**
 * Writes one market frame after another into the same buffer, for tests. Levels are flat arrays
 * {@code price, quantity, price, quantity ...} in E8. Allocates nothing after construction.
 */
public final class MarketFrames {
    public static final long[] NONE = {};

    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final BookDeltaEncoder delta = new BookDeltaEncoder();
    private final BookSnapshotEncoder snapshot = new BookSnapshotEncoder();
    private final BestBidAskEncoder top = new BestBidAskEncoder();
    private final TradeEncoder trade = new TradeEncoder();
    private final KlineEncoder kline = new KlineEncoder();
    private final MarkPriceEncoder markPrice = new MarkPriceEncoder();
    private final ExternalValueEncoder external = new ExternalValueEncoder();
    private final FeedStatusEncoder feed = new FeedStatusEncoder();
    private int instrument;
    private long timeNs;
    private int length;

    public MarketFrames at(long ingestTimeNs) {
        timeNs = ingestTimeNs;
        return this;
    }

    public MarketFrames of(int instrumentId) {
        instrument = instrumentId;
        return this;
    }

    public UnsafeBuffer buffer() {
        return buffer;
    }

    public int length() {
        return length;
    }

    /** One frame of a delta. */
    public MarketFrames delta(int index, boolean last, long first, long finalId, long previous, long[] bids,
            long[] asks) {
        delta.wrapAndApplyHeader(buffer, 0, header);
        delta.firstUpdateId(first).finalUpdateId(finalId).previousUpdateId(previous);
        BookDeltaEncoder.BidsEncoder bid = delta.bidsCount(bids.length / 2);
        for (int i = 0; i < bids.length; i += 2) {
            bid.next().priceE8(bids[i]).quantityE8(bids[i + 1]);
        }
        BookDeltaEncoder.AsksEncoder ask = delta.asksCount(asks.length / 2);
        for (int i = 0; i < asks.length; i += 2) {
            ask.next().priceE8(asks[i]).quantityE8(asks[i + 1]);
        }
        return finish(delta.limit(), index, last);
    }

    /** A delta of spot in one frame. */
    public MarketFrames delta(long first, long finalId, long[] bids, long[] asks) {
        return delta(0, true, first, finalId, -1L, bids, asks);
    }

    /** One frame of a snapshot. */
    public MarketFrames snapshot(int index, boolean last, long id, long[] bids, long[] asks) {
        snapshot.wrapAndApplyHeader(buffer, 0, header);
        snapshot.lastUpdateId(id);
        BookSnapshotEncoder.BidsEncoder bid = snapshot.bidsCount(bids.length / 2);
        for (int i = 0; i < bids.length; i += 2) {
            bid.next().priceE8(bids[i]).quantityE8(bids[i + 1]);
        }
        BookSnapshotEncoder.AsksEncoder ask = snapshot.asksCount(asks.length / 2);
        for (int i = 0; i < asks.length; i += 2) {
            ask.next().priceE8(asks[i]).quantityE8(asks[i + 1]);
        }
        return finish(snapshot.limit(), index, last);
    }

    public MarketFrames snapshot(long id, long[] bids, long[] asks) {
        return snapshot(0, true, id, bids, asks);
    }

    public MarketFrames top(long id, long bid, long bidQuantity, long ask, long askQuantity) {
        top.wrapAndApplyHeader(buffer, 0, header);
        top.updateId(id).bidPriceE8(bid).bidQuantityE8(bidQuantity).askPriceE8(ask).askQuantityE8(askQuantity);
        return finish(top.limit(), 0, true);
    }

    public MarketFrames trade(long id, long price, long quantity, boolean buy) {
        trade.wrapAndApplyHeader(buffer, 0, header);
        trade.tradeId(id).priceE8(price).quantityE8(quantity).aggressor(buy ? Side.BUY : Side.SELL);
        return finish(trade.limit(), 0, true);
    }

    public MarketFrames kline(long openNs, long intervalNs, long open, long high, long low, long close, long volume,
            long takerBuy) {
        kline.wrapAndApplyHeader(buffer, 0, header);
        kline.openTimeNs(openNs).closeTimeNs(openNs + intervalNs - 1).intervalNs(intervalNs).openE8(open).highE8(high)
                .lowE8(low).closeE8(close).volumeE8(volume).quoteVolumeE8(volume).trades(7).takerBuyVolumeE8(takerBuy)
                .takerBuyQuoteVolumeE8(takerBuy);
        return finish(kline.limit(), 0, true);
    }

    public MarketFrames feedStatus(boolean connected) {
        feed.wrapAndApplyHeader(buffer, 0, header);
        feed.connected((short) (connected ? 1 : 0));
        return finish(feed.limit(), 0, true);
    }

    public MarketFrames markPrice(long mark, long index, long fundingRateE8, long nextFundingNs) {
        markPrice.wrapAndApplyHeader(buffer, 0, header);
        markPrice.markPriceE8(mark).indexPriceE8(index).fundingRateE8(fundingRateE8).nextFundingTimeNs(nextFundingNs);
        return finish(markPrice.limit(), 0, true);
    }

    /** A value from outside the venue; {@link #of} must say -1. */
    public MarketFrames external(int seriesId, long periodStartNs, double value) {
        external.wrapAndApplyHeader(buffer, 0, header);
        external.seriesId(seriesId).periodStartNs(periodStartNs).value(value);
        return finish(external.limit(), 0, true);
    }

    private MarketFrames finish(int limit, int index, boolean last) {
        header.sequence(0).ingestTimeNs(timeNs).venueTimeNs(timeNs).instrument(instrument).frameIndex(index)
                .lastFrame(last ? 1 : 0);
        length = limit;
        return this;
    }
}
