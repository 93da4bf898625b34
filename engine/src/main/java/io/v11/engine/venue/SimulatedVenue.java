package io.v11.engine.venue;

import org.agrona.DirectBuffer;

import io.v11.config.Instruments;
import io.v11.config.VenueSettings;
import io.v11.engine.slot.OrderIntent;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.TradeDecoder;

/**
 * An exchange in the process: matches the engine's orders against the recorded market, in event time.
 *
 * <pre>
 *   order caused at t --order latency--> matched at t + l against the book of that time --report latency--> report due
 * </pre>
 *
 * The player shows it every recorded frame before it publishes it, and publishes the reports as they fall due:
 *
 * <pre>
 *   venue.advanceTo(T);  while (venue.nextReport(T)) publish(report);  venue.onMarketEvent(frame of T);  publish(frame)
 * </pre>
 *
 * An order that arrives at the very time of a market event meets the book before it. Orders arrive in the order in which
 * they were sent, so one that answers a report never overtakes those sent before it. When the engine thread lags behind
 * the player an order may come after its time; it is then matched now and counted in {@link #lateOrders()}. Inline there
 * are none, and two plays of one recording give the same reports.
 *
 * <p>{@link #submit} is safe from any thread and does not block; all else is confined to the ingest thread. Nothing is
 * allocated after construction.
 */
public final class SimulatedVenue implements Venue {
    private static final long NS_PER_US = 1_000L;
    private static final long NO_MESSAGE = Long.MAX_VALUE;

    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final OrderChannel channel;
    private final ReportQueue reports;
    private final VenueBook[] books;
    private final Matcher matcher;
    /** Time of the last thing that happened here: a market event or an arrival. */
    private long nowNs = Long.MIN_VALUE;
    /** Time of the message whose last frame has not come yet; orders do not meet half a book. */
    private long openMessageNs = NO_MESSAGE;
    private boolean polled;
    private long lateOrders;

    public SimulatedVenue(Instruments instruments, VenueSettings settings) {
        channel = new OrderChannel(Math.multiplyExact(settings.orderLatencyUs(), NS_PER_US));
        reports = new ReportQueue(Math.multiplyExact(settings.reportLatencyUs(), NS_PER_US));
        books = new VenueBook[instruments.count()];
        for (int i = 0; i < books.length; i++) {
            books[i] = new VenueBook(instruments.get(i).market());
        }
        matcher = new Matcher(instruments, books, reports);
    }

    @Override
    public void submit(OrderIntent intent, long timeNs) {
        channel.send(intent, timeNs);
    }

    /** Takes a recorded frame, header at {@code offset}: first what arrived before it, then the frame itself. */
    public void onMarketEvent(DirectBuffer frame, int offset, int length) {
        header.wrap(frame, offset);
        long timeNs = header.ingestTimeNs();
        int instrument = header.instrument();
        int templateId = header.templateId();
        boolean last = header.lastFrame() == 1;
        processArrivals(timeNs - 1);
        nowNs = Math.max(nowNs, timeNs);
        if (instrument < 0 || instrument >= books.length) {
            return;
        }
        books[instrument].onFrame(frame, offset, length, templateId);
        openMessageNs = last ? NO_MESSAGE : timeNs;
        if (templateId == TradeDecoder.TEMPLATE_ID) {
            trade.wrapAndApplyHeader(frame, offset, header);
            matcher.onTrade(instrument, trade.priceE8(), trade.quantityE8(), trade.aggressor(), nowNs);
        }
    }

    /** Matches what arrives up to a time, inclusive, unless a message is half received: then up to that message. */
    public void advanceTo(long timeNs) {
        release();
        processArrivals(Math.min(timeNs, openMessageNs - 1));
    }

    /**
     * Moves to the next report that is due at or before a time; false when there is none. Call until it is: each report
     * is to be published before the next is asked for.
     */
    public boolean nextReport(long upToNs) {
        advanceTo(upToNs);
        polled = reports.firstDueNs() <= upToNs;
        return polled;
    }

    /** Holds the report that {@link #nextReport} moved to, until the next call of it or of {@link #advanceTo}. */
    public DirectBuffer buffer() {
        return reports.buffer();
    }

    public int offset() {
        return reports.firstOffset();
    }

    public int length() {
        return reports.firstLength();
    }

    /** Due time of the report, ns since the epoch. */
    public long timeNs() {
        return reports.firstDueNs();
    }

    /** Nothing rests, is under way to the venue or waits to be reported. */
    public boolean idle() {
        release();
        return matcher.restingOrders() == 0 && channel.first() == null && reports.isEmpty();
    }

    /** Orders that came after their time and were matched later than they should have been. */
    public long lateOrders() {
        return lateOrders;
    }

    /** Orders accepted. */
    public long orders() {
        return matcher.orders();
    }

    /** Fills reported. */
    public long fills() {
        return matcher.trades();
    }

    /** Orders that rest in the book. */
    public int restingOrders() {
        return matcher.restingOrders();
    }

    private void processArrivals(long upToNs) {
        for (Arrival arrival = channel.first(); arrival != null
                && arrival.timeNs <= upToNs; arrival = channel.first()) {
            if (arrival.timeNs < nowNs) {
                lateOrders++;
            }
            nowNs = Math.max(nowNs, arrival.timeNs);
            matcher.onArrival(arrival, nowNs);
            channel.removeFirst();
        }
    }

    private void release() {
        if (polled) {
            reports.removeFirst();
            polled = false;
        }
    }
}
