package io.v11.engine.venue;

import java.nio.ByteBuffer;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

import io.v11.config.Limits;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.venue.latency.LatencyModel;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

/**
 * The way of an order from the engine to the simulated venue: a ring buffer between the threads, then a queue in order of
 * arrival. An order arrives its latency after the event that caused it, and never before one sent earlier.
 *
 * <p>{@link #send} is safe from any thread (the supervisor cancels from its own), all else is confined to the ingest
 * thread. Nothing is allocated after construction.
 */
final class OrderChannel {
    private static final int KIND = 0;
    private static final int INSTRUMENT = 4;
    private static final int SIDE = 8;
    private static final int TIME_IN_FORCE = 12;
    private static final int CLIENT_ORDER_ID = 16;
    private static final int PRICE = 24;
    private static final int QUANTITY = 32;
    private static final int TIME = 40;
    private static final int STOP_PRICE = 48;
    private static final int REPLACED = 56;
    private static final int TYPE = 64;
    private static final int REDUCE_ONLY = 68;
    private static final int LENGTH = 72;
    private static final int MESSAGE_TYPE = 1;
    /** Tells an order's latency from that of its cancel. */
    private static final long KINDS = 8;
    /** Record header and alignment of the ring buffer, rounded up. */
    private static final int RECORD_BYTES = 80;

    private final ManyToOneRingBuffer ring;
    private final MessageHandler receiver = this::onMessage;
    private final Arrival[] arrivals = new Arrival[Limits.VENUE_QUEUE];
    private final LatencyModel latency;
    private int head;
    private int count;
    private long lastArrivalNs = Long.MIN_VALUE;

    OrderChannel(LatencyModel latency) {
        this.latency = latency;
        int bytes = Integer.highestOneBit(Limits.VENUE_QUEUE * RECORD_BYTES * 2 - 1);
        this.ring = new ManyToOneRingBuffer(
                new UnsafeBuffer(ByteBuffer.allocateDirect(bytes + RingBufferDescriptor.TRAILER_LENGTH)));
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = new Arrival();
        }
    }

    void send(OrderIntent intent, long timeNs) {
        int index = ring.tryClaim(MESSAGE_TYPE, LENGTH);
        if (index < 0) {
            throw new IllegalStateException("the venue's queue is full: limit=" + Limits.VENUE_QUEUE + " orders, kind="
                    + intent.kind + " clientOrderId=" + intent.clientOrderId + "; the ingest thread does not advance");
        }
        UnsafeBuffer buffer = (UnsafeBuffer) ring.buffer();
        buffer.putInt(index + KIND, intent.kind.value());
        buffer.putInt(index + INSTRUMENT, intent.instrument);
        buffer.putInt(index + SIDE, intent.side.value());
        buffer.putInt(index + TIME_IN_FORCE, intent.timeInForce.value());
        buffer.putLong(index + CLIENT_ORDER_ID, intent.clientOrderId);
        buffer.putLong(index + PRICE, intent.priceE8);
        buffer.putLong(index + QUANTITY, intent.quantityE8);
        buffer.putLong(index + TIME, timeNs);
        buffer.putLong(index + STOP_PRICE, intent.stopPriceE8);
        buffer.putLong(index + REPLACED, intent.replacedClientOrderId);
        buffer.putInt(index + TYPE, intent.type.value());
        buffer.putInt(index + REDUCE_ONLY, intent.reduceOnly ? 1 : 0);
        ring.commit(index);
    }

    /** The next order to arrive, null when none is under way. Looks at what was sent meanwhile. */
    Arrival first() {
        if (count < arrivals.length) {
            int read = ring.read(receiver, arrivals.length - count);
            if (read == 0 && count == 0 && ring.size() > 0) {
                ring.read(receiver, arrivals.length); // the first read stopped at the end of the buffer
            }
        }
        return count == 0 ? null : arrivals[head];
    }

    void removeFirst() {
        head = head + 1 == arrivals.length ? 0 : head + 1;
        count--;
    }

    private void onMessage(int type, MutableDirectBuffer buffer, int index, int length) {
        int place = head + count;
        Arrival arrival = arrivals[place < arrivals.length ? place : place - arrivals.length];
        arrival.kind = IntentKind.get((short) buffer.getInt(index + KIND));
        arrival.instrument = buffer.getInt(index + INSTRUMENT);
        arrival.side = Side.get((short) buffer.getInt(index + SIDE));
        arrival.timeInForce = TimeInForce.get((short) buffer.getInt(index + TIME_IN_FORCE));
        arrival.clientOrderId = buffer.getLong(index + CLIENT_ORDER_ID);
        arrival.priceE8 = buffer.getLong(index + PRICE);
        arrival.quantityE8 = buffer.getLong(index + QUANTITY);
        arrival.stopPriceE8 = buffer.getLong(index + STOP_PRICE);
        arrival.replacedClientOrderId = buffer.getLong(index + REPLACED);
        arrival.type = OrderType.get((short) buffer.getInt(index + TYPE));
        arrival.reduceOnly = buffer.getInt(index + REDUCE_ONLY) == 1;
        long sentNs = buffer.getLong(index + TIME);
        long id = arrival.clientOrderId * KINDS + arrival.kind.value();
        lastArrivalNs = Math.max(lastArrivalNs, sentNs + latency.latencyNs(id, sentNs));
        arrival.timeNs = lastArrivalNs;
        count++;
    }
}
