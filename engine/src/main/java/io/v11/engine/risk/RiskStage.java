package io.v11.engine.risk;

import io.v11.config.Instruments;
import io.v11.config.Limits;
import io.v11.config.RiskLimits;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.RiskVerdict;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Command;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OperatorCommandDecoder;
import io.v11.journal.event.OrderCancelledDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderRejectedDecoder;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.VenueReason;

/**
 * The pre-trade gate. Follows commands, venue reports, reference prices and equity on every event; judges what the
 * signal stage proposes by {@link RiskChecks}; fail-closed. What it approves it counts as working at once, under the
 * client order id that execution will use. An approved order is always sent, so both stages agree on what works.
 *
 * <p>A drawdown at its limit halts trading on the very event that shows it, proposal or not, and cancels all orders.
 * Confined to one thread; allocates nothing after construction.
 */
public final class RiskStage implements Stage {
    private final OperatorCommandDecoder command = new OperatorCommandDecoder();
    private final OrderFillDecoder fill = new OrderFillDecoder();
    private final OrderCancelledDecoder cancelled = new OrderCancelledDecoder();
    private final OrderRejectedDecoder rejected = new OrderRejectedDecoder();
    private final Proposal proposal = new Proposal();
    private final TradingSwitch trading = new TradingSwitch();
    private final DrawdownGuard drawdown;
    private final ReferencePrices references;
    private final WorkingOrders working;
    private final OrderRate rate;
    private final RiskCheck[] checks;
    private final int runId;

    /** @param runId number of this run, part of every client order id */
    public RiskStage(Instruments instruments, RiskLimits limits, int runId) {
        this.drawdown = new DrawdownGuard(limits);
        this.references = new ReferencePrices(instruments.count());
        this.working = new WorkingOrders(instruments.count());
        this.rate = new OrderRate(limits.ordersPerSecond());
        this.checks = RiskChecks.inOrder(instruments, limits, trading, references, working, rate);
        this.runId = ClientOrderId.checkRun(runId);
    }

    @Override
    public String roleName() {
        return "risk";
    }

    @Override
    public void onEvent(EngineEvent event) {
        RiskVerdict verdict = event.verdict();
        switch (event.templateId()) {
            case OperatorCommandDecoder.TEMPLATE_ID -> verdict.cancelAll = onCommand(event);
            case OrderFillDecoder.TEMPLATE_ID -> onFill(event);
            case OrderCancelledDecoder.TEMPLATE_ID -> onCancelled(event);
            case OrderRejectedDecoder.TEMPLATE_ID -> onRejected(event);
            default -> onMarket(event);
        }
        if (drawdown.breached(event.portfolio().equityE8)) {
            verdict.cancelAll |= trading.onDrawdown();
        }
        verdict.state = trading.state();
        if (event.signal().proposed()) {
            verdict.reason = judge(event);
            verdict.approvedQuantityE8 = verdict.approved() ? proposal.quantityE8 : 0L;
        }
    }

    @Override
    public long stateHash() {
        long hash = drawdown.addTo(trading.addTo(StateHash.start()));
        return rate.addTo(working.addTo(references.addTo(hash)));
    }

    /** Orders that were approved and may still trade. */
    public int workingOrders() {
        return working.count();
    }

    /** ACTIVE, REDUCING, PAUSED or HALTED: for reports. */
    public String tradingState() {
        return trading.state().name();
    }

    private RiskReason judge(EngineEvent event) {
        proposal.load(event);
        for (RiskCheck check : checks) {
            RiskReason reason = check.check(proposal);
            if (reason != RiskReason.APPROVED) {
                return reason;
            }
        }
        working.onApproved(ClientOrderId.of(runId, event.sequence()), proposal);
        rate.onApproved(proposal.timeNs);
        return RiskReason.APPROVED;
    }

    private boolean onCommand(EngineEvent event) {
        command.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        Command order = command.command();
        if (order == Command.RESUME && trading.drawnDown()) {
            drawdown.accept(event.portfolio().equityE8);
        }
        return trading.onCommand(order);
    }

    private void onFill(EngineEvent event) {
        fill.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        working.onLeaves(fill.clientOrderId(), fill.leavesQuantityE8());
    }

    private void onCancelled(EngineEvent event) {
        cancelled.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        working.onEnded(cancelled.clientOrderId());
    }

    private void onRejected(EngineEvent event) {
        rejected.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        // A refused cancel ends nothing, and a refused duplicate says that the first of the two may still work.
        if (rejected.refused() == IntentKind.NEW && rejected.reason() != VenueReason.DUPLICATE_CLIENT_ORDER_ID) {
            working.onEnded(rejected.clientOrderId());
        }
    }

    private void onMarket(EngineEvent event) {
        if (event.market().present) {
            references.onMarket(event.instrument(), event.market(), event.timeNs());
        }
    }
}
