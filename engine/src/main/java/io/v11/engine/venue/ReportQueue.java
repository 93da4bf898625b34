package io.v11.engine.venue;

import java.nio.ByteBuffer;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Limits;
import io.v11.engine.venue.latency.LatencyModel;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.FundingEncoder;
import io.v11.journal.event.Liquidity;
import io.v11.journal.event.OrderAckEncoder;
import io.v11.journal.event.OrderCancelledEncoder;
import io.v11.journal.event.OrderFillEncoder;
import io.v11.journal.event.OrderRejectedEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.VenueReason;

/**
 * What the simulated venue has said and the engine has not heard yet: event frames in order of their due time, which is
 * the time of the cause plus the latency of reports, and never before that of an earlier one. Venue time of a frame is the time of the cause, ingest time the due
 * time. At most {@link Limits#VENUE_REPORTS}. Confined to the ingest thread; allocates nothing after construction.
 */
final class ReportQueue {
    /** Bytes per report: the largest is a fill, header included. */
    private static final int SLOT_BYTES = 128;

    private final UnsafeBuffer buffer = new UnsafeBuffer(
            ByteBuffer.allocateDirect(Limits.VENUE_REPORTS * SLOT_BYTES));
    private final long[] dueNs = new long[Limits.VENUE_REPORTS];
    private final int[] lengths = new int[Limits.VENUE_REPORTS];
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final OrderAckEncoder ack = new OrderAckEncoder();
    private final OrderFillEncoder fill = new OrderFillEncoder();
    private final OrderCancelledEncoder cancelled = new OrderCancelledEncoder();
    private final OrderRejectedEncoder rejected = new OrderRejectedEncoder();
    private final FundingEncoder funding = new FundingEncoder();
    private final LatencyModel latency;
    private int head;
    private int count;
    private long published;
    private long lastDueNs = Long.MIN_VALUE;

    ReportQueue(LatencyModel latency) {
        this.latency = latency;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Due time of the first report; the largest long when there is none. */
    long firstDueNs() {
        return count == 0 ? Long.MAX_VALUE : dueNs[head];
    }

    DirectBuffer buffer() {
        return buffer;
    }

    int firstOffset() {
        return head * SLOT_BYTES;
    }

    int firstLength() {
        return lengths[head];
    }

    void removeFirst() {
        head = head + 1 == lengths.length ? 0 : head + 1;
        count--;
    }

    void ack(long timeNs, Arrival order, long venueOrderId) {
        ack.wrapAndApplyHeader(buffer, claim(), header).clientOrderId(order.clientOrderId).venueOrderId(venueOrderId);
        publish(timeNs, order.instrument, ack.encodedLength());
    }

    void fill(long timeNs, int instrument, long clientOrderId, Side side, Liquidity liquidity, Fill what) {
        fill.wrapAndApplyHeader(buffer, claim(), header).clientOrderId(clientOrderId).tradeId(what.tradeId).side(side)
                .liquidity(liquidity).priceE8(what.priceE8).quantityE8(what.quantityE8)
                .leavesQuantityE8(what.leavesE8).feeE8(what.feeE8);
        publish(timeNs, instrument, fill.encodedLength());
    }

    void cancelled(long timeNs, int instrument, long clientOrderId, long leavesE8, VenueReason reason) {
        cancelled.wrapAndApplyHeader(buffer, claim(), header).clientOrderId(clientOrderId).leavesQuantityE8(leavesE8)
                .reason(reason);
        publish(timeNs, instrument, cancelled.encodedLength());
    }

    /** Under the id of what was refused; of a REPLACE that is the new order. */
    void rejected(long timeNs, Arrival order, VenueReason reason) {
        rejected.wrapAndApplyHeader(buffer, claim(), header).clientOrderId(order.clientOrderId).reason(reason)
                .refused(order.kind);
        publish(timeNs, order.instrument, rejected.encodedLength());
    }

    /** @param amountE8 positive: paid */
    void funding(long timeNs, int instrument, long amountE8, long rateE8, long positionE8, long markPriceE8) {
        funding.wrapAndApplyHeader(buffer, claim(), header).amountE8(amountE8).rateE8(rateE8).positionE8(positionE8)
                .markPriceE8(markPriceE8);
        publish(timeNs, instrument, funding.encodedLength());
    }

    private int claim() {
        if (count == lengths.length) {
            throw new IllegalStateException("more reports of the simulated venue wait than it holds: limit="
                    + lengths.length + "; the player must poll them");
        }
        return tail() * SLOT_BYTES;
    }

    private void publish(long timeNs, int instrument, int bodyLength) {
        long due = Math.max(lastDueNs, timeNs + latency.latencyNs(++published, timeNs));
        lastDueNs = due;
        header.sequence(0).ingestTimeNs(due).venueTimeNs(timeNs).instrument(instrument).frameIndex(0).lastFrame(1);
        int tail = tail();
        dueNs[tail] = due;
        lengths[tail] = EventHeaderEncoder.ENCODED_LENGTH + bodyLength;
        count++;
    }

    private int tail() {
        int tail = head + count;
        return tail < lengths.length ? tail : tail - lengths.length;
    }

    /** One trade of an order, to be reported. Reused. Money in E8. */
    static final class Fill {
        long tradeId;
        long priceE8;
        long quantityE8;
        long leavesE8;
        long feeE8;
    }
}
