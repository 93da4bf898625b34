package io.v11.app;

import java.util.HashMap;
import java.util.Map;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.BestBidAskDecoder;
import io.v11.journal.event.BestBidAskEncoder;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookDeltaEncoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.BookSnapshotEncoder;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.KlineEncoder;
import io.v11.journal.event.MarkPriceDecoder;
import io.v11.journal.event.MarkPriceEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradeDecoder;
import io.v11.journal.event.TradeEncoder;

/**
 * Market events and their images: price p becomes C - p, bids become asks, buys become sells; times, quantities, ids
 * and the rate of funding stay. C is twice the first price of the symbol, one for its spot and its perpetual, or the
 * basis would not change sign. Both markets stand on a plinth of a hundred prices: without one, basis points of a price
 * that has moved by a hundredth, which in the mirror lies a hundredth on the other side, would be two hundredths off.
 * Holds the slots of both; confined to one thread.
 */
final class MirroredFrames {
    private static final int BODY = EventHeaderDecoder.ENCODED_LENGTH;

    /** Height of the plinth in prices. */
    private static final long PLINTH = 100L;

    private final Instruments instruments;
    private final Map<String, Long> bases = new HashMap<>();
    private final UnsafeBuffer copy = new UnsafeBuffer(new byte[Limits.FRAME_BYTES]);
    private final UnsafeBuffer image = new UnsafeBuffer(new byte[Limits.FRAME_BYTES]);
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final Levels bids = new Levels();
    private final Levels asks = new Levels();
    private final EngineEvent market;
    private final EngineEvent mirrored;
    private int length;

    MirroredFrames(Instruments instruments) {
        this.instruments = instruments;
        market = new EngineEvent(FeatureCatalog.size(), 1, 1);
        mirrored = new EngineEvent(FeatureCatalog.size(), 1, 1);
    }

    /** The event as it is, but for the plinth. */
    EngineEvent market() {
        return market;
    }

    /** Its image. */
    EngineEvent mirrored() {
        return mirrored;
    }

    void load(DirectBuffer source, int offset, int frameLength, long sequence) {
        length = frameLength;
        copy.putBytes(0, source, offset, frameLength);
        image.putBytes(0, source, offset, frameLength);
        header.wrap(copy, 0);
        switch (header.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> onTrade();
            case BookDeltaDecoder.TEMPLATE_ID -> onDelta();
            case BookSnapshotDecoder.TEMPLATE_ID -> onSnapshot();
            case BestBidAskDecoder.TEMPLATE_ID -> onBestBidAsk();
            case KlineDecoder.TEMPLATE_ID -> onKline();
            case MarkPriceDecoder.TEMPLATE_ID -> onMarkPrice();
            default -> {
                // No price in it.
            }
        }
        market.load(copy, 0, length, sequence);
        mirrored.load(image, 0, length, sequence);
    }

    private void onTrade() {
        TradeDecoder trade = new TradeDecoder().wrap(copy, BODY, header.blockLength(), header.version());
        long priceE8 = trade.priceE8();
        Side aggressor = trade.aggressor();
        new TradeEncoder().wrap(copy, BODY).priceE8(up(priceE8));
        new TradeEncoder().wrap(image, BODY).priceE8(down(priceE8))
                .aggressor(aggressor == Side.BUY ? Side.SELL : Side.BUY);
    }

    private void onBestBidAsk() {
        BestBidAskDecoder top = new BestBidAskDecoder().wrap(copy, BODY, header.blockLength(), header.version());
        long bid = top.bidPriceE8();
        long ask = top.askPriceE8();
        new BestBidAskEncoder().wrap(image, BODY).bidPriceE8(down(ask)).bidQuantityE8(top.askQuantityE8())
                .askPriceE8(down(bid)).askQuantityE8(top.bidQuantityE8());
        new BestBidAskEncoder().wrap(copy, BODY).bidPriceE8(up(bid)).askPriceE8(up(ask));
    }

    private void onDelta() {
        BookDeltaDecoder delta = new BookDeltaDecoder().wrap(copy, BODY, header.blockLength(), header.version());
        bids.clear();
        asks.clear();
        delta.bids().forEach(level -> bids.add(level.priceE8(), level.quantityE8()));
        delta.asks().forEach(level -> asks.add(level.priceE8(), level.quantityE8()));
        encodeDelta(copy, bids, asks, true);
        encodeDelta(image, asks, bids, false);
    }

    private void encodeDelta(UnsafeBuffer frame, Levels toBids, Levels toAsks, boolean asIs) {
        BookDeltaEncoder delta = new BookDeltaEncoder().wrap(frame, BODY);
        BookDeltaEncoder.BidsEncoder bid = delta.bidsCount(toBids.count);
        for (int i = 0; i < toBids.count; i++) {
            bid.next().priceE8(price(toBids.pricesE8[i], asIs)).quantityE8(toBids.quantitiesE8[i]);
        }
        BookDeltaEncoder.AsksEncoder ask = delta.asksCount(toAsks.count);
        for (int i = 0; i < toAsks.count; i++) {
            ask.next().priceE8(price(toAsks.pricesE8[i], asIs)).quantityE8(toAsks.quantitiesE8[i]);
        }
    }

    private void onSnapshot() {
        BookSnapshotDecoder snapshot = new BookSnapshotDecoder().wrap(copy, BODY, header.blockLength(),
                header.version());
        bids.clear();
        asks.clear();
        snapshot.bids().forEach(level -> bids.add(level.priceE8(), level.quantityE8()));
        snapshot.asks().forEach(level -> asks.add(level.priceE8(), level.quantityE8()));
        encodeSnapshot(copy, bids, asks, true);
        encodeSnapshot(image, asks, bids, false);
    }

    private void encodeSnapshot(UnsafeBuffer frame, Levels toBids, Levels toAsks, boolean asIs) {
        BookSnapshotEncoder snapshot = new BookSnapshotEncoder().wrap(frame, BODY);
        BookSnapshotEncoder.BidsEncoder bid = snapshot.bidsCount(toBids.count);
        for (int i = 0; i < toBids.count; i++) {
            bid.next().priceE8(price(toBids.pricesE8[i], asIs)).quantityE8(toBids.quantitiesE8[i]);
        }
        BookSnapshotEncoder.AsksEncoder ask = snapshot.asksCount(toAsks.count);
        for (int i = 0; i < toAsks.count; i++) {
            ask.next().priceE8(price(toAsks.pricesE8[i], asIs)).quantityE8(toAsks.quantitiesE8[i]);
        }
    }

    private void onKline() {
        KlineDecoder bar = new KlineDecoder().wrap(copy, BODY, header.blockLength(), header.version());
        long open = bar.openE8();
        long high = bar.highE8();
        long low = bar.lowE8();
        long close = bar.closeE8();
        long volume = bar.volumeE8();
        // Quote volume is sum(p q): of C - p it is C sum(q) - sum(p q).
        long quote = bar.quoteVolumeE8();
        new KlineEncoder().wrap(image, BODY).openE8(down(open)).highE8(down(low)).lowE8(down(high))
                .closeE8(down(close)).quoteVolumeE8(product(down(0L), volume) - quote)
                .takerBuyVolumeE8(volume - bar.takerBuyVolumeE8());
        new KlineEncoder().wrap(copy, BODY).openE8(up(open)).highE8(up(high)).lowE8(up(low)).closeE8(up(close))
                .quoteVolumeE8(product(up(0L), volume) + quote);
    }

    private void onMarkPrice() {
        MarkPriceDecoder mark = new MarkPriceDecoder().wrap(copy, BODY, header.blockLength(), header.version());
        long price = mark.markPriceE8();
        long index = mark.indexPriceE8();
        new MarkPriceEncoder().wrap(image, BODY).markPriceE8(down(price)).indexPriceE8(down(index));
        new MarkPriceEncoder().wrap(copy, BODY).markPriceE8(up(price)).indexPriceE8(up(index));
    }

    private long price(long priceE8, boolean asIs) {
        return asIs ? up(priceE8) : down(priceE8);
    }

    private long up(long priceE8) {
        return PLINTH * base(priceE8) + priceE8;
    }

    private long down(long priceE8) {
        return (PLINTH + 2) * base(priceE8) - priceE8;
    }

    private long base(long priceE8) {
        return bases.computeIfAbsent(instruments.get(header.instrument()).symbol(), symbol -> priceE8);
    }

    private static long product(long priceE8, long quantityE8) {
        return Math.round(priceE8 / 1e8 * quantityE8);
    }

    /** Levels of one side of a message. */
    private static final class Levels {
        private final long[] pricesE8 = new long[Limits.FRAME_BYTES / 16];
        private final long[] quantitiesE8 = new long[pricesE8.length];
        private int count;

        private void clear() {
            count = 0;
        }

        private void add(long priceE8, long quantityE8) {
            pricesE8[count] = priceE8;
            quantitiesE8[count++] = quantityE8;
        }
    }
}
