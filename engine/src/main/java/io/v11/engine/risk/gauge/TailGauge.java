package io.v11.engine.risk.gauge;

import io.v11.config.FixedPoint;
import io.v11.config.Instruments;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.ledger.Holdings;
import io.v11.engine.risk.ledger.ReferencePrices;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.engine.risk.tail.LiveTailRisk;
import io.v11.engine.risk.tail.StressScenarios;
import io.v11.engine.risk.tail.TailMethod;
import io.v11.engine.risk.tail.TailSettings;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.RiskReport;
import io.v11.journal.event.Side;

/**
 * The tail of the account's losses as the risk stage sees it. Bars of the configured length become scenarios; exposures are settled
 * when somebody asks: what is held and, of what works, the side that would make the position larger.
 *
 * <p>Expected shortfall has the confidence of the configuration, value at risk 99 %. Quote units, losses positive. Confined to one
 * thread; allocates nothing after construction.
 */
public final class TailGauge {
    private static final double VALUE_AT_RISK_CONFIDENCE = 0.99;
    private static final double NS_PER_MINUTE = 6.0e10;
    private static final int FEWEST = 2;

    private final Holdings holdings;
    private final WorkingOrders working;
    private final ReferencePrices references;
    private final BarLength bar;
    private final boolean on;
    private final BarReturns returns;
    private final LiveTailRisk shortfalls;
    private final LiveTailRisk quantiles;
    private final StressScenarios stress;
    private final int instruments;

    public TailGauge(Instruments instruments, RiskLimits.Tail limits, Holdings holdings, WorkingOrders working,
            ReferencePrices references) {
        this.holdings = holdings;
        this.working = working;
        this.references = references;
        this.instruments = instruments.count();
        on = !limits.bar().equals("NONE");
        bar = on ? BarLength.valueOf(limits.bar()) : BarLength.HOUR;
        returns = new BarReturns(this.instruments);
        shortfalls = new LiveTailRisk(settings(limits, limits.confidence()));
        quantiles = new LiveTailRisk(settings(limits, VALUE_AT_RISK_CONFIDENCE));
        String[] assets = new String[this.instruments];
        for (int i = 0; i < assets.length; i++) {
            assets[i] = instruments.get(i).symbol().replaceAll("(USDT|USDC|BUSD|USD)$", "");
        }
        stress = new StressScenarios(assets, bar.timeNs() / NS_PER_MINUTE);
    }

    /** The tail is measured. */
    public boolean on() {
        return on;
    }

    /** There are enough scenarios. */
    public boolean ready() {
        return on && shortfalls.ready();
    }

    /** Takes a bar that closed. */
    public void onMarket(int instrument, MarketView market) {
        if (!on || !market.closed(bar)) {
            return;
        }
        MarketView.Bar closed = market.bar(bar);
        if (returns.completedBy(closed)) {
            takeRow();
        }
        if (returns.add(instrument, closed)) {
            takeRow();
        }
    }

    /** Brings exposures up to date: before any of the questions below. */
    public void settle() {
        for (int i = 0; i < instruments; i++) {
            double notional = exposure(i);
            if (notional != shortfalls.exposure(i)) {
                shortfalls.exposure(i, notional);
                quantiles.exposure(i, notional);
                stress.exposure(i, notional);
            }
        }
    }

    /** Worst of three methods. */
    public double shortfall() {
        return shortfalls.worstShortfall();
    }

    /** The same with an order of a signed notional filled. */
    public double shortfallWith(int instrument, double orderNotional) {
        return shortfalls.worstShortfallWith(instrument, orderNotional);
    }

    /** Signed notional of an instrument as it was settled. */
    public double settledExposure(int instrument) {
        return shortfalls.exposure(instrument);
    }

    /** Historical, 99 %. */
    public double valueAtRisk() {
        return quantiles.valueAtRisk(TailMethod.HISTORICAL);
    }

    public double worstStress() {
        return stress.worstLoss();
    }

    public double worstStressWith(int instrument, double orderNotional) {
        return stress.worstLossWith(instrument, orderNotional);
    }

    /** Fills in what is known; NaN otherwise. */
    public void tell(RiskReport report) {
        boolean known = ready();
        if (on) {
            settle();
        }
        report.valueAtRisk = known ? valueAtRisk() : Double.NaN;
        report.shortfallHistorical = known ? shortfalls.expectedShortfall(TailMethod.HISTORICAL) : Double.NaN;
        report.shortfallParametric = known ? shortfalls.expectedShortfall(TailMethod.PARAMETRIC) : Double.NaN;
        report.shortfallFiltered = known ? shortfalls.expectedShortfall(TailMethod.FILTERED_HISTORICAL) : Double.NaN;
        report.worstStress = on ? worstStress() : Double.NaN;
    }

    public long addTo(long hash) {
        return on ? returns.addTo(hash) ^ shortfalls.stateHash() : hash;
    }

    private void takeRow() {
        if (returns.moved()) {
            shortfalls.onBarClose(returns.row());
            quantiles.onBarClose(returns.row());
            for (int i = 0; i < instruments; i++) {
                stress.volatility(i, shortfalls.volatility(i));
            }
        }
        returns.clear();
    }

    private double exposure(int instrument) {
        long positionE8 = holdings.positionE8(instrument);
        long longE8 = positionE8 + working.quantityE8(instrument, Side.BUY);
        long shortE8 = positionE8 - working.quantityE8(instrument, Side.SELL);
        long worstE8 = Math.abs(longE8) >= Math.abs(shortE8) ? longE8 : shortE8;
        return FixedPoint.toDouble(worstE8) * FixedPoint.toDouble(references.priceTwiceE8(instrument)) / 2.0;
    }

    private TailSettings settings(RiskLimits.Tail limits, double confidence) {
        return new TailSettings(instruments, on ? limits.scenarios() : FEWEST, on ? limits.minimumScenarios() : FEWEST,
                confidence, limits.decay(), limits.horizonBars());
    }
}
