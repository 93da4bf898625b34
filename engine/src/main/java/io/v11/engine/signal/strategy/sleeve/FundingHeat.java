package io.v11.engine.signal.strategy.sleeve;

import io.v11.config.ExternalSeries;

/**
 * Against crowded longs: minus the week's mean funding rate of the BTC perpetual, in standard deviations of its quarter.
 *
 * <pre>
 *   -tanh((EMA7(f) - EMA90(f)) / sd)     sd^2 = EMA90((f - EMA90(f))^2)
 * </pre>
 */
final class FundingHeat implements Sleeve {
    private final Ema week = new Ema(7);
    private final Ema quarter = new Ema(90);
    private final Ema variance = new Ema(90);
    private double score;

    @Override
    public void onExternalValue(ExternalSeries series, double value) {
        if (series == ExternalSeries.FUNDING_BTC) {
            double recent = week.add(value);
            double usual = quarter.add(value);
            double spread = Math.sqrt(variance.add((value - usual) * (value - usual)));
            score = spread > 0.0 ? -StrictMath.tanh((recent - usual) / spread) : 0.0;
        }
    }

    @Override
    public double score(int instrument, PriceHistory prices) {
        return score;
    }

    @Override
    public long addTo(long hash) {
        return variance.addTo(quarter.addTo(week.addTo(hash)));
    }
}
