package io.v11.engine.venue;

import io.v11.config.Instruments;
import io.v11.config.VenueSettings;
import io.v11.engine.venue.bar.BarPath;
import io.v11.engine.venue.margin.Account;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.Liquidity;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;

/**
 * Trades orders inside bars, for instruments whose recording has no book. A bar is shown before the time in it passes.
 *
 * <pre>
 *   takes soon after the open     the open, worsened by half a spread
 *   takes later                   the worse of both paths' prices then, worsened likewise
 *   rests at a limit              at the limit, once both paths have traded through it
 *   rests at a stop               once either path has reached it: the stop, or where the path was beyond it, that price; worsened
 *   comes while no bar is known   waits for the next bar and takes at its open
 * </pre>
 *
 * So of a stop and a limit that one bar may both have reached, the stop comes first. All our fills of a bar together are
 * at most {@code participation} of its volume; what is left of a stop takes at the following opens. A bar without volume
 * fills nothing. Of bars of several lengths the shortest counts. Confined to the ingest thread; allocates nothing after
 * construction.
 */
final class BarMatcher {
    private static final long NEVER = Long.MAX_VALUE;

    private final BarPath[] paths;
    private final long[] shortestNs;
    /** Marks of the current bar that have been taken: none, the bad extreme, the close. */
    private final int[] marked;
    private final RestingOrders resting;
    private final Settlement settlement;
    private final Account account;
    private int active;
    private RestingOrder nextOrder;
    private int nextInstrument;
    private long nextNs;

    BarMatcher(Instruments instruments, VenueSettings.Bar settings, RestingOrders resting, Settlement settlement,
            Account account) {
        this.resting = resting;
        this.settlement = settlement;
        this.account = account;
        paths = new BarPath[instruments.count()];
        shortestNs = new long[paths.length];
        marked = new int[paths.length];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = new BarPath(instruments.get(i).tickSize().e8(), instruments.get(i).lotSize().e8(), settings);
        }
    }

    /** A bar whose time is about to pass; one that is known already, or longer than others, changes nothing. */
    void show(int instrument, KlineDecoder bar) {
        long intervalNs = bar.intervalNs();
        BarPath path = paths[instrument];
        if (shortestNs[instrument] != 0 && intervalNs > shortestNs[instrument] || bar.openTimeNs() <= path.openNs()) {
            return;
        }
        shortestNs[instrument] = intervalNs;
        active += path.active() ? 0 : 1;
        path.begin(bar.openTimeNs(), bar.closeTimeNs(), bar.openE8(), bar.highE8(), bar.lowE8(), bar.closeE8(),
                bar.volumeE8());
        marked[instrument] = 0;
    }

    /** The time of a bar has passed. */
    void end(int instrument, KlineDecoder bar) {
        BarPath path = paths[instrument];
        if (path.active() && path.openNs() == bar.openTimeNs()) {
            path.end();
            active--;
        }
    }

    /** The feed has a book after all: its bars count no more. */
    void forget(int instrument) {
        if (paths[instrument].active()) {
            paths[instrument].end();
            active--;
        }
    }

    BarPath path(int instrument) {
        return paths[instrument];
    }

    VenueReason refusal(Arrival order, long nowNs) {
        BarPath path = paths[order.instrument];
        if (shortestNs[order.instrument] == 0) {
            return VenueReason.NO_BOOK;
        }
        if (order.stop()) {
            long priceE8 = path.closeE8();
            boolean beyond = order.side == Side.BUY ? priceE8 >= order.stopPriceE8 : priceE8 <= order.stopPriceE8;
            boolean reached = path.covers(nowNs)
                    ? path.reached(order.side, order.stopPriceE8, nowNs)
                    : nowNs > path.closeNs() && beyond;
            return reached ? VenueReason.WOULD_TRIGGER : VenueReason.NONE;
        }
        boolean maker = order.type == OrderType.LIMIT && order.timeInForce == TimeInForce.POST_ONLY;
        return maker && path.covers(nowNs) && path.wouldTake(order.side, order.priceE8, nowNs)
                ? VenueReason.WOULD_TAKE
                : VenueReason.NONE;
    }

    /** An order that was let in and is in no list yet. */
    void onNew(RestingOrder order, long nowNs) {
        BarPath path = paths[order.instrument];
        if (order.stop()) {
            resting.await(order);
        } else if (path.covers(nowNs)) {
            take(order, path, nowNs, nowNs);
        } else {
            order.waiting = true;
            resting.await(order);
        }
    }

    /** When the next thing happens on a path; the largest long when nothing does. */
    long nextNs() {
        nextNs = NEVER;
        nextOrder = null;
        for (int i = 0; active > 0 && i < paths.length; i++) {
            if (paths[i].active() && paths[i].traded()) {
                consider(i, markNs(i), null);
                for (RestingOrder order = resting.firstWaiting(i); order != null; order = order.next) {
                    consider(i, waitingNs(order, paths[i]), order);
                }
                considerLimits(i, Side.BUY);
                considerLimits(i, Side.SELL);
            }
        }
        return nextNs;
    }

    /** Lets happen what {@link #nextNs} found. */
    void onNext(long nowNs) {
        BarPath path = paths[nextInstrument];
        if (nextOrder == null) {
            mark(nextInstrument, path);
        } else if (nextOrder.list == RestingOrders.WAITING) {
            onWaiting(nextOrder, path, nowNs);
        } else {
            long quantityE8 = Math.min(settlement.allowedE8(nextOrder), path.budgetE8());
            trade(nextOrder, path, Liquidity.MAKER, path.limitPriceE8(nextOrder.side, nextOrder.priceE8), quantityE8,
                    nowNs);
            if (nextOrder.leavesE8 == 0) {
                resting.remove(nextOrder);
            } else if (settlement.allowedE8(nextOrder) == 0) {
                settlement.cancel(nextOrder, VenueReason.INSUFFICIENT_BALANCE, nowNs);
            }
        }
    }

    private void consider(int instrument, long timeNs, RestingOrder order) {
        if (timeNs < nextNs) {
            nextNs = timeNs;
            nextInstrument = instrument;
            nextOrder = order;
        }
    }

    private void considerLimits(int instrument, Side side) {
        BarPath path = paths[instrument];
        if (path.budgetE8() > 0) {
            for (RestingOrder order = resting.first(instrument, side); order != null; order = order.next) {
                consider(instrument, path.limitNs(side, order.priceE8, order.sinceNs), order);
            }
        }
    }

    private long waitingNs(RestingOrder order, BarPath path) {
        if (order.waiting || order.triggered) {
            boolean fresh = order.metBarNs < path.openNs() && order.sinceNs <= path.closeNs();
            return fresh ? takesNs(order, path) : NEVER;
        }
        return path.stopNs(order.side, order.stopPriceE8, order.sinceNs);
    }

    /** At the open; a bar that became known late finds orders that came after its open. */
    private static long takesNs(RestingOrder order, BarPath path) {
        return order.waiting ? Math.max(order.sinceNs, path.openNs()) : path.openNs();
    }

    /**
     * Perpetuals are valued at the bad extreme of the bar, as late as it may have come, and at the close. A position that
     * was opened after that is not judged by an extreme before it.
     */
    private long markNs(int instrument) {
        if (!account.perpetual(instrument) || marked[instrument] == 2) {
            return NEVER;
        }
        return marked[instrument] == 0 ? paths[instrument].extremesNs() : paths[instrument].closeNs();
    }

    private void mark(int instrument, BarPath path) {
        long positionE8 = account.positionE8(instrument);
        boolean close = ++marked[instrument] == 2;
        if (close || positionE8 != 0) {
            account.onPrice(instrument, close ? path.closeE8() : path.adverseE8(positionE8 > 0));
        }
    }

    private void onWaiting(RestingOrder order, BarPath path, long nowNs) {
        long openNs = path.openNs();
        order.metBarNs = openNs;
        if (order.waiting) {
            order.waiting = false;
            long takesNs = takesNs(order, path);
            boolean maker = order.type == OrderType.LIMIT && order.timeInForce == TimeInForce.POST_ONLY;
            if (maker && path.wouldTake(order.side, order.priceE8, takesNs)) {
                settlement.cancel(order, VenueReason.WOULD_TAKE, nowNs);
            } else {
                take(order, path, takesNs, nowNs);
            }
            return;
        }
        // The rest of an earlier bar's stop meets the open; a new one its price.
        long priceE8 = order.triggered
                ? path.stopPriceE8(order.side, path.openE8(), openNs)
                : path.stopPriceE8(order.side, order.stopPriceE8, order.sinceNs);
        order.triggered = true;
        trade(order, path, Liquidity.TAKER, priceE8, Math.min(settlement.allowedE8(order), path.budgetE8()), nowNs);
        if (order.leavesE8 == 0) {
            resting.remove(order);
        } else if (settlement.allowedE8(order) == 0) {
            settlement.cancel(order, VenueReason.INSUFFICIENT_BALANCE, nowNs);
        }
    }

    /** Takes at the price of a time in the bar what its volume allows; the rest ends or rests. */
    private void take(RestingOrder order, BarPath path, long priceNs, long nowNs) {
        boolean limit = order.type == OrderType.LIMIT;
        long wantedE8 = Math.min(settlement.allowedE8(order), path.budgetE8());
        boolean takes = path.traded() && !(limit && order.timeInForce == TimeInForce.POST_ONLY);
        long priceE8 = takes ? path.takePriceE8(order.side, priceNs) : 0L;
        takes &= order.accepts(priceE8);
        if (limit && order.timeInForce == TimeInForce.FOK && (!takes || wantedE8 < order.leavesE8)) {
            settlement.cancel(order, VenueReason.FOK_UNFILLED, nowNs);
            return;
        }
        if (takes) {
            trade(order, path, Liquidity.TAKER, priceE8, wantedE8, nowNs);
        }
        if (!settlement.ended(order, nowNs)) {
            order.sinceNs = Math.max(order.sinceNs, priceNs);
            resting.rest(order);
        }
    }

    private void trade(RestingOrder order, BarPath path, Liquidity liquidity, long priceE8, long quantityE8,
            long nowNs) {
        if (quantityE8 > 0) {
            path.spend(quantityE8);
            settlement.fill(order, liquidity, priceE8, quantityE8, nowNs);
        }
    }
}
