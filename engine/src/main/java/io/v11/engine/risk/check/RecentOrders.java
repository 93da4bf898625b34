package io.v11.engine.risk.check;

import java.util.Arrays;

import io.v11.config.RiskLimits;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.engine.slot.StateHash;

/**
 * Whether an order repeats one that was approved a moment ago, or would trade with one of our own. Keeps as many approvals as the
 * rate lets through within the window; the window is open at its old end.
 */
final class RecentOrders {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long MS_PER_SECOND = 1_000L;

    private final WorkingOrders working;
    private final boolean selfTrade;
    private final long windowNs;
    private final long[] timesNs;
    private final long[] pricesE8;
    private final long[] quantitiesE8;
    /** Instrument id, and 2^16 more for a buy. */
    private final int[] marks;
    private int last;

    RecentOrders(RiskLimits limits, WorkingOrders working) {
        this.working = working;
        selfTrade = limits.order().selfTrade();
        windowNs = limits.pace().duplicateWindowMs() * NS_PER_MS;
        int seconds = (int) (limits.pace().duplicateWindowMs() / MS_PER_SECOND) + 1;
        int kept = windowNs == 0 ? 1 : limits.pace().perSecond() * seconds;
        timesNs = new long[kept];
        Arrays.fill(timesNs, Long.MIN_VALUE);
        pricesE8 = new long[kept];
        quantitiesE8 = new long[kept];
        marks = new int[kept];
    }

    /** No order of the same instrument, side, price and quantity was approved within the window. */
    boolean novel(Proposal proposal) {
        int mark = mark(proposal);
        for (int back = 0; back < timesNs.length; back++) {
            int i = last - back < 0 ? last - back + timesNs.length : last - back;
            if (timesNs[i] == Long.MIN_VALUE || proposal.timeNs - timesNs[i] >= windowNs) {
                return true;
            }
            if (marks[i] == mark && pricesE8[i] == proposal.priceE8 && quantitiesE8[i] == proposal.quantityE8) {
                return false;
            }
        }
        return true;
    }

    /** No order of ours rests where this one would trade. */
    boolean noSelfTrade(Proposal proposal) {
        return selfTrade || !working.crosses(proposal.instrument, proposal.side, proposal.priceE8);
    }

    void onApproved(Proposal proposal) {
        last = last + 1 == timesNs.length ? 0 : last + 1;
        timesNs[last] = proposal.timeNs;
        pricesE8[last] = proposal.priceE8;
        quantitiesE8[last] = proposal.quantityE8;
        marks[last] = mark(proposal);
    }

    long addTo(long hash) {
        long result = StateHash.add(hash, last);
        for (int i = 0; i < timesNs.length; i++) {
            result = StateHash.add(StateHash.add(result, timesNs[i]), pricesE8[i]);
            result = StateHash.add(StateHash.add(result, quantitiesE8[i]), marks[i]);
        }
        return result;
    }

    private static int mark(Proposal proposal) {
        return proposal.instrument + (proposal.buy() ? 1 << 16 : 0);
    }
}
