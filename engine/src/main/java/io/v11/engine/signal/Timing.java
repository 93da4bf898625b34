package io.v11.engine.signal;

import java.util.Arrays;

import io.v11.config.SignalSettings.Order;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.SignalReason;

/**
 * When an order may be proposed: not while an earlier one works or cools down, not before a young position has been held
 * long enough, not across a wide spread, not against the book. Event time. Allocates nothing after construction.
 */
final class Timing {
    private static final double BPS = 10_000.0;
    private static final long NS_PER_MS = 1_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final Order settings;
    private final long coolDownNs;
    private final long holdNs;
    private final OwnOrders orders;
    private final long[] lastProposalNs;
    private final long[] positionsE8;
    private final long[] openedNs;

    Timing(Order settings, int instruments, int runId) {
        this.settings = settings;
        this.coolDownNs = Math.multiplyExact(settings.coolDownMs(), NS_PER_MS);
        this.holdNs = Math.multiplyExact(settings.holdMs(), NS_PER_MS);
        this.orders = new OwnOrders(instruments, runId);
        this.lastProposalNs = new long[instruments];
        this.positionsE8 = new long[instruments];
        this.openedNs = new long[instruments];
        Arrays.fill(lastProposalNs, NEVER);
    }

    /** Follows orders and positions; every event. */
    void onEvent(EngineEvent event) {
        orders.onEvent(event);
        int i = event.instrument();
        if (i >= 0 && i < positionsE8.length) {
            long positionE8 = event.portfolio().positionE8;
            if (Long.signum(positionE8) != Long.signum(positionsE8[i])) {
                openedNs[i] = event.timeNs();
            }
            positionsE8[i] = positionE8;
        }
    }

    /** NONE when an order for this change of the position may be proposed now. */
    SignalReason check(EngineEvent event, long changeE8) {
        int i = event.instrument();
        long last = lastProposalNs[i];
        if (last != NEVER && event.timeNs() - last < coolDownNs) {
            return SignalReason.COOLING_DOWN;
        }
        if (orders.works(i)) {
            return SignalReason.ORDER_WORKING;
        }
        boolean against = positionsE8[i] != 0 && Long.signum(positionsE8[i]) != Long.signum(changeE8);
        if (against && event.timeNs() - openedNs[i] < holdNs) {
            return SignalReason.HOLDING;
        }
        return event.market().topValid ? checkBook(event.market(), changeE8 > 0) : SignalReason.NONE;
    }

    private SignalReason checkBook(MarketView market, boolean buy) {
        double spreadBps = (market.askPriceE8 - market.bidPriceE8) / (double) market.midTwiceE8() * 2.0 * BPS;
        if (spreadBps > settings.maximumSpreadBps()) {
            return SignalReason.SPREAD_WIDE;
        }
        double imbalance = (market.bidQuantityE8 - market.askQuantityE8)
                / (double) (market.bidQuantityE8 + market.askQuantityE8);
        return (buy ? imbalance : -imbalance) < settings.minimumImbalance()
                ? SignalReason.IMBALANCE_AGAINST
                : SignalReason.NONE;
    }

    void onProposal(EngineEvent event) {
        lastProposalNs[event.instrument()] = event.timeNs();
        orders.onProposal(event.instrument(), event.sequence());
    }

    long addTo(long hash) {
        long result = orders.addTo(hash);
        for (int i = 0; i < positionsE8.length; i++) {
            result = StateHash.add(StateHash.add(StateHash.add(result, lastProposalNs[i]), positionsE8[i]),
                    openedNs[i]);
        }
        return result;
    }
}
