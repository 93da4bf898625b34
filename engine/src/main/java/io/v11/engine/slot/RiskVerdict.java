package io.v11.engine.slot;

import io.v11.journal.event.RiskReason;
import io.v11.journal.event.TradingState;

/** What risk made of the proposal. Written by the risk stage only. */
public final class RiskVerdict {
    public RiskReason reason = RiskReason.NONE;
    /** What may be sent, base units E8; never more than proposed, 0 when refused. */
    public long approvedQuantityE8;
    /** After this event. */
    public TradingState state = TradingState.ACTIVE;
    /** Expected shortfall that the order would add to the portfolio's, quote units; NaN when not known. */
    public double shortfall = Double.NaN;
    /** What is to become of the instrument's protective stop. */
    public final Protection protection = new Protection();
    /** Where the account stands, when it is to be told. */
    public final RiskReport report = new RiskReport();
    /** From this event on every working order is to be cancelled and no order may leave. */
    public boolean cancelAll;

    public void clear() {
        reason = RiskReason.NONE;
        approvedQuantityE8 = 0L;
        cancelAll = false;
        state = TradingState.ACTIVE;
        shortfall = Double.NaN;
        protection.clear();
        report.present = false;
    }

    public boolean approved() {
        return reason == RiskReason.APPROVED;
    }
}
