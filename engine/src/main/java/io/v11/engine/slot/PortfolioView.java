package io.v11.engine.slot;

/**
 * Position and equity after an event, as fills say. Position is that of the event's instrument, the rest of the whole
 * account. Written by the portfolio stage only.
 */
public final class PortfolioView {
    /** Signed position of the event's instrument, base units E8. */
    public long positionE8;
    /** Sum of |position| times mid over all instruments, quote units E8. */
    public long grossNotionalE8;
    /** Cash and positions at mid, less fees, relative to the start: quote units E8. */
    public long pnlE8;
    /** Fees paid so far, quote units E8. */
    public long feesE8;
    /** Funding paid so far less received, quote units E8. */
    public long fundingE8;
    /** Sum of position times mid over all instruments, signed, quote units E8. */
    public long netNotionalE8;
    /** Starting capital plus PnL, quote units E8. */
    public long equityE8;
    /** Fall of equity from its peak as a fraction of the peak, 0 at the peak. */
    public double drawdownFraction;
}
