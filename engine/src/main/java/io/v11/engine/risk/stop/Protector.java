package io.v11.engine.risk.stop;

import io.v11.config.Instruments;
import io.v11.config.RiskLimits;
import io.v11.engine.risk.breaker.Breakers;
import io.v11.engine.risk.breaker.DrawdownGuard;
import io.v11.engine.risk.ledger.Holdings;
import io.v11.engine.risk.ledger.ReferencePrices;
import io.v11.engine.risk.ledger.WorkingOrders;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.Protection;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.Side;
import io.v11.journal.event.VenueReason;

/**
 * Compares the protective order that each position wants with the one that works, and asks for the difference: at most one request
 * an event. Closing orders come before stops, the largest position first; stops of the event's instrument come before others, which
 * have their turn on events that bring no market. Closing orders may leave while trading is halted by a drawdown, because they only shrink. A person's KILL or PAUSE holds them
 * back. A closing order takes the place of a resting stop, both or neither, so that the two never sell one position twice.
 *
 * <p>What is asked here is sent, so the caller asks only when the event's order is free. Confined to one thread; allocates nothing
 * after construction.
 */
public final class Protector {
    private static final long NS_PER_MS = 1_000_000L;
    private static final double BPS = 10_000.0;

    private final Holdings holdings;
    private final ReferencePrices references;
    private final Breakers breakers;
    private final Closings closings;
    private final StopDistance[] distances;
    private final StopLevel[] levels;
    private final ProtectiveOrder[] orders;
    private final BarLength bar;
    private final boolean stops;
    private final long answerNs;
    private final double stepFraction;
    private final int runId;

    public Protector(Instruments instruments, RiskLimits limits, Holdings holdings, WorkingOrders working,
            ReferencePrices references, Breakers breakers, DrawdownGuard drawdown, int runId) {
        this.holdings = holdings;
        this.references = references;
        this.breakers = breakers;
        this.runId = runId;
        closings = new Closings(instruments, limits, holdings, working, references, breakers, drawdown);
        RiskLimits.Stop settings = limits.stop();
        stops = settings.mode() != RiskLimits.Stop.Mode.NONE;
        bar = BarLength.valueOf(settings.bar());
        answerNs = Math.multiplyExact(settings.answerMs(), NS_PER_MS);
        stepFraction = settings.stepBps() / BPS;
        distances = new StopDistance[instruments.count()];
        levels = new StopLevel[instruments.count()];
        orders = new ProtectiveOrder[instruments.count()];
        for (int i = 0; i < orders.length; i++) {
            distances[i] = new StopDistance(settings);
            levels[i] = new StopLevel(settings.mode(), instruments.get(i).tickSize().e8());
            orders[i] = new ProtectiveOrder();
        }
    }

    /** Moves levels with the market; asks for nothing. */
    public void onMarket(int instrument, MarketView market) {
        if (!stops) {
            return;
        }
        if (market.closed(bar)) {
            distances[instrument].onBar(market.bar(bar));
        }
        level(instrument);
    }

    public void onAck(long clientOrderId) {
        for (ProtectiveOrder order : orders) {
            order.onAck(clientOrderId);
        }
    }

    public void onFill(long clientOrderId, long leavesE8) {
        for (ProtectiveOrder order : orders) {
            order.onFill(clientOrderId, leavesE8);
        }
    }

    public void onCancelled(long clientOrderId, long nowNs) {
        for (ProtectiveOrder order : orders) {
            order.onCancelled(clientOrderId, nowNs);
        }
    }

    public void onRejected(long clientOrderId, IntentKind refused, VenueReason reason, long nowNs) {
        for (ProtectiveOrder order : orders) {
            order.onRejected(clientOrderId, refused, reason, nowNs);
        }
    }

    /** Protective orders that may trade: those that work and those that were asked for. */
    public int count() {
        int count = 0;
        for (ProtectiveOrder order : orders) {
            count += order.works() ? 1 : 0;
            count += order.asked() == IntentKind.NEW || order.asked() == IntentKind.REPLACE ? 1 : 0;
        }
        return count;
    }

    /** Asks for what is wanting most, if anything. */
    public void ask(EngineEvent event) {
        if (breakers.frozen() || closings.any(event.portfolio()) && askClosing(event)) {
            return;
        }
        int instrument = event.instrument();
        boolean own = instrument >= 0 && instrument < orders.length;
        if (own && askStop(instrument, event) || event.market().present) {
            return;
        }
        for (int i = 0; i < orders.length; i++) {
            if (askStop(i, event)) {
                return;
            }
        }
    }

    public long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < orders.length; i++) {
            result = levels[i].addTo(distances[i].addTo(orders[i].addTo(result)));
        }
        return result;
    }

    private void level(int instrument) {
        levels[instrument].onEvent(holdings.positionE8(instrument), holdings.entryPriceE8(instrument),
                references.valid(instrument) ? references.priceTwiceE8(instrument) / 2 : 0L, distances[instrument]);
    }

    /** Of all that is to be closed whole, or else of the excess, the largest position first. */
    private boolean askClosing(EngineEvent event) {
        long closingE8 = 0L;
        long largestE8 = 0L;
        int largest = -1;
        boolean whole = false;
        for (int i = 0; i < orders.length; i++) {
            long heldE8 = Math.abs(holdings.positionE8(i));
            if (heldE8 == 0) {
                continue;
            }
            long notionalE8 = closings.notionalE8(i, heldE8);
            if (orders[i].closingE8() > 0) {
                closingE8 += closings.notionalE8(i, Math.min(heldE8, orders[i].closingE8()));
            } else if (!orders[i].asks() && !orders[i].paused(event.timeNs()) && closings.all(i) > 0) {
                boolean all = closings.whole(i, event.timeNs());
                if (all && !whole || all == whole && notionalE8 >= largestE8) {
                    whole = all;
                    largest = i;
                    largestE8 = notionalE8;
                }
            }
        }
        if (largest < 0) {
            return false;
        }
        long excessE8 = whole ? 0L : closings.excessE8(event.portfolio(), closingE8);
        long quantityE8 = whole ? closings.all(largest) : excessE8 > 0 ? closings.part(largest, excessE8) : 0L;
        if (quantityE8 > 0) {
            place(largest, quantityE8, 0L, event);
        }
        return quantityE8 > 0;
    }

    private boolean askStop(int instrument, EngineEvent event) {
        ProtectiveOrder order = orders[instrument];
        if (order.asks()) {
            return askAgain(instrument, event);
        }
        long positionE8 = holdings.positionE8(instrument);
        if (positionE8 == 0) {
            order.forgetTrigger();
            return order.works() && cancel(instrument, order.workingId(), event);
        }
        if (!stops || order.paused(event.timeNs()) || order.works() && order.workingStopE8() == 0) {
            return false;
        }
        level(instrument);
        long stopE8 = levels[instrument].levelE8();
        boolean passed = levels[instrument].passed(references.priceTwiceE8(instrument) / 2);
        if (order.wouldTrigger() || passed && !order.works()) {
            long quantityE8 = closings.all(instrument);
            if (quantityE8 > 0) {
                place(instrument, quantityE8, 0L, event);
            }
            return quantityE8 > 0;
        }
        if (stopE8 == 0 || order.works() && !differs(order, positionE8, stopE8)) {
            return false;
        }
        place(instrument, Math.abs(positionE8), stopE8, event);
        return true;
    }

    private boolean differs(ProtectiveOrder order, long positionE8, long stopE8) {
        long direction = Long.signum(positionE8);
        long movedE8 = direction * (stopE8 - order.workingStopE8());
        return order.workingSide() != closingSide(positionE8) || order.workingE8() != Math.abs(positionE8)
                || movedE8 > 0 && movedE8 >= stepFraction * order.workingStopE8();
    }

    /** A request without an answer: whatever became of it is cancelled, and then derived anew. */
    private boolean askAgain(int instrument, EngineEvent event) {
        ProtectiveOrder order = orders[instrument];
        return event.timeNs() - order.askedNs() >= answerNs && cancel(instrument, order.askedId(), event);
    }

    private void place(int instrument, long quantityE8, long stopE8, EngineEvent event) {
        ProtectiveOrder order = orders[instrument];
        Protection protection = event.verdict().protection;
        protection.kind = order.works() ? IntentKind.REPLACE : IntentKind.NEW;
        protection.instrument = instrument;
        protection.side = closingSide(holdings.positionE8(instrument));
        protection.stopPriceE8 = stopE8;
        protection.quantityE8 = quantityE8;
        protection.restingClientOrderId = order.workingId();
        order.onAsked(protection.kind, ClientOrderId.of(runId, event.sequence()), protection.side, quantityE8, stopE8,
                event.timeNs());
    }

    private boolean cancel(int instrument, long clientOrderId, EngineEvent event) {
        ProtectiveOrder order = orders[instrument];
        Protection protection = event.verdict().protection;
        protection.kind = IntentKind.CANCEL;
        protection.instrument = instrument;
        protection.side = order.workingSide();
        protection.stopPriceE8 = 0L;
        protection.quantityE8 = order.workingE8();
        protection.restingClientOrderId = clientOrderId;
        order.onAsked(IntentKind.CANCEL, clientOrderId, protection.side, 0L, 0L, event.timeNs());
        return true;
    }

    private static Side closingSide(long positionE8) {
        return positionE8 > 0 ? Side.SELL : Side.BUY;
    }
}
