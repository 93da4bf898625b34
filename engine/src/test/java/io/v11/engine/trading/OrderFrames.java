package io.v11.engine.trading;

import java.nio.ByteBuffer;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.config.Limits;
import io.v11.engine.slot.EngineEvent;
import io.v11.journal.event.Command;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.FeedStatusEncoder;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.Liquidity;
import io.v11.journal.event.OperatorCommandEncoder;
import io.v11.journal.event.OrderAckEncoder;
import io.v11.journal.event.OrderCancelledEncoder;
import io.v11.journal.event.OrderFillEncoder;
import io.v11.journal.event.OrderRejectedEncoder;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimerEncoder;
import io.v11.journal.event.VenueReason;

/** Writes venue reports, commands and timers, and loads them into a slot under a sequence that counts up. */
public final class OrderFrames {
    private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    private final EventHeaderEncoder header = new EventHeaderEncoder();
    private final OrderAckEncoder ack = new OrderAckEncoder();
    private final OrderFillEncoder fill = new OrderFillEncoder();
    private final OrderCancelledEncoder cancelled = new OrderCancelledEncoder();
    private final OrderRejectedEncoder rejected = new OrderRejectedEncoder();
    private final OperatorCommandEncoder command = new OperatorCommandEncoder();
    private final TimerEncoder timer = new TimerEncoder();
    private final FeedStatusEncoder feed = new FeedStatusEncoder();
    private final EngineEvent slot = new EngineEvent(4, 2, 1);
    private long sequence;
    private long timeNs;

    /** The slot that every frame is loaded into. */
    public EngineEvent slot() {
        return slot;
    }

    public long sequence() {
        return sequence;
    }

    public OrderFrames at(long eventTimeNs) {
        timeNs = eventTimeNs;
        return this;
    }

    /** An event that says nothing; what a market event says is set in the slot. */
    public EngineEvent quiet(int instrument) {
        timer.wrapAndApplyHeader(buffer, 0, header).timerId(0).dueTimeNs(timeNs);
        return load(instrument, timer.encodedLength());
    }

    /** A market event with this top of the book, synced. */
    public EngineEvent top(int instrument, long bidE8, long askE8) {
        quiet(instrument);
        slot.market().present = true;
        slot.market().synced = true;
        slot.market().topValid = true;
        slot.market().topChanged = true;
        slot.market().bidPriceE8 = bidE8;
        slot.market().bidQuantityE8 = 100_000_000L;
        slot.market().askPriceE8 = askE8;
        slot.market().askQuantityE8 = 100_000_000L;
        return slot;
    }

    public EngineEvent ack(long clientOrderId) {
        ack.wrapAndApplyHeader(buffer, 0, header).clientOrderId(clientOrderId).venueOrderId(1);
        return load(0, ack.encodedLength());
    }

    public EngineEvent fill(int instrument, long clientOrderId, long tradeId, Side side, long priceE8, long quantityE8,
            long leavesE8, long feeE8) {
        fill.wrapAndApplyHeader(buffer, 0, header).clientOrderId(clientOrderId).tradeId(tradeId).side(side)
                .liquidity(Liquidity.TAKER).priceE8(priceE8).quantityE8(quantityE8).leavesQuantityE8(leavesE8)
                .feeE8(feeE8);
        return load(instrument, fill.encodedLength());
    }

    public EngineEvent cancelled(long clientOrderId, long leavesE8) {
        cancelled.wrapAndApplyHeader(buffer, 0, header).clientOrderId(clientOrderId).leavesQuantityE8(leavesE8)
                .reason(VenueReason.REQUESTED);
        return load(0, cancelled.encodedLength());
    }

    public EngineEvent rejected(long clientOrderId, VenueReason reason, IntentKind refused) {
        rejected.wrapAndApplyHeader(buffer, 0, header).clientOrderId(clientOrderId).reason(reason).refused(refused);
        return load(0, rejected.encodedLength());
    }

    public EngineEvent feed(int instrument, boolean connected) {
        feed.wrapAndApplyHeader(buffer, 0, header).connected((short) (connected ? 1 : 0));
        return load(instrument, feed.encodedLength());
    }

    public EngineEvent command(Command what) {
        command.wrapAndApplyHeader(buffer, 0, header).command(what).author("");
        return load(-1, command.encodedLength());
    }

    private EngineEvent load(int instrument, int bodyLength) {
        header.sequence(0).ingestTimeNs(timeNs).venueTimeNs(timeNs).instrument(instrument).frameIndex(0).lastFrame(1);
        slot.load(buffer, 0, EventHeaderEncoder.ENCODED_LENGTH + bodyLength, ++sequence);
        return slot;
    }
}
