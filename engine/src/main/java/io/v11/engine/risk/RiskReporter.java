package io.v11.engine.risk;

import io.v11.engine.risk.gauge.TailGauge;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.RiskReport;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.TradingState;

/**
 * Tells where the account stands: at the first event that closes a bar of the configured length, once for all instruments, and when
 * the trading state has changed.
 */
final class RiskReporter {
    private final TailGauge gauge;
    private final BarLength bar;
    private long toldBarNs = Long.MIN_VALUE;
    private TradingState told = TradingState.ACTIVE;

    /** @param bar a {@link BarLength}, or NONE for changes of the state only */
    RiskReporter(String bar, TailGauge gauge) {
        this.gauge = gauge;
        this.bar = bar.equals("NONE") ? null : BarLength.valueOf(bar);
    }

    void onEvent(EngineEvent event, TradingState state) {
        boolean barClosed = bar != null && event.market().present && event.market().closed(bar)
                && event.market().bar(bar).openTimeNs > toldBarNs;
        if (barClosed) {
            toldBarNs = event.market().bar(bar).openTimeNs;
        }
        if (barClosed || state != told) {
            told = state;
            tell(event);
        }
    }

    long addTo(long hash) {
        return StateHash.add(StateHash.add(hash, toldBarNs), told.value());
    }

    private void tell(EngineEvent event) {
        RiskReport report = event.verdict().report;
        report.present = true;
        report.grossE8 = event.portfolio().grossNotionalE8;
        report.netE8 = event.portfolio().netNotionalE8;
        gauge.tell(report);
    }
}
