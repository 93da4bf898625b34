package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

/** Batch reference of trades as a point process and as a series: Hawkes intensities, each trade against the one before. */
final class TradeSeriesReference extends Reference {
    private final List<Seen> trades = new ArrayList<>();

    TradeSeriesReference(List<Seen> past) {
        super(past);
        for (Seen seen : past) {
            if (seen.trade()) {
                trades.add(seen);
            }
        }
        hawkes();
        if (trades.size() > 1) {
            sides();
            prices();
            times();
        }
    }

    private void hawkes() {
        List<Point> ones = trades.stream().map(t -> new Point(t.timeNs(), 1)).toList();
        double mu = (1 - 0.5 - 0.2) * sum(ones, "300s") / 300 / 2;
        double buying = mu;
        double selling = mu;
        for (Seen trade : trades) {
            // The kernel alpha beta exp(-beta (t - t_i)) with beta = 1 / s.
            double kernel = StrictMath.exp(-(nowNs - trade.timeNs()) / 1e9);
            buying += (trade.sign() > 0 ? 0.5 : 0.2) * kernel;
            selling += (trade.sign() < 0 ? 0.5 : 0.2) * kernel;
        }
        put("hawkes_intensity", "300s", trades.isEmpty() ? Double.NaN : buying + selling);
        put("hawkes_imbalance", "300s", fresh(ones, "300s", contrast(buying, selling)));
        put("hawkes_excited_share", "300s", fresh(ones, "300s", (buying + selling - 2 * mu) / (buying + selling)));
    }

    private Point at(int trade, double value) {
        return new Point(trades.get(trade).timeNs(), value);
    }

    private void minute(String name, List<Point> numerator, List<Point> denominator) {
        minute(name, ratio(numerator, denominator, "60s"));
    }

    private void minute(String name, double value) {
        put(name, "60s", fresh(trades.getLast().timeNs(), "60s", value));
    }

    private void sides() {
        List<Point> pairs = new ArrayList<>();
        List<Point> ones = new ArrayList<>();
        List<Point> together = new ArrayList<>();
        List<Point> memories = new ArrayList<>();
        for (int i = 1; i < trades.size(); i++) {
            int sign = trades.get(i).sign();
            pairs.add(at(i, sign * trades.get(i - 1).sign()));
            ones.add(at(i, 1));
            List<Point> earlier = trades.subList(0, i).stream().map(t -> new Point(t.timeNs(), t.sign())).toList();
            double memory = ratio(earlier, map(earlier, s -> 1), "10s");
            together.add(at(i, sign * memory));
            memories.add(at(i, Math.abs(memory)));
        }
        minute("trade_sign_autocorrelation_60s", pairs, ones);
        minute("trade_sign_memory_60s", together, memories);
    }

    private double change(int trade) {
        return (trades.get(trade).price() / trades.get(trade - 1).price() - 1) * 1e4;
    }

    private void prices() {
        List<Point> products = new ArrayList<>();
        List<Point> squares = new ArrayList<>();
        List<Point> ones = new ArrayList<>();
        for (int i = 2; i < trades.size(); i++) {
            products.add(at(i, change(i) * change(i - 1)));
            squares.add(at(i, (change(i) * change(i) + change(i - 1) * change(i - 1)) / 2));
            ones.add(at(i, 1));
        }
        double covariance = ratio(products, ones, "60s");
        minute("roll_spread_60s_bps", covariance > 0 ? Double.NaN : 2 * Math.sqrt(-covariance));
        minute("trade_bounce_60s", products, squares);
    }

    private double gap(int trade) {
        return (trades.get(trade).timeNs() - trades.get(trade - 1).timeNs()) / 1e9;
    }

    private void times() {
        List<Point> gaps = new ArrayList<>();
        List<Point> variations = new ArrayList<>();
        for (int i = 1; i < trades.size(); i++) {
            gaps.add(at(i, gap(i)));
            if (i > 1 && gap(i) + gap(i - 1) > 0) {
                double contrast = (gap(i) - gap(i - 1)) / (gap(i) + gap(i - 1));
                variations.add(at(i, 3 * contrast * contrast));
            }
        }
        List<Point> ones = map(gaps, g -> 1);
        double mean = ratio(gaps, ones, "60s");
        double variance = ratio(map(gaps, g -> (g - mean) * (g - mean)), ones, "60s");
        minute("trade_burstiness_60s", (variance - mean * mean) / (variance + mean * mean));
        minute("trade_local_variation_60s", variations, map(variations, v -> 1));
        minute("trade_wait_vs_mean_60s", contrast((nowNs - trades.getLast().timeNs()) / 1e9, mean));
    }
}
