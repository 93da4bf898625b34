package io.v11.engine.execution;

import io.v11.config.ExecutionSettings;
import io.v11.config.Limits;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.slot.Protection;
import io.v11.engine.slot.Signal;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Command;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OperatorCommandDecoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

/**
 * Follows every order from intent to end, and says what is to be sent: at most one intent per event.
 *
 * <pre>
 *   1. CANCEL_ALL   risk or a person stops trading
 *   2. NEW          risk approved a proposal
 *   3. NEW, REPLACE or CANCEL of a protective stop, or NEW of an order that closes a position, as risk wants it
 *   4. CANCEL       the oldest order whose life is over
 * </pre>
 *
 * The first that applies takes the event. 1 and 2 exclude each other; risk asks again for a protection that found the event
 * taken. A protective stop rests until it is cancelled or replaced: it has no life of its own. A cancel for age that finds the event taken is
 * counted and goes with the next free event: risk has counted the approved order as working, and would count it for ever
 * were it not sent; the rate limit bounds the wait. A cancel without an answer is asked again after another order life.
 * Confined to one thread; allocates nothing after construction.
 */
public final class ExecutionStage implements Stage {
    private static final long NS_PER_MS = 1_000_000L;
    /** A protective stop is never too old. */
    private static final long NEVER_DUE = Long.MAX_VALUE;
    private static final int ALL_INSTRUMENTS = -1;

    private final OperatorCommandDecoder command = new OperatorCommandDecoder();
    private final OrderTable table = new OrderTable();
    private final OrderReports reports = new OrderReports(table);
    private final long orderLifeNs;
    private final int runId;
    /** No order is due for a cancel before this; may lie too early, never too late. */
    private long nextCancelDueNs = Long.MAX_VALUE;
    private long sent;
    private long deferredCancels;
    private long repeatedCancels;

    /** @param runId number of this run, part of every client order id */
    public ExecutionStage(ExecutionSettings settings, int runId) {
        this.orderLifeNs = Math.multiplyExact(settings.orderLifeMs(), NS_PER_MS);
        this.runId = ClientOrderId.checkRun(runId);
    }

    @Override
    public String roleName() {
        return "execution";
    }

    @Override
    public void onEvent(EngineEvent event) {
        reports.onEvent(event);
        boolean cancelDue = event.timeNs() >= nextCancelDueNs;
        if (event.verdict().cancelAll || killed(event)) {
            cancelAll(event.intent(), event.timeNs());
        } else if (event.verdict().approved()) {
            send(event);
            deferredCancels += cancelDue ? 1 : 0;
        } else if (event.verdict().protection.kind != IntentKind.NONE) {
            protect(event, event.verdict().protection);
            deferredCancels += cancelDue ? 1 : 0;
        } else if (cancelDue) {
            cancelOldest(event.intent(), event.timeNs());
        }
    }

    @Override
    public long stateHash() {
        long hash = reports.addTo(table.addTo(StateHash.start()));
        return StateHash.add(StateHash.add(hash, sent), nextCancelDueNs);
    }

    /** Orders that have not ended. */
    public int openOrders() {
        return table.count();
    }

    /** Orders sent. */
    public long sent() {
        return sent;
    }

    /** Orders filled to the end. */
    public long filled() {
        return reports.filled();
    }

    /** Orders that ended with something left. */
    public long cancelled() {
        return reports.ended();
    }

    /** Orders that the venue refused. */
    public long rejected() {
        return reports.rejections();
    }

    /** Reports that came again, or too late to tell anything new. */
    public long repeatedReports() {
        return reports.repeated();
    }

    /** Reports on orders that are not open. */
    public long unmatchedReports() {
        return reports.unmatched();
    }

    /** Fills that came after a cancel was asked for. */
    public long fillsAfterCancel() {
        return reports.lateFills();
    }

    /** Cancels that the venue refused. */
    public long refusedCancels() {
        return reports.refusedCancels();
    }

    /** Events on which a cancel for age stood back for a new order. */
    public long deferredCancels() {
        return deferredCancels;
    }

    /** Cancels asked again for want of an answer. */
    public long repeatedCancels() {
        return repeatedCancels;
    }

    /** Risk sets cancelAll on a kill as well; the last gate before the venue does not rely on it. */
    private boolean killed(EngineEvent event) {
        if (event.templateId() != OperatorCommandDecoder.TEMPLATE_ID) {
            return false;
        }
        command.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
        return command.command() == Command.KILL;
    }

    private void send(EngineEvent event) {
        Signal signal = event.signal();
        OrderIntent intent = event.intent();
        intent.kind = IntentKind.NEW;
        intent.clientOrderId = ClientOrderId.of(runId, event.sequence());
        intent.instrument = event.instrument();
        intent.side = signal.side;
        intent.type = signal.type;
        intent.timeInForce = signal.timeInForce;
        intent.priceE8 = signal.limitPriceE8;
        intent.quantityE8 = event.verdict().approvedQuantityE8;
        open(intent, event.timeNs() + orderLifeNs);
    }

    private void open(OrderIntent intent, long dueNs) {
        table.open(intent, dueNs);
        nextCancelDueNs = Math.min(nextCancelDueNs, dueNs);
        sent++;
    }

    private void protect(EngineEvent event, Protection wanted) {
        int resting = wanted.kind == IntentKind.NEW ? -1 : table.find(wanted.restingClientOrderId);
        if (wanted.kind != IntentKind.NEW && resting < 0) {
            return; // it has ended meanwhile: a report that risk has seen as well
        }
        OrderIntent intent = event.intent();
        intent.kind = wanted.kind;
        intent.instrument = wanted.instrument;
        intent.side = wanted.side;
        if (wanted.kind == IntentKind.CANCEL) {
            intent.clientOrderId = wanted.restingClientOrderId;
            intent.quantityE8 = table.at(resting).leavesE8();
            askCancel(table.at(resting), event.timeNs());
            nextCancelDueNs = Math.min(nextCancelDueNs, table.at(resting).cancelDueNs());
            return;
        }
        boolean stop = wanted.stopPriceE8 > 0;
        intent.clientOrderId = ClientOrderId.of(runId, event.sequence());
        intent.type = stop ? OrderType.STOP : OrderType.MARKET;
        intent.timeInForce = stop ? TimeInForce.GTC : TimeInForce.IOC;
        intent.stopPriceE8 = wanted.stopPriceE8;
        intent.priceE8 = wanted.priceE8;
        intent.quantityE8 = wanted.quantityE8;
        intent.reduceOnly = true;
        if (resting >= 0) {
            intent.replacedClientOrderId = wanted.restingClientOrderId;
            askCancel(table.at(resting), NEVER_DUE - orderLifeNs);
        }
        open(intent, stop ? NEVER_DUE : event.timeNs() + orderLifeNs);
    }

    private void cancelAll(OrderIntent intent, long nowNs) {
        intent.kind = IntentKind.CANCEL_ALL;
        intent.clientOrderId = 0L;
        intent.instrument = ALL_INSTRUMENTS;
        intent.side = Side.NONE;
        intent.type = OrderType.NONE;
        intent.timeInForce = TimeInForce.NONE;
        intent.priceE8 = 0L;
        intent.quantityE8 = 0L;
        nextCancelDueNs = Long.MAX_VALUE;
        for (int i = 0; i < table.count(); i++) {
            askCancel(table.at(i), nowNs);
            nextCancelDueNs = Math.min(nextCancelDueNs, table.at(i).cancelDueNs());
        }
    }

    private void cancelOldest(OrderIntent intent, long nowNs) {
        Order oldest = table.oldest();
        if (oldest == null || oldest.cancelDueNs() > nowNs) {
            nextCancelDueNs = oldest == null ? Long.MAX_VALUE : oldest.cancelDueNs();
            return;
        }
        intent.kind = IntentKind.CANCEL;
        intent.clientOrderId = oldest.clientOrderId();
        intent.instrument = oldest.instrument();
        intent.side = oldest.side();
        intent.type = OrderType.NONE;
        intent.timeInForce = TimeInForce.NONE;
        intent.priceE8 = 0L;
        intent.quantityE8 = oldest.leavesE8();
        askCancel(oldest, nowNs);
        nextCancelDueNs = table.oldest().cancelDueNs();
    }

    private void askCancel(Order order, long nowNs) {
        if (order.state() == OrderState.PENDING_CANCEL) {
            repeatedCancels++;
        }
        order.moveTo(OrderState.PENDING_CANCEL);
        order.cancelDueNs(nowNs + orderLifeNs);
    }
}
