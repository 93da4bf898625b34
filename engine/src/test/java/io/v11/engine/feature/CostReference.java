package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Batch reference of price impact and trading costs: every trade and every second looked at by itself. */
final class CostReference extends Reference {
    CostReference(List<Seen> past) {
        super(past);
        seconds();
        effective();
        for (int seconds : new int[]{1, 10}) {
            matured(seconds);
        }
    }

    /** The mid after event {@code i}, NaN when the top was not known then. */
    private double midAfter(int i) {
        return i >= 0 && past.get(i).topValid() ? past.get(i).mid() : Double.NaN;
    }

    private static long second(Seen seen) {
        return Math.floorDiv(seen.timeNs(), SEC);
    }

    private void seconds() {
        List<Point> cross = new ArrayList<>();
        List<Point> flowSquares = new ArrayList<>();
        List<Point> moveSquares = new ArrayList<>();
        List<Point> volumes = new ArrayList<>();
        List<Point> ones = new ArrayList<>();
        List<Point> illiquidities = new ArrayList<>();
        List<Point> tradedVolumes = new ArrayList<>();
        for (int from = 0; from < past.size();) {
            int to = from;
            double move = midAfter(from - 1);
            double flow = 0;
            double volume = 0;
            while (to < past.size() && second(past.get(to)) == second(past.get(from))) {
                Seen seen = past.get(to);
                flow += seen.trade() ? seen.sign() * seen.quantity() : 0;
                volume += seen.trade() ? seen.quantity() : 0;
                move += 0 * midAfter(to);
                to++;
            }
            move = (midAfter(to - 1) / move - 1) * 1e4;
            if (to < past.size() && !Double.isNaN(move)) {
                long timeNs = past.get(to).timeNs();
                cross.add(new Point(timeNs, flow * move));
                flowSquares.add(new Point(timeNs, flow * flow));
                moveSquares.add(new Point(timeNs, move * move));
                volumes.add(new Point(timeNs, volume));
                ones.add(new Point(timeNs, 1));
                if (volume > 0) {
                    illiquidities.add(new Point(timeNs, Math.abs(move) / volume));
                    tradedVolumes.add(new Point(timeNs, volume));
                }
            }
            from = to;
        }
        List<Change> moves = changes.stream().filter(Change::midMoved).toList();
        double slope = ratio(cross, flowSquares, "300s");
        double correlation = slope / Math.sqrt(ratio(moveSquares, flowSquares, "300s"));
        put("kyle_lambda_300s", "300s", fresh(tradedVolumes, "300s", slope * ratio(volumes, ones, "300s")));
        put("flow_move_correlation_300s", "300s", moves.isEmpty()
                ? Double.NaN
                : fresh(tradedVolumes, "300s", fresh(moves.getLast().after().timeNs(), "300s", correlation)));
        List<Point> traded = map(tradedVolumes, v -> 1);
        double volumeOfAll = sum(volumes, "300s") / sum(traded, "300s");
        put("amihud_300s", "300s",
                fresh(tradedVolumes, "300s", ratio(illiquidities, traded, "300s") * volumeOfAll));
    }

    private void effective() {
        List<Point> costs = new ArrayList<>();
        List<Point> quantities = new ArrayList<>();
        for (Seen seen : past) {
            if (seen.trade() && seen.topValid()) {
                costs.add(new Point(seen.timeNs(),
                        seen.quantity() * 2 * seen.sign() * (seen.price() - seen.mid()) / seen.mid() * 1e4));
                quantities.add(new Point(seen.timeNs(), seen.quantity()));
            }
        }
        put("effective_spread_60s_bps", "60s", fresh(quantities, "60s", ratio(costs, quantities, "60s")));
    }

    private void matured(int seconds) {
        long cellNs = seconds * SEC / 100;
        List<Point> quantities = new ArrayList<>();
        List<Point> realised = new ArrayList<>();
        List<Point> impact = new ArrayList<>();
        List<Point> bought = new ArrayList<>();
        List<Point> buyGains = new ArrayList<>();
        List<Point> sold = new ArrayList<>();
        List<Point> sellGains = new ArrayList<>();
        for (Seen trade : past.stream().filter(s -> s.trade() && s.topValid()).toList()) {
            long dueNs = (Math.floorDiv(trade.timeNs(), cellNs) + 1) * cellNs + seconds * SEC;
            int first = 0;
            while (first < past.size() && past.get(first).timeNs() < dueNs) {
                first++;
            }
            double later = midAfter(first - 1);
            if (first < past.size() && !Double.isNaN(later)) {
                long timeNs = past.get(first).timeNs();
                double scale = trade.quantity() * trade.sign() / trade.mid() * 1e4;
                quantities.add(new Point(timeNs, trade.quantity()));
                realised.add(new Point(timeNs, 2 * scale * (trade.price() - later)));
                impact.add(new Point(timeNs, 2 * scale * (later - trade.mid())));
                (trade.sign() > 0 ? bought : sold).add(new Point(timeNs, trade.quantity()));
                (trade.sign() > 0 ? buyGains : sellGains)
                        .add(new Point(timeNs, scale * (later - trade.price())));
            }
        }
        String horizon = "_" + seconds + "s_bps";
        put("realised_spread" + horizon, "60s", fresh(quantities, "60s", ratio(realised, quantities, "60s")));
        put("price_impact" + horizon, "60s", fresh(quantities, "60s", ratio(impact, quantities, "60s")));
        if (seconds == 1) {
            put("buy_markout" + horizon, "60s", fresh(bought, "60s", ratio(buyGains, bought, "60s")));
            put("sell_markout" + horizon, "60s", fresh(sold, "60s", ratio(sellGains, sold, "60s")));
        }
    }
}
