package io.v11.engine.slot;

import io.v11.journal.event.RiskReason;

/** What risk made of the proposal. Written by the risk stage only. */
public final class RiskVerdict {
    public RiskReason reason = RiskReason.NONE;
    /** What may be sent, base units E8; never more than proposed, 0 when refused. */
    public long approvedQuantityE8;
    /** From this event on every working order is to be cancelled and no order may leave. */
    public boolean cancelAll;

    public void clear() {
        reason = RiskReason.NONE;
        approvedQuantityE8 = 0L;
        cancelAll = false;
    }

    public boolean approved() {
        return reason == RiskReason.APPROVED;
    }
}
