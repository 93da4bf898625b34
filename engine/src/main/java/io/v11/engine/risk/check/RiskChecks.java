package io.v11.engine.risk.check;

import java.util.Arrays;

import io.v11.config.Instruments;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.breaker.DrawdownGuard;
import io.v11.engine.risk.breaker.TradingSwitch;
import io.v11.engine.risk.gauge.TailGauge;
import io.v11.engine.risk.ledger.Holdings;
import io.v11.engine.risk.ledger.ReferencePrices;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.RiskReason;

import static io.v11.engine.risk.check.Rule.every;
import static io.v11.engine.risk.check.Rule.everySize;
import static io.v11.engine.risk.check.Rule.opening;
import static io.v11.engine.risk.check.Rule.openingSize;

/**
 * The order in which a proposal is judged; the first refusal is the verdict. A check may rely on those above it. Cheap ones come
 * first. When orders are to be cut to fit, a refusal by a limit of size leads to the largest order, in lots, that passes all
 * of them, which is then judged from the top.
 */
public final class RiskChecks {
    private static final int TAIL_RULES = 6;

    private final Instruments instruments;
    private final ReferencePrices references;
    private final WorkingOrders working;
    private final boolean cutToFit;
    private final OrderForm form;
    private final Pace pace;
    private final RecentOrders recent;
    private final RiskCheck state;
    private final Rule[] rules;

    public RiskChecks(Instruments instruments, RiskLimits limits, TradingSwitch trading, DrawdownGuard drawdown,
            ReferencePrices references, WorkingOrders working, Holdings holdings, TailGauge gauge) {
        this.instruments = instruments;
        this.references = references;
        this.working = working;
        cutToFit = limits.order().cutToFit();
        form = new OrderForm(instruments, limits.order().disabled());
        pace = new Pace(instruments.count(), limits.pace(), working);
        recent = new RecentOrders(limits, working);
        state = proposal -> trading.refusal(proposal.shrinks());
        PriceSanity price = new PriceSanity(references, limits.price());
        SizeLimits size = new SizeLimits(instruments, limits.order().maximumNotional().e8());
        ExposureLimits exposure = new ExposureLimits(instruments, limits.exposure(), working, drawdown);
        Funds funds = new Funds(instruments, holdings, references, working, limits.order().shortSpot());
        TailLimits tail = new TailLimits(gauge, limits.tail());
        Rule[] all = { //
            opening(RiskReason.INSTRUMENT_DISABLED, form::enabled), //
            every(RiskReason.NO_REFERENCE_PRICE, price::known), //
            every(RiskReason.FEED_LOST, price::connected), //
            every(RiskReason.STALE_REFERENCE_PRICE, price::fresh), //
            every(RiskReason.PRICE_COLLAR, price::withinCollar), //
            opening(RiskReason.SPREAD_WIDE, price::spreadNarrow), //
            everySize(RiskReason.ORDER_QUANTITY, size::quantity), //
            everySize(RiskReason.ORDER_NOTIONAL, size::notional), //
            every(RiskReason.BELOW_MINIMUM, size::aboveMinimum), //
            everySize(RiskReason.POSITION_LIMIT, exposure::position), //
            openingSize(RiskReason.INSTRUMENT_NOTIONAL, exposure::instrument), //
            openingSize(RiskReason.CONCENTRATION, exposure::concentration), //
            openingSize(RiskReason.NOTIONAL_LIMIT, exposure::gross), //
            openingSize(RiskReason.NET_LIMIT, exposure::net), //
            openingSize(RiskReason.LEVERAGE, exposure::leverage), //
            openingSize(RiskReason.DRAWDOWN_BUDGET, exposure::drawdownBudget), //
            openingSize(RiskReason.BALANCE, funds::suffice), //
            every(RiskReason.OPEN_ORDERS, pace::open), //
            every(RiskReason.INSTRUMENT_OPEN_ORDERS, pace::openInstrument), //
            every(RiskReason.ORDER_RATE, pace::perSecond), //
            every(RiskReason.INSTRUMENT_ORDER_RATE, pace::perSecondInstrument), //
            opening(RiskReason.ORDERS_PER_DAY, pace::perDay), //
            openingSize(RiskReason.NOTIONAL_PER_DAY, pace::notionalPerDay), //
            every(RiskReason.DUPLICATE_ORDER, recent::novel), //
            every(RiskReason.SELF_TRADE, recent::noSelfTrade), //
            every(RiskReason.TAIL_UNKNOWN, tail::known), //
            opening(RiskReason.VALUE_AT_RISK, tail::valueAtRisk), //
            opening(RiskReason.SHORTFALL, tail::shortfall), //
            opening(RiskReason.MARGINAL_SHORTFALL, tail::marginal), //
            opening(RiskReason.STRESS_LOSS, tail::stress), //
            opening(RiskReason.RISK_BUDGET, tail::budget), //
        };
        rules = gauge.on() ? all : Arrays.copyOf(all, all.length - TAIL_RULES);
    }

    /** APPROVED, with the proposal's quantity cut when it had to be, or the first refusal. */
    public RiskReason judge(Proposal proposal) {
        if (!form.wellFormed(proposal)) {
            return RiskReason.MALFORMED;
        }
        proposal.place(working, references);
        RiskReason stopped = state.check(proposal);
        if (stopped != RiskReason.APPROVED) {
            return stopped;
        }
        Rule broken = firstBroken(proposal);
        if (broken != null && broken.size() && cutToFit && cut(proposal)) {
            broken = firstBroken(proposal);
        }
        return broken == null ? RiskReason.APPROVED : broken.reason();
    }

    /** The order leaves: from now on it counts. */
    public void onApproved(Proposal proposal) {
        pace.onApproved(proposal);
        recent.onApproved(proposal);
    }

    public long addTo(long hash) {
        return recent.addTo(pace.addTo(StateHash.add(hash, rules.length)));
    }

    /** Null when none is. */
    private Rule firstBroken(Proposal proposal) {
        for (Rule rule : rules) {
            if (rule.check(proposal) != RiskReason.APPROVED) {
                return rule;
            }
        }
        return null;
    }

    /** Halves the range of lots until it has the largest order that every limit of size admits; false when there is none. */
    private boolean cut(Proposal proposal) {
        long lotE8 = instruments.get(proposal.instrument).lotSize().e8();
        long fits = 0L;
        long tooMany = proposal.quantityE8 / lotE8;
        while (tooMany - fits > 1) {
            long lots = fits + (tooMany - fits) / 2;
            proposal.size(lots * lotE8);
            if (fits(proposal)) {
                fits = lots;
            } else {
                tooMany = lots;
            }
        }
        proposal.size(Math.max(1L, fits) * lotE8);
        return fits > 0;
    }

    private boolean fits(Proposal proposal) {
        for (Rule rule : rules) {
            if (rule.size() && rule.check(proposal) != RiskReason.APPROVED) {
                return false;
            }
        }
        return true;
    }
}
