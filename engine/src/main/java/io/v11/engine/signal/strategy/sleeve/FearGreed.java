package io.v11.engine.signal.strategy.sleeve;

import io.v11.config.ExternalSeries;

/** Momentum of the crypto fear and greed index, the same for all instruments: tanh((EMA7 - EMA30) / 10), in its daily values. */
final class FearGreed implements Sleeve {
    private static final double POINTS = 10.0;

    private final Ema week = new Ema(7);
    private final Ema month = new Ema(30);
    private double score;

    @Override
    public void onExternalValue(ExternalSeries series, double value) {
        if (series == ExternalSeries.FEAR_GREED) {
            score = StrictMath.tanh((week.add(value) - month.add(value)) / POINTS);
        }
    }

    @Override
    public double score(int instrument, PriceHistory prices) {
        return score;
    }

    @Override
    public long addTo(long hash) {
        return month.addTo(week.addTo(hash));
    }
}
