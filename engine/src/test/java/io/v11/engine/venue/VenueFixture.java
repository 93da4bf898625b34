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
    /** More than any of the scripts could lose. */
    private static final Decimal CAPITAL = Decimal.parse("1000000000");

    final SimulatedVenue venue;
    final MarketFrames market = new MarketFrames();
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final OrderAckDecoder ack = new OrderAckDecoder();
    private final OrderFillDecoder fill = new OrderFillDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderRejectedDecoder rejected = new OrderRejectedDecoder();
    private final OrderIntent intent = new OrderIntent();
    private long updateId = 100;
    private long bookId;

    VenueFixture() {
        this(VenueSettings.plain(100, 50));
    }

    VenueFixture(VenueSettings settings) {
        venue = new SimulatedVenue(TestInstruments.TWO, settings, CAPITAL);
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
        return show(market.at(us * US).of(0).snapshot(updateId, bids, asks));
    }

    VenueFixture delta(long us, long[] bids, long[] asks) {
        updateId++;
        return show(market.at(us * US).of(0).delta(bookId + 1, bookId = updateId, bids, asks));
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
        return show(market.at(us * US).of(0).top(id, e8(bid), e8(bidQuantity), e8(ask), e8(askQuantity)));
    }

    VenueFixture trade(long us, String price, String quantity, Side aggressor) {
        return show(market.at(us * US).of(0).trade(1, e8(price), e8(quantity), aggressor == Side.BUY));
    }

    VenueFixture show(MarketFrames frame) {
        venue.onMarketEvent(frame.buffer(), 0, frame.length());
        return this;
    }

    VenueFixture send(long us, long id, Side side, TimeInForce timeInForce, String price, String quantity) {
        intent.clear();
        intent.kind = IntentKind.NEW;
        intent.clientOrderId = id;
        intent.instrument = 0;
        intent.side = side;
        intent.type = OrderType.LIMIT;
        intent.timeInForce = timeInForce;
        intent.priceE8 = e8(price);
        intent.quantityE8 = e8(quantity);
        venue.submit(intent, us * US);
        return this;
    }

    VenueFixture cancel(long us, long id) {
        intent.clear();
        intent.kind = IntentKind.CANCEL;
        intent.clientOrderId = id;
        intent.instrument = 0;
        venue.submit(intent, us * US);
        return this;
    }

    VenueFixture cancelAll(long us) {
        intent.clear();
        intent.kind = IntentKind.CANCEL_ALL;
        venue.submit(intent, us * US);
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
            default -> throw new AssertionError("template " + header.templateId());
        };
    }

    private static String units(long e8) {
        return FixedPoint.format(e8);
    }
}
