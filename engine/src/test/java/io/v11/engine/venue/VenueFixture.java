package io.v11.engine.venue;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.Decimal;
import io.v11.config.FixedPoint;
import io.v11.config.Limits;
import io.v11.config.VenueSettings;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.trading.TestInstruments;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.FundingDecoder;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderAckDecoder;
import io.v11.journal.event.OrderCancelledDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderRejectedDecoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.trading.TestInstruments.e8;

/**
 * A simulated venue with a script: market frames and orders go in at stated microseconds, reports come out as text.
 * Order latency 100 us, report latency 50 us.
 */
final class VenueFixture {
    static final long US = 1_000L;
    static final long MINUTE_US = 60_000_000L;
    /** More than any of the scripts could lose. */
    private static final Decimal CAPITAL = Decimal.parse("1000000000");

    final SimulatedVenue venue;
    final MarketFrames market = new MarketFrames();
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final OrderAckDecoder ack = new OrderAckDecoder();
    private final OrderFillDecoder fill = new OrderFillDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderRejectedDecoder rejected = new OrderRejectedDecoder();
    private final FundingDecoder funding = new FundingDecoder();
    private final OrderIntent intent = new OrderIntent();
    private int instrument;
    private long updateId = 100;
    private long bookId;

    VenueFixture() {
        this(VenueSettings.plain(100, 50));
    }

    VenueFixture(VenueSettings settings) {
        this(settings, CAPITAL);
    }

    VenueFixture(VenueSettings settings, Decimal capital) {
        venue = new SimulatedVenue(TestInstruments.TWO, settings, capital);
    }

    /** Levels as {@code price, quantity} pairs in units. */
    static long[] levels(String... numbers) {
        long[] values = new long[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            values[i] = e8(numbers[i]);
        }
        return values;
    }

    VenueFixture snapshot(long us, long[] bids, long[] asks) {
        updateId += 10;
        bookId = updateId;
        return show(market.at(us * US).of(instrument).snapshot(updateId, bids, asks));
    }

    VenueFixture delta(long us, long[] bids, long[] asks) {
        updateId++;
        return show(market.at(us * US).of(instrument).delta(bookId + 1, bookId = updateId, bids, asks));
    }

    /** A best bid and ask older than any book. */
    VenueFixture top(long us, String bid, String bidQuantity, String ask, String askQuantity) {
        return top(us, 1, bid, bidQuantity, ask, askQuantity);
    }

    /** A best bid and ask newer than the book so far, older than its next message. */
    VenueFixture newerTop(long us, String bid, String bidQuantity, String ask, String askQuantity) {
        return top(us, ++updateId, bid, bidQuantity, ask, askQuantity);
    }

    private VenueFixture top(long us, long id, String bid, String bidQuantity, String ask, String askQuantity) {
        return show(market.at(us * US).of(instrument).top(id, e8(bid), e8(bidQuantity), e8(ask), e8(askQuantity)));
    }

    VenueFixture trade(long us, String price, String quantity, Side aggressor) {
        return show(market.at(us * US).of(instrument).trade(1, e8(price), e8(quantity), aggressor == Side.BUY));
    }

    VenueFixture show(MarketFrames frame) {
        venue.onMarketEvent(frame.buffer(), 0, frame.length());
        return this;
    }

    /** Orders and market frames concern this instrument from now on. */
    VenueFixture of(int id) {
        instrument = id;
        return this;
    }

    VenueFixture send(long us, long id, Side side, TimeInForce timeInForce, String price, String quantity) {
        fill(id, side, OrderType.LIMIT, timeInForce, price, quantity);
        return submit(us);
    }

    /** At any price up to the farthest. */
    VenueFixture sendMarket(long us, long id, Side side, String farthest, String quantity) {
        fill(id, side, OrderType.MARKET, TimeInForce.NONE, farthest, quantity);
        return submit(us);
    }

    /** At any price at all: what closes a position. */
    VenueFixture sendClosing(long us, long id, Side side, String quantity) {
        fill(id, side, OrderType.MARKET, TimeInForce.IOC, "0", quantity);
        intent.reduceOnly = true;
        return submit(us);
    }

    VenueFixture sendStop(long us, long id, Side side, String stop, String quantity, boolean reduceOnly) {
        fill(id, side, OrderType.STOP, TimeInForce.NONE, stop, quantity);
        intent.stopPriceE8 = e8(stop);
        intent.reduceOnly = reduceOnly;
        return submit(us);
    }

    VenueFixture sendReducing(long us, long id, Side side, TimeInForce timeInForce, String price, String quantity) {
        fill(id, side, OrderType.LIMIT, timeInForce, price, quantity);
        intent.reduceOnly = true;
        return submit(us);
    }

    /** A limit order in the stead of another. */
    VenueFixture replace(long us, long id, long replaced, Side side, String price, String quantity) {
        fill(id, side, OrderType.LIMIT, TimeInForce.GTC, price, quantity);
        intent.kind = IntentKind.REPLACE;
        intent.replacedClientOrderId = replaced;
        return submit(us);
    }

    /** A stop that only reduces, in the stead of another. */
    VenueFixture replaceStop(long us, long id, long replaced, Side side, String stop, String quantity) {
        fill(id, side, OrderType.STOP, TimeInForce.NONE, stop, quantity);
        intent.kind = IntentKind.REPLACE;
        intent.stopPriceE8 = e8(stop);
        intent.reduceOnly = true;
        intent.replacedClientOrderId = replaced;
        return submit(us);
    }

    private void fill(long id, Side side, OrderType type, TimeInForce timeInForce, String price, String quantity) {
        intent.clear();
        intent.kind = IntentKind.NEW;
        intent.clientOrderId = id;
        intent.instrument = instrument;
        intent.side = side;
        intent.type = type;
        intent.timeInForce = timeInForce;
        intent.priceE8 = e8(price);
        intent.quantityE8 = e8(quantity);
    }

    private VenueFixture submit(long us) {
        venue.submit(intent, us * US);
        return this;
    }

    /** A bar of a minute that opens at {@code minute}; comes at its end, shown before. */
    VenueFixture bar(long minute, String open, String high, String low, String close, String volume) {
        market.at((minute + 1) * MINUTE_US * US).of(instrument).kline(minute * MINUTE_US * US, MINUTE_US * US, e8(open),
                e8(high), e8(low), e8(close), e8(volume), 0L);
        venue.onUpcoming(market.buffer(), 0, market.length());
        return this;
    }

    /** The bar that was made last has ended. */
    VenueFixture end() {
        return show(market);
    }

    VenueFixture cancel(long us, long id) {
        intent.clear();
        intent.kind = IntentKind.CANCEL;
        intent.clientOrderId = id;
        intent.instrument = instrument;
        venue.submit(intent, us * US);
        return this;
    }

    VenueFixture cancelAll(long us) {
        intent.clear();
        intent.kind = IntentKind.CANCEL_ALL;
        venue.submit(intent, us * US);
        return this;
    }

    /** As the engine's supervisor does when a stage has failed. */
    VenueFixture cancelAllButProtection(long us) {
        venue.submit(OrderIntent.cancelAllButProtection(), us * US);
        return this;
    }

    /** Every report due by then, as {@code due(us) what}. */
    List<String> reports(long upToUs) {
        List<String> reports = new ArrayList<>();
        while (venue.nextReport(upToUs * US)) {
            header.wrap(venue.buffer(), venue.offset());
            if (header.ingestTimeNs() != venue.timeNs()) {
                throw new AssertionError("due time and ingest time differ");
            }
            reports.add(venue.timeNs() / US + " " + text());
        }
        return reports;
    }

    /** Every report, whenever it is due. */
    List<String> allReports() {
        return reports(Long.MAX_VALUE / US);
    }

    private String text() {
        return switch (header.templateId()) {
            case OrderAckDecoder.TEMPLATE_ID -> {
                ack.wrap(venue.buffer(), venue.offset() + Limits.HEADER_BYTES, header.blockLength(), header.version());
                yield "ack " + ack.clientOrderId();
            }
            case OrderFillDecoder.TEMPLATE_ID -> {
                fill.wrap(venue.buffer(), venue.offset() + Limits.HEADER_BYTES, header.blockLength(), header.version());
                yield "fill " + fill.clientOrderId() + " " + fill.liquidity() + " " + fill.side() + " "
                        + units(fill.quantityE8()) + " at " + units(fill.priceE8()) + " leaves "
                        + units(fill.leavesQuantityE8()) + " fee " + units(fill.feeE8());
            }
            case OrderCancelledDecoder.TEMPLATE_ID -> {
                cancelled.wrap(venue.buffer(), venue.offset() + Limits.HEADER_BYTES, header.blockLength(),
                        header.version());
                yield "cancelled " + cancelled.clientOrderId() + " " + cancelled.reason() + " leaves "
                        + units(cancelled.leavesQuantityE8());
            }
            case OrderRejectedDecoder.TEMPLATE_ID -> {
                rejected.wrap(venue.buffer(), venue.offset() + Limits.HEADER_BYTES, header.blockLength(),
                        header.version());
                yield "rejected " + rejected.refused() + " " + rejected.clientOrderId() + " " + rejected.reason();
            }
            case FundingDecoder.TEMPLATE_ID -> {
                funding.wrap(venue.buffer(), venue.offset() + Limits.HEADER_BYTES, header.blockLength(),
                        header.version());
                yield "funding " + units(funding.amountE8()) + " rate " + units(funding.rateE8()) + " on "
                        + units(funding.positionE8()) + " at " + units(funding.markPriceE8());
            }
            default -> throw new AssertionError("template " + header.templateId());
        };
    }

    private static String units(long e8) {
        return FixedPoint.format(e8);
    }
}
