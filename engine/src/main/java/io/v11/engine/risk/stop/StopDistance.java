package io.v11.engine.risk.stop;

import io.v11.config.RiskLimits;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * How far a stop lies from its anchor: a multiple of the average true range, the multiple by the state of volatility.
 *
 * <pre>
 *   true range = max(high, close before) - min(low, close before)
 *   ATR        = mean of the first n, then ATR + (true range - ATR) / n      (Wilder, New Concepts in Technical Trading, 1978)
 *   state      = tercile of ATR / close among its last values; normal until half the window is there
 * </pre>
 *
 * One instrument. Prices in units. Allocates nothing after construction.
 */
final class StopDistance {
    private final int atrBars;
    private final double lowMultiple;
    private final double normalMultiple;
    private final double highMultiple;
    private final double[] ratios;
    private int bars;
    private int ratioCount;
    private double closeBefore;
    private double atrE8;
    private double multiple;

    StopDistance(RiskLimits.Stop settings) {
        atrBars = settings.atrBars();
        lowMultiple = settings.lowMultiple();
        normalMultiple = settings.normalMultiple();
        highMultiple = settings.highMultiple();
        ratios = new double[settings.rankBars()];
        multiple = normalMultiple;
    }

    void onBar(MarketView.Bar bar) {
        if (bars > 0) {
            double range = Math.max(bar.highE8, closeBefore) - Math.min(bar.lowE8, closeBefore);
            int count = Math.min(bars, atrBars);
            atrE8 += (range - atrE8) / count;
        }
        closeBefore = bar.closeE8;
        bars = Math.min(bars + 1, atrBars + 1);
        if (known()) {
            rank(atrE8 / bar.closeE8);
        }
    }

    /** Enough bars have been seen. */
    boolean known() {
        return bars > atrBars;
    }

    double distanceE8() {
        return multiple * atrE8;
    }

    double atrE8() {
        return atrE8;
    }

    double multiple() {
        return multiple;
    }

    long addTo(long hash) {
        long result = StateHash.add(StateHash.add(hash, bars), ratioCount);
        result = StateHash.add(StateHash.add(StateHash.add(result, closeBefore), atrE8), multiple);
        for (double ratio : ratios) {
            result = StateHash.add(result, ratio);
        }
        return result;
    }

    private void rank(double ratio) {
        ratios[ratioCount % ratios.length] = ratio;
        ratioCount = ratioCount + 1 == 2 * ratios.length ? ratios.length : ratioCount + 1;
        int kept = Math.min(ratioCount, ratios.length);
        if (2 * kept < ratios.length) {
            return;
        }
        int below = 0;
        for (int i = 0; i < kept; i++) {
            below += ratios[i] < ratio ? 1 : 0;
        }
        if (3 * below < kept) {
            multiple = lowMultiple;
        } else {
            multiple = 3 * below < 2 * kept ? normalMultiple : highMultiple;
        }
    }
}
