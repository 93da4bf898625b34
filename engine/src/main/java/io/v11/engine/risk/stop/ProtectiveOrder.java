package io.v11.engine.risk.stop;

import io.v11.engine.slot.StateHash;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.Side;
import io.v11.journal.event.VenueReason;

/**
 * What is known of one instrument's protective order at the venue: the order that works, and the request that has no answer yet.
 *
 * <pre>
 *   nothing --NEW--> asked --ack--> works --REPLACE--> asked, works --cancelled, ack--> works
 *                      |              |--CANCEL--> asked, works --cancelled--> nothing
 *                      '--reject--> nothing, asked again after a pause
 * </pre>
 *
 * Reports may overtake one another: a fill of the order asked for is its acknowledgement as well. A report on an order that is not
 * known changes nothing.
 */
final class ProtectiveOrder {
    /** No venue needs to be asked more often than that for what it refused. */
    private static final long PAUSE_NS = 250_000_000L;

    private long workingId;
    private Side workingSide = Side.NONE;
    private long workingE8;
    private long workingStopE8;
    private IntentKind asked = IntentKind.NONE;
    private long askedId;
    private Side askedSide = Side.NONE;
    private long askedE8;
    private long askedStopE8;
    private long askedNs;
    private long pausedUntilNs = Long.MIN_VALUE;
    private boolean wouldTrigger;

    boolean works() {
        return workingId != 0;
    }

    long workingId() {
        return workingId;
    }

    Side workingSide() {
        return workingSide;
    }

    long workingE8() {
        return workingE8;
    }

    /** 0: a market order that is being filled. */
    long workingStopE8() {
        return workingStopE8;
    }

    /** Quantity that a market order closes, working or asked for; 0 when there is none. */
    long closingE8() {
        if (asks() && asked != IntentKind.CANCEL && askedStopE8 == 0) {
            return askedE8;
        }
        return works() && workingStopE8 == 0 ? workingE8 : 0L;
    }

    /** A request has no answer yet. */
    boolean asks() {
        return asked != IntentKind.NONE;
    }

    IntentKind asked() {
        return asked;
    }

    /** The order that was asked for, or is to be cancelled. */
    long askedId() {
        return askedId;
    }

    long askedNs() {
        return askedNs;
    }

    boolean paused(long nowNs) {
        return nowNs < pausedUntilNs;
    }

    /** The venue says that the stop price is reached already: only a market order helps. */
    boolean wouldTrigger() {
        return wouldTrigger;
    }

    /** The position has ended. */
    void forgetTrigger() {
        wouldTrigger = false;
    }

    void onAsked(IntentKind kind, long clientOrderId, Side side, long quantityE8, long stopE8, long nowNs) {
        asked = kind;
        askedId = clientOrderId;
        askedSide = side;
        askedE8 = quantityE8;
        askedStopE8 = stopE8;
        askedNs = nowNs;
    }

    void onAck(long clientOrderId) {
        if (clientOrderId == askedId && (asked == IntentKind.NEW || asked == IntentKind.REPLACE)) {
            workingId = askedId;
            workingSide = askedSide;
            workingE8 = askedE8;
            workingStopE8 = askedStopE8;
            asked = IntentKind.NONE;
        }
    }

    /** True when the order is this one. */
    boolean onFill(long clientOrderId, long leavesE8) {
        onAck(clientOrderId);
        if (clientOrderId != workingId) {
            return false;
        }
        workingE8 = Math.min(workingE8, leavesE8);
        if (workingE8 == 0) {
            end();
        }
        return true;
    }

    void onCancelled(long clientOrderId, long nowNs) {
        if (clientOrderId == 0) {
            return;
        }
        boolean closing = workingId == clientOrderId && workingStopE8 == 0
                || asked != IntentKind.CANCEL && askedId == clientOrderId && askedStopE8 == 0;
        if (closing) {
            // The rest of a market order that found nothing more to take.
            pausedUntilNs = nowNs + PAUSE_NS;
        }
        if (workingId == clientOrderId) {
            end();
        }
        if (askedId == clientOrderId) {
            asked = IntentKind.NONE;
        }
    }

    void onRejected(long clientOrderId, IntentKind refused, VenueReason reason, long nowNs) {
        boolean known = asks() && (clientOrderId == askedId || clientOrderId == workingId);
        if (!known || refused != asked || reason == VenueReason.DUPLICATE_CLIENT_ORDER_ID) {
            return;
        }
        if (reason == VenueReason.UNKNOWN_ORDER && (refused == IntentKind.REPLACE || askedId == workingId)) {
            end();
        }
        if (reason == VenueReason.WOULD_TRIGGER) {
            wouldTrigger = true;
        } else {
            pausedUntilNs = nowNs + PAUSE_NS;
        }
        asked = IntentKind.NONE;
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(StateHash.add(hash, workingId), workingE8), workingStopE8);
        result = StateHash.add(StateHash.add(result, workingSide.value()), asked.value());
        result = StateHash.add(StateHash.add(StateHash.add(result, askedId), askedE8), askedStopE8);
        return StateHash.add(StateHash.add(StateHash.add(result, askedNs), pausedUntilNs), wouldTrigger);
    }

    private void end() {
        if (asked == IntentKind.CANCEL && askedId == workingId) {
            asked = IntentKind.NONE;
        }
        workingId = 0L;
        workingSide = Side.NONE;
        workingE8 = 0L;
        workingStopE8 = 0L;
    }
}
