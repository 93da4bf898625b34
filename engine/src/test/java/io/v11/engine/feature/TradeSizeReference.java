package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Batch reference of trade sizes: a sorted map from bin to weight, searched from its beginning. */
final class TradeSizeReference extends Reference {
    private final List<Seen> trades = new ArrayList<>();
    private final TreeMap<Double, Double> bins = new TreeMap<>();
    private double total;

    TradeSizeReference(List<Seen> past) {
        super(past);
        for (Seen seen : past) {
            if (seen.trade()) {
                trades.add(seen);
            }
        }
        List<Point> quantities = new ArrayList<>();
        List<Point> large = new ArrayList<>();
        List<Point> largeNet = new ArrayList<>();
        double rank = Double.NaN;
        for (Seen trade : trades) {
            boolean isLarge = total > 0 && trade.quantity() > quantile(0.9);
            rank = rank(trade.quantity());
            quantities.add(new Point(trade.timeNs(), trade.quantity()));
            large.add(new Point(trade.timeNs(), isLarge ? trade.quantity() : 0));
            largeNet.add(new Point(trade.timeNs(), isLarge ? trade.sign() * trade.quantity() : 0));
            // All weights relative to the first trade's time: their common factor does not matter.
            double weight = 1 / weight(trade.timeNs() - trades.getFirst().timeNs(), "300s");
            bins.merge(lower(trade.quantity()), weight, Double::sum);
            total += weight;
        }
        if (trades.isEmpty()) {
            return;
        }
        double mean = ratio(quantities, map(quantities, q -> 1), "300s");
        put("trade_size_rank_300s", "300s", fresh(quantities, "300s", rank));
        put("trade_size_median_vs_mean_300s", "300s", fresh(quantities, "300s", contrast(quantile(0.5), mean)));
        put("trade_size_high_vs_median_300s", "300s",
                fresh(quantities, "300s", contrast(quantile(0.9), quantile(0.5))));
        put("large_trade_share_60s", "300s", fresh(quantities, "60s", ratio(large, quantities, "60s")));
        put("large_trade_net_60s", "300s", fresh(quantities, "60s", ratio(largeNet, quantities, "60s")));
    }

    private static double power(double quantity) {
        double power = 1;
        while (power * 2 <= quantity) {
            power *= 2;
        }
        return power;
    }

    /** Lower edge of the eighth of a power of two that the quantity lies in. */
    private static double lower(double quantity) {
        double power = power(quantity);
        return power * (1 + Math.floor((quantity / power - 1) * 8) / 8);
    }

    private double quantile(double level) {
        double below = 0;
        for (Map.Entry<Double, Double> bin : bins.entrySet()) {
            if (below + bin.getValue() >= level * total) {
                return bin.getKey() + (level * total - below) / bin.getValue() * power(bin.getKey()) / 8;
            }
            below += bin.getValue();
        }
        return Double.NaN;
    }

    private double rank(double quantity) {
        double below = bins.headMap(lower(quantity)).values().stream().mapToDouble(w -> w).sum();
        return (below + bins.getOrDefault(lower(quantity), 0.0) / 2) / total;
    }
}
