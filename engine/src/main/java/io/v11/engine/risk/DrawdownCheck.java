package io.v11.engine.risk;

import io.v11.journal.event.RiskReason;
import io.v11.journal.event.TradingState;

/** The drawdown limit has not halted trading; the stage watches the equity on every event, not only here. */
final class DrawdownCheck implements RiskCheck {
    private final TradingSwitch trading;

    DrawdownCheck(TradingSwitch trading) {
        this.trading = trading;
    }

    @Override
    public RiskReason check(Proposal proposal) {
        return trading.state() == TradingState.HALTED ? RiskReason.DRAWDOWN : RiskReason.APPROVED;
    }
}
