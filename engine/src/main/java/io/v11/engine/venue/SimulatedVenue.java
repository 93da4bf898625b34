package io.v11.engine.venue;

import org.agrona.DirectBuffer;

import io.v11.config.Decimal;
import io.v11.config.FixedPoint;
import io.v11.config.Instruments;
import io.v11.config.VenueSettings;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.venue.depth.VenueBook;
import io.v11.engine.venue.latency.LatencyModel;
import io.v11.engine.venue.latency.LoadMeter;
import io.v11.engine.venue.margin.Account;
import io.v11.engine.venue.margin.FundingClock;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.MarkPriceDecoder;
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
 *   venue.onUpcoming(each bar of T, or the frame);  while (venue.nextReport(T)) publish(report);
 *   venue.onMarketEvent(frame of T);  publish(frame)
 * </pre>
 *
 * A bar tells at its end what happened in it, so the bars of a time are shown before the time up to it passes; books,
 * quotes and trades are not. Time passes from one happening to the next, and no further than the first report that is due,
 * so that the answer to a report meets the market as it was then. An order that arrives at the very time of a market event meets the book before it. Orders arrive in the order in which
 * they were sent, so one that answers a report never overtakes those sent before it. When the engine thread lags behind
 * the player an order may come after its time; it is then matched now and counted in {@link #lateOrders()}. Inline there
 * are none, and two plays of one recording give the same reports. At one time, funding comes first, then what happens
 * inside bars, then arrivals.
 *
 * <p>{@link #submit} is safe from any thread and does not block; all else is confined to the ingest thread. Nothing is
 * allocated after construction.
 */
public final class SimulatedVenue implements Venue {
    private static final long NEVER = Long.MAX_VALUE;
    private static final long NO_MESSAGE = Long.MAX_VALUE;

    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final TradeDecoder trade = new TradeDecoder();
    private final KlineDecoder bar = new KlineDecoder();
    private final MarkPriceDecoder markPrice = new MarkPriceDecoder();
    private final LoadMeter load = new LoadMeter();
    private final LatencyModel orderLatency;
    private final OrderChannel channel;
    private final ReportQueue reports;
    private final VenueBook[] books;
    private final Account account;
    private final FundingClock funding;
    private final Matcher matcher;
    /** Time of the last thing that happened here: a market event or an arrival. */
    private long nowNs = Long.MIN_VALUE;
    /** The recording is known to go on so far: funding is settled up to here. */
    private long horizonNs = Long.MIN_VALUE;
    /** Time of the message whose last frame has not come yet; orders do not meet half a book. */
    private long openMessageNs = NO_MESSAGE;
    private boolean polled;
    private long lateOrders;

    /** @param startingCapital quote units in the account's wallet at the start */
    public SimulatedVenue(Instruments instruments, VenueSettings settings, Decimal startingCapital) {
        orderLatency = LatencyModel.of(settings.orderLatency(), load);
        channel = new OrderChannel(orderLatency);
        reports = new ReportQueue(LatencyModel.of(settings.reportLatency(), load));
        books = new VenueBook[instruments.count()];
        for (int i = 0; i < books.length; i++) {
            books[i] = new VenueBook(instruments.get(i).market());
        }
        account = new Account(instruments, settings, startingCapital.e8());
        funding = new FundingClock(instruments, settings);
        matcher = new Matcher(instruments, settings, books, reports, account);
    }

    @Override
    public void submit(OrderIntent intent, long timeNs) {
        channel.send(intent, timeNs);
    }

    /**
     * Shows a frame before time moves on to it: how far the recording is known to go, and what will have happened inside a
     * bar. Of several bars of one ingest time all are to be shown first.
     */
    public void onUpcoming(DirectBuffer frame, int offset, int length) {
        header.wrap(frame, offset);
        horizonNs = Math.max(horizonNs, header.ingestTimeNs());
        int instrument = header.instrument();
        if (header.templateId() == KlineDecoder.TEMPLATE_ID && instrument >= 0 && instrument < books.length) {
            bar.wrapAndApplyHeader(frame, offset, header);
            matcher.show(instrument, bar);
        }
    }

    /** Takes a recorded frame, header at {@code offset}: first what arrived before it, then the frame itself. */
    public void onMarketEvent(DirectBuffer frame, int offset, int length) {
        header.wrap(frame, offset);
        long timeNs = header.ingestTimeNs();
        int instrument = header.instrument();
        int templateId = header.templateId();
        boolean last = header.lastFrame() == 1;
        boolean isBar = templateId == KlineDecoder.TEMPLATE_ID;
        onUpcoming(frame, offset, length);
        funding.start(timeNs);
        pass(isBar ? timeNs : timeNs - 1); // a bar is about what was before its own time
        nowNs = Math.max(nowNs, timeNs);
        load.onEvent(timeNs);
        if (instrument < 0 || instrument >= books.length) {
            return;
        }
        openMessageNs = last ? NO_MESSAGE : timeNs;
        switch (templateId) {
            case TradeDecoder.TEMPLATE_ID -> onTrade(instrument, frame, offset);
            case KlineDecoder.TEMPLATE_ID -> onBar(instrument, frame, offset);
            case MarkPriceDecoder.TEMPLATE_ID -> onMarkPrice(instrument, frame, offset);
            default -> {
                if (books[instrument].onFrame(frame, offset, length, templateId)) {
                    matcher.onChange(instrument, nowNs);
                }
            }
        }
    }

    /** Lets time pass up to a time, inclusive, unless a message is half received: then up to that message. */
    public void advanceTo(long timeNs) {
        release();
        pass(Math.min(timeNs, openMessageNs - 1));
    }

    /**
     * Moves to the next report that is due at or before a time; false when there is none. Call until it is: each report
     * is to be published, and the engine to have dealt with it, before the next is asked for.
     */
    public boolean nextReport(long upToNs) {
        release();
        long limitNs = Math.min(upToNs, openMessageNs - 1);
        boolean more = true;
        while (more) {
            more = step(Math.min(limitNs, reports.firstDueNs()));
        }
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

    /** Orders that rest in the book or wait for something. */
    public int restingOrders() {
        return matcher.restingOrders();
    }

    /** Times that the venue closed the account's perpetuals for want of margin. */
    public long liquidations() {
        return matcher.liquidations();
    }

    /** Quote units in the wallet: paid in and realised, all fees and funding taken off, E8. */
    public long walletE8() {
        return account.walletE8();
    }

    /** No order arrives earlier than this after its cause, ns: how far a play may run ahead of the engine. */
    public long minimumOrderLatencyNs() {
        return orderLatency.minimumNs();
    }

    private void pass(long upToNs) {
        boolean more = true;
        while (more) {
            more = step(upToNs);
        }
    }

    /** Lets the next thing happen if its time has come. */
    private boolean step(long upToNs) {
        Arrival arrival = channel.first();
        long arrivalNs = arrival == null ? NEVER : arrival.timeNs;
        long inBarsNs = matcher.nextInBarsNs();
        long fundingNs = funding.nextNs() <= horizonNs ? funding.nextNs() : NEVER;
        long nextNs = Math.min(arrivalNs, Math.min(inBarsNs, fundingNs));
        if (nextNs > upToNs || nextNs == NEVER) {
            return false;
        }
        if (nextNs == arrivalNs && arrivalNs < nowNs && arrivalNs < inBarsNs && arrivalNs < fundingNs) {
            lateOrders++;
        }
        nowNs = Math.max(nowNs, nextNs);
        if (fundingNs == nextNs) {
            settleFunding(funding.next());
        } else if (inBarsNs == nextNs) {
            matcher.onNextInBars(nowNs);
        } else {
            matcher.onArrival(arrival, nowNs);
            channel.removeFirst();
        }
        return true;
    }

    private void settleFunding(int instrument) {
        long positionE8 = account.positionE8(instrument);
        long markE8 = account.markE8(instrument);
        if (positionE8 != 0) {
            long rateE8 = funding.rateE8(instrument);
            long amountE8 = FundingClock.amountE8(FixedPoint.multiply(positionE8, markE8), rateE8);
            account.pay(amountE8);
            reports.funding(nowNs, instrument, amountE8, rateE8, positionE8, markE8);
            matcher.onPayment(nowNs);
        }
        funding.settled(instrument);
    }

    private void onTrade(int instrument, DirectBuffer frame, int offset) {
        trade.wrapAndApplyHeader(frame, offset, header);
        matcher.onTrade(instrument, trade.priceE8(), trade.quantityE8(), trade.aggressor(), nowNs);
    }

    private void onBar(int instrument, DirectBuffer frame, int offset) {
        bar.wrapAndApplyHeader(frame, offset, header);
        matcher.end(instrument, bar, nowNs);
    }

    private void onMarkPrice(int instrument, DirectBuffer frame, int offset) {
        markPrice.wrapAndApplyHeader(frame, offset, header);
        if (markPrice.markPriceE8() > 0) {
            funding.onMarkPrice(instrument, markPrice.fundingRateE8(), markPrice.nextFundingTimeNs(), nowNs);
            matcher.onMarkPrice(instrument, markPrice.markPriceE8(), nowNs);
        }
    }

    private void release() {
        if (polled) {
            reports.removeFirst();
            polled = false;
        }
    }
}
