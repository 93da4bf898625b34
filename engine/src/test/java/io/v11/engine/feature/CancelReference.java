package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Batch reference of what makers take back: books as maps from price to quantity, compared price by price. */
final class CancelReference extends Reference {
    private static final int DEPTH = 10;

    /** What happened to one side between two books, and how much it then held. */
    private static final class Side {
        final List<Point> cancels = new ArrayList<>();
        final List<Point> replaced = new ArrayList<>();
        final List<Point> depth = new ArrayList<>();
    }

    private final Side bids = new Side();
    private final Side asks = new Side();
    private boolean compared;

    CancelReference(List<Seen> past) {
        super(past);
        int before = -1;
        for (int i = 0; i < past.size(); i++) {
            Seen seen = past.get(i);
            if (!seen.synced()) {
                before = -1;
            } else if (seen.levelsChanged()) {
                if (before >= 0) {
                    compared = true;
                    compare(before, i);
                }
                bids.depth.add(new Point(seen.timeNs(), quantity(seen.bidQuantities())));
                asks.depth.add(new Point(seen.timeNs(), quantity(seen.askQuantities())));
                before = i;
            }
        }
        side("bid", bids);
        side("ask", asks);
        imbalances();
    }

    /** The common decay cancels; ages from the last cancel keep the sums away from 0. */
    private void imbalances() {
        List<Point> net = new ArrayList<>(map(bids.cancels, c -> -c));
        net.addAll(asks.cancels);
        net.sort(Comparator.comparingLong(Point::timeNs));
        for (String window : List.of("1s", "10s")) {
            put("cancel_imbalance_" + window, window, fresh(net, window, ratio(net, map(net, Math::abs), window)));
        }
    }

    private static double quantity(long[] quantities) {
        double sum = 0;
        for (int i = 0; i < Math.min(DEPTH, quantities.length); i++) {
            sum += quantities[i];
        }
        return sum;
    }

    private void compare(int from, int to) {
        double bought = 0;
        double sold = 0;
        for (int i = from + 1; i < to; i++) {
            Seen seen = past.get(i);
            bought += seen.trade() && seen.sign() > 0 ? seen.quantity() : 0;
            sold += seen.trade() && seen.sign() < 0 ? seen.quantity() : 0;
        }
        Seen before = past.get(from);
        Seen after = past.get(to);
        compare(bids, level(before.bids(), before.bidQuantities(), 1), level(after.bids(), after.bidQuantities(), 1),
                sold, after.timeNs());
        compare(asks, level(before.asks(), before.askQuantities(), -1),
                level(after.asks(), after.askQuantities(), -1), bought, after.timeNs());
    }

    /** The first levels by price times direction, so that better is higher on both sides. */
    private static Map<Long, Long> level(long[] prices, long[] quantities, int direction) {
        Map<Long, Long> levels = new HashMap<>();
        for (int i = 0; i < Math.min(DEPTH, prices.length); i++) {
            levels.put(direction * prices[i], quantities[i]);
        }
        return levels;
    }

    private static void compare(Side side, Map<Long, Long> before, Map<Long, Long> after, double traded, long timeNs) {
        long reach = Math.max(before.keySet().stream().min(Long::compare).orElseThrow(),
                after.keySet().stream().min(Long::compare).orElseThrow());
        Set<Long> prices = new HashSet<>(before.keySet());
        prices.addAll(after.keySet());
        double removed = 0;
        double added = 0;
        for (long price : prices) {
            if (price >= reach) {
                long change = after.getOrDefault(price, 0L) - before.getOrDefault(price, 0L);
                added += Math.max(0, change);
                removed += Math.max(0, -change);
            }
        }
        double cancelled = removed - traded;
        if (cancelled > 0) {
            side.cancels.add(new Point(timeNs, cancelled));
            side.replaced.add(new Point(timeNs, Math.min(cancelled, added)));
        }
    }

    private void side(String name, Side side) {
        if (compared) {
            put(name + "_cancel_rate_10s", "10s", sum(side.cancels, "10s") / held(side.depth, "10s") / 10);
        }
        put(name + "_replaced_share_10s", "10s",
                fresh(side.cancels, "10s", ratio(side.replaced, side.cancels, "10s")));
    }
}
