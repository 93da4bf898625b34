package io.v11.engine.signal.strategy.sleeve;

/**
 * Time-series momentum over 5 to 60 days: the mean of three forms over five horizons h, so that no single choice decides.
 *
 * <pre>
 *   tanh((EMA(ln close; h/4) - EMA(ln close; h)) / (sigma k_h))     k_h^2 = the variance of the difference on a random walk
 *   tanh((ln close - ln close h bars before) / (sigma sqrt h))
 *   breakout of the channel of h bars: -1, 0, 1
 * </pre>
 *
 * Moskowitz, Ooi, Pedersen 2012 (momentum); Baz and others 2015 (crossings); Zarattini, Pagani, Barbon 2025 (channels on
 * crypto, of whose horizons these are the ones up to 60 days).
 */
final class Trend implements Sleeve {
    private static final int[] HORIZONS = {120, 240, 480, 720, 1440};
    private static final int FORMS = 3;

    private final Ema[][] fast;
    private final Ema[][] slow;
    private final Channel[][] channels;
    private final double[] spread = new double[HORIZONS.length];

    Trend(int instruments) {
        fast = new Ema[instruments][HORIZONS.length];
        slow = new Ema[instruments][HORIZONS.length];
        channels = new Channel[instruments][HORIZONS.length];
        for (int h = 0; h < HORIZONS.length; h++) {
            spread[h] = spread(HORIZONS[h] / 4.0, HORIZONS[h]);
            for (int i = 0; i < instruments; i++) {
                fast[i][h] = new Ema(HORIZONS[h] / 4.0);
                slow[i][h] = new Ema(HORIZONS[h]);
                channels[i][h] = new Channel(HORIZONS[h]);
            }
        }
    }

    /** Standard deviation of EMA(fast) - EMA(slow) of a random walk with unit steps: each lags by q / (1 - q) decayed steps. */
    static double spread(double fastSpan, double slowSpan) {
        double p = 1.0 - 2.0 / (fastSpan + 1.0);
        double q = 1.0 - 2.0 / (slowSpan + 1.0);
        return Math.sqrt(q * q / (1.0 - q * q) + p * p / (1.0 - p * p) - 2.0 * p * q / (1.0 - p * q));
    }

    @Override
    public void onBar(int instrument, SleeveBar bar, PriceHistory prices) {
        double logClose = prices.logClose(instrument);
        for (int h = 0; h < HORIZONS.length; h++) {
            fast[instrument][h].add(logClose);
            slow[instrument][h].add(logClose);
            channels[instrument][h].onBar(bar.high, bar.low, bar.close);
        }
    }

    @Override
    public double score(int instrument, PriceHistory prices) {
        double sigma = prices.volatility(instrument);
        if (sigma == 0.0) {
            return 0.0;
        }
        double sum = 0.0;
        for (int h = 0; h < HORIZONS.length; h++) {
            sum += StrictMath.tanh((fast[instrument][h].value() - slow[instrument][h].value()) / (sigma * spread[h]));
            sum += StrictMath.tanh(prices.momentum(instrument, HORIZONS[h]));
            sum += channels[instrument][h].state();
        }
        return sum / (FORMS * HORIZONS.length);
    }

    @Override
    public long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < fast.length; i++) {
            for (int h = 0; h < HORIZONS.length; h++) {
                result = channels[i][h].addTo(slow[i][h].addTo(fast[i][h].addTo(result)));
            }
        }
        return result;
    }
}
