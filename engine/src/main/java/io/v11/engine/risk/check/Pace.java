package io.v11.engine.risk.check;

import io.v11.config.RiskLimits;
import io.v11.engine.risk.ledger.Notional;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.engine.slot.StateHash;

/**
 * How many orders work, and how often they leave: in a second, in a UTC day of event time, in number and in notional. What is
 * approved counts, filled or not.
 */
final class Pace {
    private static final long DAY_NS = 86_400_000_000_000L;

    private final RiskLimits.Pace limits;
    private final WorkingOrders working;
    private final OrderRate rate;
    private final OrderRate[] rates;
    private final long notionalPerDayE8;
    private long day = Long.MIN_VALUE;
    private long orders;
    private long notionalE8;

    Pace(int instruments, RiskLimits.Pace limits, WorkingOrders working) {
        this.limits = limits;
        this.working = working;
        rate = new OrderRate(limits.perSecond());
        rates = new OrderRate[instruments];
        for (int i = 0; i < instruments; i++) {
            rates[i] = new OrderRate(limits.perSecondInstrument());
        }
        notionalPerDayE8 = limits.notionalPerDay().e8();
    }

    boolean open(Proposal proposal) {
        return working.count() < limits.maximumOpen();
    }

    boolean openInstrument(Proposal proposal) {
        return working.count(proposal.instrument) < limits.maximumOpenInstrument();
    }

    boolean perSecond(Proposal proposal) {
        return rate.admits(proposal.timeNs);
    }

    boolean perSecondInstrument(Proposal proposal) {
        return rates[proposal.instrument].admits(proposal.timeNs);
    }

    boolean perDay(Proposal proposal) {
        return limits.perDay() == 0 || day(proposal) != day || orders < limits.perDay();
    }

    boolean notionalPerDay(Proposal proposal) {
        long beforeE8 = day(proposal) == day ? notionalE8 : 0L;
        return notionalPerDayE8 == 0 || Notional.sum(beforeE8, proposal.notionalE8) <= notionalPerDayE8;
    }

    void onApproved(Proposal proposal) {
        if (day(proposal) != day) {
            day = day(proposal);
            orders = 0L;
            notionalE8 = 0L;
        }
        orders++;
        notionalE8 = Notional.sum(notionalE8, proposal.notionalE8);
        rate.onApproved(proposal.timeNs);
        rates[proposal.instrument].onApproved(proposal.timeNs);
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(StateHash.add(hash, day), orders), notionalE8);
        result = rate.addTo(result);
        for (OrderRate one : rates) {
            result = one.addTo(result);
        }
        return result;
    }

    private static long day(Proposal proposal) {
        return Math.floorDiv(proposal.timeNs, DAY_NS);
    }
}
