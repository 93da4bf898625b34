package io.v11.training.backtest;

import java.util.Arrays;

import io.v11.training.backtest.reading.AccountSeries;
import io.v11.training.performance.EquityCurve;

/**
 * A figure over a window that rolls along. NaN where the window holds too little.
 *
 * @param timesNs end of each window
 * @param values  figure
 */
public record Rolling(long[] timesNs, double[] values) {

    /** Annualised Sharpe of the last {@link Grain#window} returns; it is one of many looks and no test of anything. */
    public static Rolling sharpe(EquityCurve curve, Grain grain) {
        EquityCurve bars = curve.resampled(grain.lengthNs());
        double[] returns = bars.returns();
        int window = grain.window();
        int points = Math.max(0, returns.length - window + 1);
        long[] times = new long[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            times[i] = bars.timeNs(i + window);
            values[i] = sharpe(returns, i, window) * StrictMath.sqrt(grain.perYear());
        }
        return new Rolling(times, values);
    }

    /** Accuracy of the forecasts resolved in the last {@link Grain#window} periods, where there are {@code least} of them. */
    public static Rolling accuracy(AccountSeries account, Grain grain, int least) {
        long lengthNs = grain.lengthNs() * grain.window();
        double[] values = new double[account.points()];
        long resolved = 0;
        long hits = 0;
        int first = 0;
        for (int i = 0; i < values.length; i++) {
            resolved += account.resolved()[i];
            hits += account.hits()[i];
            while (account.timesNs()[i] - account.timesNs()[first] > lengthNs) {
                resolved -= account.resolved()[first];
                hits -= account.hits()[first];
                first++;
            }
            boolean whole = account.timesNs()[i] - account.timesNs()[0] >= lengthNs;
            values[i] = whole && resolved >= least ? hits / (double) resolved : Double.NaN;
        }
        return new Rolling(account.timesNs(), values);
    }

    /** Something to draw. */
    public boolean present() {
        return Arrays.stream(values).anyMatch(value -> !Double.isNaN(value));
    }

    private static double sharpe(double[] returns, int from, int window) {
        double sum = 0.0;
        for (int i = from; i < from + window; i++) {
            sum += returns[i];
        }
        double mean = sum / window;
        double squares = 0.0;
        for (int i = from; i < from + window; i++) {
            squares += (returns[i] - mean) * (returns[i] - mean);
        }
        return squares > 0.0 ? mean / StrictMath.sqrt(squares / (window - 1)) : Double.NaN;
    }
}
