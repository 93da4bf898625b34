package io.v11.engine.risk.ledger;

import io.v11.config.Limits;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Side;

/**
 * What was approved and may still trade, from approvals and the venue's reports. An order counts in full from its approval until a
 * report says that less is left; a report that comes twice or late changes nothing, because what is left can only shrink.
 * Protective orders are not here: they can only shrink a position and must not use up what limits leave.
 *
 * <p>At most {@link Limits#OPEN_ORDERS} orders in a dense array that is searched by walking it: a few hundred longs are
 * cheaper to walk than to hash. Allocates nothing after construction.
 */
public final class WorkingOrders {
    private final Entry[] entries = new Entry[Limits.OPEN_ORDERS];
    private final long[] buysE8;
    private final long[] sellsE8;
    private final int[] counts;
    private int count;
    private long buyNotionalE8;
    private long sellNotionalE8;
    private long spotBuyNotionalE8;

    public WorkingOrders(int instruments) {
        buysE8 = new long[instruments];
        sellsE8 = new long[instruments];
        counts = new int[instruments];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = new Entry();
        }
    }

    public int count() {
        return count;
    }

    public int count(int instrument) {
        return counts[instrument];
    }

    /** Quantity that works on a side of an instrument. */
    public long quantityE8(int instrument, Side side) {
        return side == Side.BUY ? buysE8[instrument] : sellsE8[instrument];
    }

    /** Notional of all working orders at their limit prices. */
    public long notionalE8() {
        return Notional.sum(buyNotionalE8, sellNotionalE8);
    }

    /** Notional of those on one side. */
    public long notionalE8(Side side) {
        return side == Side.BUY ? buyNotionalE8 : sellNotionalE8;
    }

    /** Notional of the buys that will be paid for in full. */
    public long spotBuyNotionalE8() {
        return spotBuyNotionalE8;
    }

    /** An order of ours rests on the other side at a price that an order of this side and price would trade at. */
    public boolean crosses(int instrument, Side side, long priceE8) {
        boolean buy = side == Side.BUY;
        for (int i = 0; i < count; i++) {
            Entry entry = entries[i];
            if (entry.instrument == instrument && entry.rests && entry.buy != buy
                    && (buy ? entry.priceE8 <= priceE8 : entry.priceE8 >= priceE8)) {
                return true;
            }
        }
        return false;
    }

    /** Takes an order that was approved; how its figures are set is the caller's. */
    public void onApproved(Approval approval) {
        Entry entry = entries[count];
        entry.clientOrderId = approval.clientOrderId;
        entry.instrument = approval.instrument;
        entry.buy = approval.side == Side.BUY;
        entry.rests = approval.rests;
        entry.spot = approval.spot;
        entry.filled = false;
        entry.priceE8 = approval.priceE8;
        entry.referenceTwiceE8 = approval.referenceTwiceE8;
        entry.leavesE8 = 0L;
        entry.notionalE8 = 0L;
        count++;
        counts[approval.instrument]++;
        resize(entry, approval.quantityE8);
    }

    /** Twice the reference price when the order was approved; 0 when it is not here. */
    public long referenceTwiceE8(long clientOrderId) {
        int index = find(clientOrderId);
        return index < 0 ? 0L : entries[index].referenceTwiceE8;
    }

    /** A fill has come for the order; true when it is the order's first. */
    public boolean firstFill(long clientOrderId) {
        int index = find(clientOrderId);
        if (index < 0 || entries[index].filled) {
            return false;
        }
        entries[index].filled = true;
        return true;
    }

    /** The venue says that so much is left; nothing left ends the order. */
    public void onLeaves(long clientOrderId, long leavesE8) {
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
    public void onEnded(long clientOrderId) {
        onLeaves(clientOrderId, 0L);
    }

    public long addTo(long hash) {
        long result = StateHash.add(hash, count);
        for (int i = 0; i < count; i++) {
            result = StateHash.add(StateHash.add(result, entries[i].clientOrderId), entries[i].leavesE8);
            result = StateHash.add(result, entries[i].filled);
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
        long notionalE8 = Notional.up(entry.priceE8, leavesE8);
        long changeE8 = notionalE8 - entry.notionalE8;
        if (entry.buy) {
            buysE8[entry.instrument] += leavesE8 - entry.leavesE8;
            buyNotionalE8 += changeE8;
            spotBuyNotionalE8 += entry.spot ? changeE8 : 0L;
        } else {
            sellsE8[entry.instrument] += leavesE8 - entry.leavesE8;
            sellNotionalE8 += changeE8;
        }
        entry.leavesE8 = leavesE8;
        entry.notionalE8 = notionalE8;
    }

    private void remove(int index) {
        count--;
        Entry removed = entries[index];
        counts[removed.instrument]--;
        entries[index] = entries[count];
        entries[count] = removed;
    }

    /** An approved order as it begins to work; filled anew for each. */
    public static final class Approval {
        public long clientOrderId;
        public int instrument;
        public Side side = Side.NONE;
        /** What is not filled at once rests in the book. */
        public boolean rests;
        /** What is bought is paid for in full. */
        public boolean spot;
        public long priceE8;
        public long quantityE8;
        public long referenceTwiceE8;
    }

    /** One order: what of it may still trade. */
    private static final class Entry {
        private long clientOrderId;
        private int instrument;
        private boolean buy;
        private boolean rests;
        private boolean spot;
        private boolean filled;
        private long priceE8;
        private long referenceTwiceE8;
        private long leavesE8;
        private long notionalE8;
    }
}
