package io.v11.engine.signal.strategy.sleeve;

import io.v11.config.ExternalSeries;
import io.v11.engine.slot.StateHash;

/**
 * With the Nasdaq 100 and against the dollar: the mean of the trend of the one and minus that of the other, in daily closes.
 *
 * <pre>
 *   q = mean over h in {20, 60} of tanh((ln c - ln c[h]) / (sd sqrt h))     sd^2 = EMA60 of squared log returns
 *   score = (q(NDX) - q(DXY)) / 2
 * </pre>
 */
final class Macro implements Sleeve {
    private final DailyTrend dollar = new DailyTrend();
    private final DailyTrend nasdaq = new DailyTrend();

    @Override
    public void onExternalValue(ExternalSeries series, double value) {
        if (series == ExternalSeries.DXY) {
            dollar.add(value);
        } else if (series == ExternalSeries.NDX) {
            nasdaq.add(value);
        }
    }

    @Override
    public double score(int instrument, PriceHistory prices) {
        return 0.5 * (nasdaq.trend - dollar.trend);
    }

    @Override
    public long addTo(long hash) {
        return nasdaq.addTo(dollar.addTo(hash));
    }

    /** Trend of one daily series. */
    private static final class DailyTrend {
        private static final int[] HORIZONS = {20, 60};
        private static final int LONGEST = 60;

        private final double[] logs = new double[LONGEST + 1];
        private final Ema variance = new Ema(60);
        private int count;
        private double trend;

        void add(double close) {
            double log = StrictMath.log(close);
            double before = count == 0 ? log : logs[(count - 1) % (LONGEST + 1)];
            logs[count % (LONGEST + 1)] = log;
            count++;
            if (count == 1) {
                return;
            }
            double spread = Math.sqrt(variance.add((log - before) * (log - before)));
            double sum = 0.0;
            for (int horizon : HORIZONS) {
                double move = count > horizon ? log - logs[(count - 1 - horizon) % (LONGEST + 1)] : 0.0;
                sum += spread > 0.0 ? StrictMath.tanh(move / (spread * Math.sqrt(horizon))) : 0.0;
            }
            trend = sum / HORIZONS.length;
        }

        long addTo(long hash) {
            return variance.addTo(StateHash.add(hash, trend));
        }
    }
}
