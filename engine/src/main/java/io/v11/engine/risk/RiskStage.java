package io.v11.engine.risk;

import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.breaker.Breakers;
import io.v11.engine.risk.breaker.DrawdownGuard;
import io.v11.engine.risk.breaker.TradingSwitch;
import io.v11.engine.risk.check.Proposal;
import io.v11.engine.risk.check.RiskChecks;
import io.v11.engine.risk.gauge.TailGauge;
import io.v11.engine.risk.ledger.Holdings;
import io.v11.engine.risk.ledger.ReferencePrices;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.engine.risk.stop.Protector;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.RiskVerdict;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.FeedStatusDecoder;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OperatorCommandDecoder;
import io.v11.journal.event.OrderAckDecoder;
import io.v11.journal.event.OrderCancelledDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderRejectedDecoder;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.VenueReason;

/**
 * The pre-trade gate. Follows commands, venue reports, prices and the account on every event; judges what the signal stage proposes;
 * fail-closed. What it approves it counts as working at once, under the client order id that execution will use. An approved order
 * is always sent, so both stages agree on what works; so is what it asks for in the verdict's protection, which it does only on
 * events that bear neither an approved order nor a cancel of all.
 *
 * <p>A breaker fires on the very event that shows its cause, proposal or not, and cancels all orders. When positions are to be closed
 * and no order works, there is nothing to cancel and the first closing order leaves at once: after the last bar of an hour the next
 * event may be an hour away. Confined to one thread; allocates nothing after construction.
 */
public final class RiskStage implements Stage {
    private final OperatorCommandDecoder command = new OperatorCommandDecoder();
    private final OrderAckDecoder ack = new OrderAckDecoder();
    private final OrderFillDecoder fill = new OrderFillDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderRejectedDecoder rejected = new OrderRejectedDecoder();
    private final FeedStatusDecoder feed = new FeedStatusDecoder();
    private final Proposal proposal = new Proposal();
    private final WorkingOrders.Approval approval = new WorkingOrders.Approval();
    private final Instruments instruments;
    private final TradingSwitch trading = new TradingSwitch();
    private final ReferencePrices references;
    private final WorkingOrders working;
    private final Holdings holdings;
    private final Breakers breakers;
    private final TailGauge gauge;
    private final RiskChecks checks;
    private final Protector protector;
    private final RiskReporter reporter;
    private final int runId;

    /** @param runId number of this run, part of every client order id */
    public RiskStage(Instruments instruments, RiskLimits limits, int runId) {
        this.runId = ClientOrderId.checkRun(runId);
        this.instruments = instruments;
        references = new ReferencePrices(instruments.count());
        working = new WorkingOrders(instruments.count());
        holdings = new Holdings(instruments.count());
        DrawdownGuard drawdown = new DrawdownGuard(limits);
        breakers = new Breakers(instruments.count(), limits, trading, drawdown);
        gauge = new TailGauge(instruments, limits.tail(), holdings, working, references);
        checks = new RiskChecks(instruments, limits, trading, drawdown, references, working, holdings, gauge);
        protector = new Protector(instruments, limits, holdings, working, references, breakers, drawdown, runId);
        reporter = new RiskReporter(limits.tail().reportBar(), gauge);
    }

    @Override
    public String roleName() {
        return "risk";
    }

    @Override
    public void onEvent(EngineEvent event) {
        RiskVerdict verdict = event.verdict();
        boolean fired = false;
        switch (event.templateId()) {
            case OperatorCommandDecoder.TEMPLATE_ID -> verdict.cancelAll = onCommand(event);
            case OrderAckDecoder.TEMPLATE_ID -> onAck(event);
            case OrderFillDecoder.TEMPLATE_ID -> fired = onFill(event);
            case OrderCancelledDecoder.TEMPLATE_ID -> onCancelled(event);
            case OrderRejectedDecoder.TEMPLATE_ID -> onRejected(event);
            default -> onMarket(event);
        }
        fired |= breakers.onAccount(event.portfolio(), event.timeNs());
        verdict.cancelAll |= fired && (working.count() + protector.count() > 0 || !breakers.closing()
                || event.portfolio().grossNotionalE8 == 0);
        verdict.state = breakers.state();
        if (event.signal().proposed()) {
            verdict.reason = judge(event);
            verdict.shortfall = proposal.shortfall;
            verdict.approvedQuantityE8 = verdict.approved() ? proposal.quantityE8 : 0L;
        }
        if (!verdict.approved() && !verdict.cancelAll) {
            protector.ask(event);
        }
        reporter.onEvent(event, verdict.state);
    }

    @Override
    public long stateHash() {
        long hash = breakers.addTo(StateHash.start());
        hash = holdings.addTo(working.addTo(references.addTo(hash)));
        return reporter.addTo(gauge.addTo(protector.addTo(checks.addTo(hash))));
    }

    /** Orders of the strategy that were approved and may still trade. */
    public int workingOrders() {
        return working.count();
    }

    /** Stops and closing orders that may still trade. */
    public int protectiveOrders() {
        return protector.count();
    }

    /** ACTIVE, REDUCING, PAUSED or HALTED: for reports. */
    public String tradingState() {
        return breakers.state().name();
    }

    private RiskReason judge(EngineEvent event) {
        proposal.load(event);
        if (event.verdict().cancelAll) {
            // An order that leaves with a cancel of all would be lost to the count of what works.
            return trading.refusal(false);
        }
        RiskReason reason = checks.judge(proposal);
        if (reason == RiskReason.APPROVED) {
            onApproved(event);
        }
        return reason;
    }

    private void onApproved(EngineEvent event) {
        approval.clientOrderId = ClientOrderId.of(runId, event.sequence());
        approval.instrument = proposal.instrument;
        approval.side = proposal.side;
        approval.rests = proposal.rests();
        approval.spot = instruments.get(proposal.instrument).market() == Instrument.Market.SPOT;
        approval.priceE8 = proposal.priceE8;
        approval.quantityE8 = proposal.quantityE8;
        long decidedE8 = event.signal().referencePriceE8;
        approval.referenceTwiceE8 = decidedE8 > 0 ? 2 * decidedE8 : proposal.referenceTwiceE8;
        working.onApproved(approval);
        checks.onApproved(proposal);
    }

    private boolean onCommand(EngineEvent event) {
        command.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        return breakers.onCommand(command.command(), event.portfolio().equityE8);
    }

    private void onAck(EngineEvent event) {
        ack.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        protector.onAck(ack.clientOrderId());
    }

    private boolean onFill(EngineEvent event) {
        fill.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        long id = fill.clientOrderId();
        int instrument = event.instrument();
        boolean first = working.firstFill(id);
        long referenceTwiceE8 = working.referenceTwiceE8(id);
        working.onLeaves(id, fill.leavesQuantityE8());
        protector.onFill(id, fill.leavesQuantityE8());
        long positionE8 = event.portfolio().positionE8;
        if (positionE8 == holdings.positionE8(instrument)) {
            // The portfolio has applied it before: a fill that came again.
            return false;
        }
        holdings.onFill(instrument, positionE8, fill.priceE8(), fill.feeE8(), event.timeNs());
        return breakers.onFill(instrument, fill.side(), fill.priceE8(), referenceTwiceE8, first, holdings,
                event.timeNs());
    }

    private void onCancelled(EngineEvent event) {
        cancelled.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        working.onEnded(cancelled.clientOrderId());
        protector.onCancelled(cancelled.clientOrderId(), event.timeNs());
    }

    private void onRejected(EngineEvent event) {
        rejected.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        // A refused cancel ends nothing, and a refused duplicate says that the first of the two may still work.
        if (rejected.refused() == IntentKind.NEW && rejected.reason() != VenueReason.DUPLICATE_CLIENT_ORDER_ID) {
            working.onEnded(rejected.clientOrderId());
        }
        protector.onRejected(rejected.clientOrderId(), rejected.refused(), rejected.reason(), event.timeNs());
    }

    private void onMarket(EngineEvent event) {
        int instrument = event.instrument();
        if (event.market().present) {
            references.onMarket(instrument, event.market(), event.timeNs());
        }
        if (event.templateId() == FeedStatusDecoder.TEMPLATE_ID) {
            feed.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
            references.onFeed(instrument, feed.connected() == 1);
        }
        if (instrument >= 0 && instrument < instruments.count()) {
            holdings.onPosition(instrument, event.portfolio().positionE8, references.priceTwiceE8(instrument) / 2,
                    event.timeNs());
            protector.onMarket(instrument, event.market());
            gauge.onMarket(instrument, event.market());
        }
    }
}
