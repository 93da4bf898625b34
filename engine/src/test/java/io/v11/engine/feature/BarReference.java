package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.v11.engine.feature.bar.BarFeatures;
import io.v11.engine.slot.MarketView;

/** Batch reference of the indicators on bars, from their textbook definitions over the whole series. */
final class BarReference extends Reference {
    static final Set<String> NAMES = Set.of("ret_1_bps", "ret_5_bps", "ret_20_bps", "rsi_14", "close_ema_20_bps",
            "ema_12_26_bps", "macd_bps", "bollinger_b", "natr_14_bps", "stochastic_14", "buy_share", "buy_share_20",
            "vwap_20_bps", "volume_vs_avg_20", "volatility_20_bps");

    private final List<MarketView.Bar> bars = new ArrayList<>();
    private final String prefix;

    BarReference(List<Seen> past, boolean seconds) {
        super(past);
        prefix = seconds ? "sec_" : "min_";
        for (Seen seen : past) {
            MarketView.Bar bar = seconds ? seen.second() : seen.minute();
            if (bar != null) {
                add(bar);
            }
        }
        if (!bars.isEmpty()) {
            compute();
        }
    }

    private void add(MarketView.Bar bar) {
        bars.add(bar);
        for (long i = 0; i < Math.min(bar.emptyAfter, BarFeatures.EMPTY_BARS); i++) {
            MarketView.Bar flat = new MarketView.Bar();
            flat.highE8 = bar.closeE8;
            flat.lowE8 = bar.closeE8;
            flat.closeE8 = bar.closeE8;
            bars.add(flat);
        }
    }

    private double close(int age) {
        return bars.size() > age ? bars.get(bars.size() - 1 - age).closeE8 / 1e8 : Double.NaN;
    }

    private List<MarketView.Bar> last(int count) {
        return bars.size() < count ? List.of() : bars.subList(bars.size() - count, bars.size());
    }

    private void set(String name, double value) {
        put(prefix + name, value);
    }

    private void compute() {
        double close = close(0);
        for (int span : new int[]{1, 5, 20}) {
            set("ret_" + span + "_bps", (close / close(span) - 1) * 1e4);
        }
        wilder(close);
        averages(close);
        twenty(close, last(20));
        List<MarketView.Bar> fourteen = last(14);
        double low = fourteen.stream().mapToDouble(b -> b.lowE8 / 1e8).min().orElse(Double.NaN);
        double high = fourteen.stream().mapToDouble(b -> b.highE8 / 1e8).max().orElse(Double.NaN);
        set("stochastic_14", (close - low) / (high - low));
        MarketView.Bar bar = bars.getLast();
        set("buy_share", bar.buyVolumeE8 / (double) bar.volumeE8);
    }

    private void twenty(double close, List<MarketView.Bar> twenty) {
        // From the close on, so that equal closes have no deviation by rounding.
        double mean = close + twenty.stream().mapToDouble(b -> b.closeE8 / 1e8 - close).average().orElse(Double.NaN);
        double variance = twenty.stream().mapToDouble(b -> b.closeE8 / 1e8 - mean).map(d -> d * d).average()
                .orElse(Double.NaN);
        double deviation = Math.sqrt(variance);
        double volume = twenty.isEmpty() ? Double.NaN : twenty.stream().mapToDouble(b -> b.volumeE8 / 1e8).sum();
        set("bollinger_b", (close - (mean - 2 * deviation)) / (4 * deviation));
        set("buy_share_20", twenty.stream().mapToDouble(b -> b.buyVolumeE8 / 1e8).sum() / volume);
        set("vwap_20_bps", (1 - twenty.stream().mapToDouble(b -> b.quoteVolume).sum() / volume / close) * 1e4);
        set("volume_vs_avg_20", contrast(bars.getLast().volumeE8 / 1e8, volume / 20));
        set("volatility_20_bps", deviation / close * 1e4);
    }

    /** The series smoothed: plain mean of the first {@code length}, then weight; NaN before. */
    private static List<Double> smooth(List<Double> series, int length, double weight) {
        List<Double> smooth = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (i < length - 1) {
                smooth.add(Double.NaN);
            } else if (i == length - 1) {
                smooth.add(series.subList(0, length).stream().mapToDouble(x -> x).average().orElseThrow());
            } else {
                smooth.add(weight * series.get(i) + (1 - weight) * smooth.get(i - 1));
            }
        }
        return smooth;
    }

    private static double lastOf(List<Double> series) {
        return series.isEmpty() ? Double.NaN : series.getLast();
    }

    private void wilder(double close) {
        List<Double> gains = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        List<Double> ranges = new ArrayList<>();
        for (int i = 1; i < bars.size(); i++) {
            double before = bars.get(i - 1).closeE8 / 1e8;
            double move = bars.get(i).closeE8 / 1e8 - before;
            gains.add(Math.max(move, 0));
            losses.add(Math.max(-move, 0));
            double high = bars.get(i).highE8 / 1e8;
            double low = bars.get(i).lowE8 / 1e8;
            ranges.add(Math.max(high - low, Math.max(Math.abs(high - before), Math.abs(low - before))));
        }
        double strength = lastOf(smooth(gains, 14, 1 / 14.0)) / lastOf(smooth(losses, 14, 1 / 14.0));
        set("rsi_14", 100 - 100 / (1 + strength));
        set("natr_14_bps", lastOf(smooth(ranges, 14, 1 / 14.0)) / close * 1e4);
    }

    private void averages(double close) {
        List<Double> closes = bars.stream().map(b -> b.closeE8 / 1e8).toList();
        List<Double> fast = smooth(closes, 12, 2 / 13.0);
        List<Double> slow = smooth(closes, 26, 2 / 27.0);
        List<Double> gaps = new ArrayList<>();
        for (int i = 25; i < closes.size(); i++) {
            gaps.add(fast.get(i) - slow.get(i));
        }
        set("close_ema_20_bps", (close - lastOf(smooth(closes, 20, 2 / 21.0))) / close * 1e4);
        set("ema_12_26_bps", lastOf(gaps) / close * 1e4);
        set("macd_bps", (lastOf(gaps) - lastOf(smooth(gaps, 9, 0.2))) / close * 1e4);
    }
}
