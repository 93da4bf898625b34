package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Batch reference of the groups that look at best bid and ask only, from the formulas in docs/features.md. */
final class TopReference extends Reference {
    TopReference(List<Seen> past) {
        super(past);
        if (changes.isEmpty()) {
            return;
        }
        topOfBook();
        queues();
        orderFlow();
        quotes();
        recency();
    }

    private static double imbalance(Seen seen) {
        return contrast(seen.bidQuantity(), seen.askQuantity());
    }

    private void topOfBook() {
        Seen top = changes.getLast().after();
        put("l1_imbalance", quoted(imbalance(top)));
        // (micro - mid) / spread is half the imbalance.
        put("l1_micro_gap_bps", quoted(imbalance(top) / 2 * top.spread() / top.mid() * 1e4));
        put("spread_bps", quoted(top.spread() / top.mid() * 1e4));
        put("spread_ticks", quoted(top.spread() / RandomMarket.TICK));
        for (String window : List.of("100ms", "1s", "10s")) {
            put("l1_imbalance_less_avg_" + window, window,
                    quoted(imbalance(top) - average(TopReference::imbalance, window)));
        }
        Seen before = changes.getLast().before();
        put("l1_imbalance_step", before == null
                ? Double.NaN
                : quoted(horizon(top.timeNs(), imbalance(top) - imbalance(before))));
        for (String window : List.of("10s", "60s")) {
            put("spread_vs_avg_" + window, window, quoted(contrast(top.spread(), average(Seen::spread, window))));
        }
    }

    private void queues() {
        Seen top = changes.getLast().after();
        for (String window : List.of("1s", "10s")) {
            put("bid_queue_vs_avg_" + window, window,
                    quoted(contrast(top.bidQuantity(), average(Seen::bidQuantity, window))));
            put("ask_queue_vs_avg_" + window, window,
                    quoted(contrast(top.askQuantity(), average(Seen::askQuantity, window))));
            double seconds = WINDOWS.get(window) / 1e9;
            double bid = average(Seen::bidQuantity, "10s") * seconds;
            double ask = average(Seen::askQuantity, "10s") * seconds;
            put("bid_refill_" + window, "10s", sum(flow(true, true), window) / bid);
            put("bid_depletion_" + window, "10s", sum(flow(true, false), window) / bid);
            put("ask_refill_" + window, "10s", sum(flow(false, true), window) / ask);
            put("ask_depletion_" + window, "10s", sum(flow(false, false), window) / ask);
        }
    }

    private List<Point> flow(boolean bid, boolean gained) {
        List<Point> flow = new ArrayList<>();
        for (Change change : changes) {
            if (change.before() != null) {
                double better = bid
                        ? change.after().bid() - change.before().bid()
                        : change.before().ask() - change.after().ask();
                double now = bid ? change.after().bidQuantity() : change.after().askQuantity();
                double before = bid ? change.before().bidQuantity() : change.before().askQuantity();
                double gain = better > 0 ? now : better < 0 ? -before : now - before;
                flow.add(new Point(change.after().timeNs(), gained ? Math.max(gain, 0) : Math.max(-gain, 0)));
            }
        }
        return flow;
    }

    /** Cont, Kukanov, Stoikov 2014: what one change of the top adds to buying pressure. */
    static double flowOf(Seen before, Seen after) {
        double e = 0;
        e += after.bid() >= before.bid() ? after.bidQuantity() : 0;
        e -= after.bid() <= before.bid() ? before.bidQuantity() : 0;
        e -= after.ask() <= before.ask() ? after.askQuantity() : 0;
        e += after.ask() >= before.ask() ? before.askQuantity() : 0;
        return e;
    }

    private void orderFlow() {
        List<Point> flow = new ArrayList<>();
        for (Change change : changes) {
            if (change.before() != null) {
                flow.add(new Point(change.after().timeNs(), flowOf(change.before(), change.after())));
            }
        }
        for (String window : List.of("100ms", "1s", "10s", "60s")) {
            put("ofi_" + window, window,
                    fresh(nonzero(flow), window, ratio(nonzero(flow), nonzero(map(flow, Math::abs)), window)));
            double depth = average(seen -> (seen.bidQuantity() + seen.askQuantity()) / 2, "10s");
            put("ofi_depth_" + window, window, warm("10s") ? sum(flow, window) / depth : Double.NaN);
        }
    }

    private void quotes() {
        List<Point> all = new ArrayList<>();
        List<Point> bidTouches = new ArrayList<>();
        List<Point> touches = new ArrayList<>();
        List<Point> bids = new ArrayList<>();
        List<Point> asks = new ArrayList<>();
        for (Change change : changes) {
            Seen before = change.before();
            Seen after = change.after();
            if (before != null) {
                int bid = before.bid() != after.bid() || before.bidQuantity() != after.bidQuantity() ? 1 : 0;
                int ask = before.ask() != after.ask() || before.askQuantity() != after.askQuantity() ? 1 : 0;
                all.add(new Point(after.timeNs(), 1));
                bidTouches.add(new Point(after.timeNs(), bid));
                touches.add(new Point(after.timeNs(), bid + ask));
                bids.add(new Point(after.timeNs(), Math.signum(after.bid() - before.bid())));
                asks.add(new Point(after.timeNs(), Math.signum(after.ask() - before.ask())));
            }
        }
        put("quote_rate_1s", "1s", sum(all, "1s"));
        put("quote_rate_10s", "10s", sum(all, "10s") / 10);
        put("quote_rate_1s_vs_60s", "60s", fresh(all, "60s", contrast(sum(all, "1s"), sum(all, "60s") / 60)));
        put("bid_walk_10s", "10s",
                fresh(nonzero(bids), "10s", ratio(nonzero(bids), nonzero(map(bids, Math::abs)), "10s")));
        put("ask_walk_10s", "10s",
                fresh(nonzero(asks), "10s", ratio(nonzero(asks), nonzero(map(asks, Math::abs)), "10s")));
        put("bid_touch_share_10s", "10s", fresh(touches, "10s", ratio(bidTouches, touches, "10s")));
    }

    private void recency() {
        long topNs = changes.getLast().after().timeNs();
        long sinceNs = changes.size() < 2
                ? (topNs - past.getFirst().timeNs() >= 600 * SEC ? 600 * SEC : -1)
                : topNs - changes.get(changes.size() - 2).after().timeNs();
        put("since_top_change", sinceNs < 0
                ? Double.NaN
                : horizon(topNs, Math.log(1 + Math.min(sinceNs, 600 * SEC) / 1e9)));
        Long moved = null;
        long bidNs = 0;
        long askNs = 0;
        for (Change change : changes) {
            Seen before = change.before();
            Seen after = change.after();
            moved = change.midMoved() ? (Long) after.timeNs() : moved;
            bidNs = before == null || before.bid() != after.bid() ? after.timeNs() : bidNs;
            askNs = before == null || before.ask() != after.ask() ? after.timeNs() : askNs;
        }
        put("since_mid_move", age(moved));
        put("bid_age", quoted(age(bidNs)));
        put("ask_age", quoted(age(askNs)));
    }
}
