package io.v11.engine.risk;

import io.v11.config.Limits;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Side;

/**
 * What was approved and may still trade: risk's own count, from its approvals and the venue's reports, so that the gate
 * does not lean on the bookkeeping of another stage. An order counts in full from its approval until a report says that
 * less is left; a report that comes twice or late changes nothing, because what is left can only shrink.
 *
 * <p>At most {@link Limits#OPEN_ORDERS} orders in a dense array that is searched by walking it: a few hundred longs are
 * cheaper to walk than to hash. Allocates nothing after construction.
 */
final class WorkingOrders {
    private final Entry[] entries = new Entry[Limits.OPEN_ORDERS];
    private final long[] buysE8;
    private final long[] sellsE8;
    private int count;
    private long notionalE8;

    WorkingOrders(int instruments) {
        buysE8 = new long[instruments];
        sellsE8 = new long[instruments];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new Entry();
        }
    }

    int count() {
        return count;
    }

    /** Quantity that works on a side of an instrument. */
    long quantityE8(int instrument, Side side) {
        return side == Side.BUY ? buysE8[instrument] : sellsE8[instrument];
    }

    /** Notional of all working orders at their limit prices. */
    long notionalE8() {
        return notionalE8;
    }

    void onApproved(long clientOrderId, Proposal proposal) {
        Entry entry = entries[count];
        entry.clientOrderId = clientOrderId;
        entry.instrument = proposal.instrument;
        entry.buy = proposal.buy();
        entry.priceE8 = proposal.priceE8;
        entry.leavesE8 = 0L;
        entry.notionalE8 = 0L;
        count++;
        resize(entry, proposal.quantityE8);
    }

    /** The venue says that so much is left; nothing left ends the order. */
    void onLeaves(long clientOrderId, long leavesE8) {
        int index = find(clientOrderId);
        if (index < 0) {
            return;
        }
        Entry entry = entries[index];
        resize(entry, Math.max(0L, Math.min(entry.leavesE8, leavesE8)));
        if (entry.leavesE8 == 0) {
            remove(index);
        }
    }

    /** The order cannot trade any more. */
    void onEnded(long clientOrderId) {
        onLeaves(clientOrderId, 0L);
    }

    long addTo(long hash) {
        long result = StateHash.add(hash, count);
        for (int i = 0; i < count; i++) {
            result = StateHash.add(StateHash.add(result, entries[i].clientOrderId), entries[i].leavesE8);
        }
        return result;
    }

    private int find(long clientOrderId) {
        for (int i = 0; i < count; i++) {
            if (entries[i].clientOrderId == clientOrderId) {
                return i;
            }
        }
        return -1;
    }

    private void resize(Entry entry, long leavesE8) {
        long[] sideE8 = entry.buy ? buysE8 : sellsE8;
        sideE8[entry.instrument] += leavesE8 - entry.leavesE8;
        notionalE8 -= entry.notionalE8;
        entry.leavesE8 = leavesE8;
        entry.notionalE8 = Notional.up(entry.priceE8, leavesE8);
        notionalE8 += entry.notionalE8;
    }

    private void remove(int index) {
        count--;
        Entry removed = entries[index];
        entries[index] = entries[count];
        entries[count] = removed;
    }

    /** One order: what of it may still trade. */
    private static final class Entry {
        private long clientOrderId;
        private int instrument;
        private boolean buy;
        private long priceE8;
        private long leavesE8;
        private long notionalE8;
    }
}
