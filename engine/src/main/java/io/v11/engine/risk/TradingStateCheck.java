package io.v11.engine.risk;

import io.v11.journal.event.RiskReason;
import io.v11.journal.event.TradingState;

/** Trading is not stopped by a person; while REDUCING, the order only shrinks the position. */
final class TradingStateCheck implements RiskCheck {
    private final TradingSwitch trading;
    private final WorkingOrders working;

    TradingStateCheck(TradingSwitch trading, WorkingOrders working) {
        this.trading = trading;
        this.working = working;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        if (trading.killed()) {
            return RiskReason.KILLED;
        }
        if (trading.state() == TradingState.PAUSED) {
            return RiskReason.PAUSED;
        }
        if (trading.state() == TradingState.REDUCING && proposal.openingQuantityE8(working) > 0) {
            return RiskReason.REDUCING_ONLY;
        }
        return RiskReason.APPROVED;
    }
}
