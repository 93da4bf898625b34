package io.v11.engine.signal.strategy.sleeve;

/**
 * The plain trend rule that every report compares with: two crossings of averages over 24, 96 and 384 hours.
 *
 * <pre>
 *   (tanh((E24 - E96) / (sigma sqrt 96)) + tanh((E96 - E384) / (sigma sqrt 384))) / 2     E of ln close
 * </pre>
 */
final class EmaBlend implements Sleeve {
    private static final int FAST = 24;
    private static final int MIDDLE = 96;
    private static final int SLOW = 384;

    private final Ema[] fast;
    private final Ema[] middle;
    private final Ema[] slow;

    EmaBlend(int instruments) {
        fast = new Ema[instruments];
        middle = new Ema[instruments];
        slow = new Ema[instruments];
        for (int i = 0; i < instruments; i++) {
            fast[i] = new Ema(FAST);
            middle[i] = new Ema(MIDDLE);
            slow[i] = new Ema(SLOW);
        }
    }

    @Override
    public void onBar(int instrument, SleeveBar bar, PriceHistory prices) {
        fast[instrument].add(prices.logClose(instrument));
        middle[instrument].add(prices.logClose(instrument));
        slow[instrument].add(prices.logClose(instrument));
    }

    @Override
    public double score(int instrument, PriceHistory prices) {
        double sigma = prices.volatility(instrument);
        if (sigma == 0.0) {
            return 0.0;
        }
        return 0.5 * (StrictMath
                .tanh((fast[instrument].value() - middle[instrument].value()) / (sigma * Math.sqrt(MIDDLE)))
                + StrictMath.tanh((middle[instrument].value() - slow[instrument].value()) / (sigma * Math.sqrt(SLOW))));
    }

    @Override
    public long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < fast.length; i++) {
            result = slow[i].addTo(middle[i].addTo(fast[i].addTo(result)));
        }
        return result;
    }
}
