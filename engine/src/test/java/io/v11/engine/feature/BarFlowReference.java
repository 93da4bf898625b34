package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.slot.MarketView;

/** Batch reference of taker flow from minute bars. */
final class BarFlowReference extends Reference {
    /** What one minute did: net taker volume, volume, turnover, size of its move. */
    private record Minute(double net, double volume, double turnover, double move) {
    }

    BarFlowReference(List<Seen> past) {
        super(past);
        List<Minute> minutes = new ArrayList<>();
        double close = Double.NaN;
        for (Seen seen : past) {
            MarketView.Bar bar = seen.minute();
            if (bar != null) {
                if (bar.missingBefore > 0) {
                    minutes.clear();
                } else if (!Double.isNaN(close)) {
                    minutes.add(new Minute(2.0 * bar.buyVolumeE8 - bar.volumeE8, bar.volumeE8, bar.quoteVolume,
                            Math.abs(bar.closeE8 / close - 1)));
                }
                close = bar.closeE8;
                for (int i = 0; i < bar.emptyAfter; i++) {
                    minutes.add(new Minute(0, 0, 0, 0));
                }
            }
        }
        signed("minutes_signed_volume_5", minutes, 5);
        signed("minutes_signed_volume_60", minutes, 60);
        amihud(minutes);
    }

    private void signed(String name, List<Minute> minutes, int count) {
        List<Minute> last = minutes.subList(Math.max(0, minutes.size() - count), minutes.size());
        double share = last.stream().mapToDouble(Minute::net).sum() / last.stream().mapToDouble(Minute::volume).sum();
        put(name, last.size() < count ? Double.NaN : share);
    }

    private void amihud(List<Minute> minutes) {
        if (minutes.size() < 60) {
            put("minutes_amihud_60", Double.NaN);
            return;
        }
        List<Minute> traded = minutes.subList(minutes.size() - 60, minutes.size()).stream()
                .filter(m -> m.turnover() > 0).toList();
        double illiquidity = traded.stream().mapToDouble(m -> m.move() / m.turnover()).average().orElse(Double.NaN);
        put("minutes_amihud_60",
                illiquidity * traded.stream().mapToDouble(Minute::turnover).average().orElse(Double.NaN) * 1e4);
    }
}
