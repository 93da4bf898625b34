package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Batch reference of the groups that look at trades, from the formulas in docs/features.md. */
final class TradeReference extends Reference {
    private final List<Seen> trades = new ArrayList<>();

    TradeReference(List<Seen> past) {
        super(past);
        for (Seen seen : past) {
            if (seen.trade()) {
                trades.add(seen);
            }
        }
        flow();
        prices();
        put("since_trade", age(trades.isEmpty() ? null : (Long) trades.getLast().timeNs()));
    }

    private List<Point> points(ToDoubleFunction<Seen> value) {
        return trades.stream().map(t -> new Point(t.timeNs(), value.applyAsDouble(t))).toList();
    }

    private void flow() {
        List<Point> signs = points(Seen::sign);
        List<Point> ones = points(t -> 1);
        List<Point> signed = points(t -> t.sign() * t.quantity());
        List<Point> quantities = points(Seen::quantity);
        for (String window : WINDOWS.keySet()) {
            put("trade_sign_" + window, window, fresh(ones, window, ratio(signs, ones, window)));
            put("signed_volume_" + window, window, fresh(ones, window, ratio(signed, quantities, window)));
        }
        put("trade_rate_1s", "1s", sum(ones, "1s"));
        put("trade_rate_10s", "10s", sum(ones, "10s") / 10);
        put("trade_rate_1s_vs_60s", "60s", fresh(ones, "60s", contrast(sum(ones, "1s"), sum(ones, "60s") / 60)));
        put("trade_rate_10s_vs_300s", "300s",
                fresh(ones, "300s", contrast(sum(ones, "10s") / 10, sum(ones, "300s") / 300)));
        put("volume_10s_vs_300s", "300s", fresh(ones, "300s",
                contrast(sum(quantities, "10s") / 10, sum(quantities, "300s") / 300)));
        for (String window : List.of("1s", "10s", "60s")) {
            put("cvd_" + window, "300s", fresh(ones, "300s", sum(signed, window) / WINDOWS.get(window)
                    / (sum(quantities, "300s") / WINDOWS.get("300s"))));
        }
        if (trades.isEmpty()) {
            put("last_trade_sign", Double.NaN);
            put("trade_run", Double.NaN);
            put("trade_size_vs_avg_60s", Double.NaN);
            return;
        }
        Seen last = trades.getLast();
        int run = 0;
        for (int i = trades.size() - 1; i >= 0 && trades.get(i).sign() == last.sign()
                && nowNs - trades.get(i).timeNs() <= 600 * SEC; i--) {
            run++;
        }
        put("last_trade_sign", horizon(last.timeNs(), last.sign()));
        put("trade_run", horizon(last.timeNs(), last.sign() * Math.min(run, 50)));
        put("trade_size_vs_avg_60s", "60s",
                fresh(ones, "60s", contrast(last.quantity(), ratio(quantities, ones, "60s"))));
    }

    private void prices() {
        if (changes.isEmpty()) {
            return;
        }
        Seen top = changes.getLast().after();
        double last = trades.isEmpty() ? Double.NaN : trades.getLast().price();
        long lastNs = trades.isEmpty() ? 0 : trades.getLast().timeNs();
        put("trade_vs_mid_spreads", quoted(horizon(lastNs, (last - top.mid()) / top.spread())));
        put("trade_vs_mid_bps", quoted(horizon(lastNs, (last / top.mid() - 1) * 1e4)));
        for (String window : List.of("10s", "60s", "300s")) {
            double vwap = ratio(points(t -> t.price() * t.quantity()), points(Seen::quantity), window);
            put("vwap_gap_" + window + "_bps", window, quoted(fresh(lastNs, window, (1 - vwap / top.mid()) * 1e4)));
        }
    }
}
