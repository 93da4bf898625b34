package io.v11.training.performance;

import java.util.Arrays;
import java.util.Locale;

import io.v11.training.performance.sample.Finite;
import io.v11.training.performance.sample.Quantiles;

/**
 * Returns over all windows of a length, one for each bar that a window can begin with: what any of them gave, not the
 * best one. Windows overlap, so neighbours are nearly the same figure; {@code apart} tells how many there are that do
 * not. All NaN when the curve is shorter than a window.
 *
 * @param windows     number of windows
 * @param apart       windows that fit side by side without overlap
 * @param least       least return, as a fraction
 * @param lowQuarter  a quarter of the windows gave at most this
 * @param median      half of them
 * @param highQuarter three quarters of them
 * @param greatest    greatest return
 * @param target      return aimed at
 * @param shareAbove  share of windows that gave more than the target
 */
public record WindowReturns(int windows, int apart, double least, double lowQuarter, double median, double highQuarter,
        double greatest, double target, double shareAbove) {
    static WindowReturns of(double[] equity, int bars, double target) {
        Finite.require("target", target);
        if (bars < 1) {
            throw new IllegalArgumentException("a window of " + bars + " bars; give at least 1");
        }
        double[] returns = new double[Math.max(0, equity.length - bars)];
        int above = 0;
        for (int i = 0; i < returns.length; i++) {
            returns[i] = equity[i + bars] / equity[i] - 1.0;
            above += returns[i] > target ? 1 : 0;
        }
        Arrays.sort(returns);
        double share = returns.length == 0 ? Double.NaN : above / (double) returns.length;
        return new WindowReturns(returns.length, (equity.length - 1) / bars, Quantiles.of(returns, 0.0),
                Quantiles.of(returns, 0.25), Quantiles.of(returns, 0.5), Quantiles.of(returns, 0.75),
                Quantiles.of(returns, 1.0), target, share);
    }

    /** In a line, percent. */
    public String text() {
        return windows == 0
                ? "no whole window"
                : String.format(Locale.ROOT,
                        "%,d windows (%,d apart): least %.2f %%, quarters %.2f, %.2f, %.2f %%, greatest %.2f %%; "
                                + "%.1f %% of them above %.2f %%",
                        windows, apart, 100.0 * least, 100.0 * lowQuarter, 100.0 * median, 100.0 * highQuarter,
                        100.0 * greatest, 100.0 * shareAbove, 100.0 * target);
    }
}
