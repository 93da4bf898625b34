package io.v11.engine.signal.strategy.sleeve;

/**
 * Takers' net buying as a share of turnover over a week, against its own last month.
 *
 * <pre>
 *   x = EMA168((2 taker buys - volume) close) / EMA168(volume close)     tanh((x - EMA720(x)) / sd)
 * </pre>
 *
 * Signed order flow moves prices (Kyle 1985; Cont, Kukanov, Stoikov 2014); that it goes on for weeks is an assumption here.
 */
final class TakerFlow implements Sleeve {
    private static final int WEEK = 168;
    private static final int MONTH = 720;
    private static final double LEAST_TURNOVER = 1e-9;
    private static final double LEAST_VARIANCE = 1e-12;

    private final Ema[] net;
    private final Ema[] turnover;
    private final Ema[] mean;
    private final Ema[] variance;
    private final double[] scores;

    TakerFlow(int instruments) {
        net = new Ema[instruments];
        turnover = new Ema[instruments];
        mean = new Ema[instruments];
        variance = new Ema[instruments];
        scores = new double[instruments];
        for (int i = 0; i < instruments; i++) {
            net[i] = new Ema(WEEK);
            turnover[i] = new Ema(WEEK);
            mean[i] = new Ema(MONTH);
            variance[i] = new Ema(MONTH);
        }
    }

    @Override
    public void onBar(int instrument, SleeveBar bar, PriceHistory prices) {
        double share = net[instrument].add((2.0 * bar.takerBuyVolume - bar.volume) * bar.close)
                / Math.max(turnover[instrument].add(bar.volume * bar.close), LEAST_TURNOVER);
        double excess = share - mean[instrument].add(share);
        double spread = Math.sqrt(variance[instrument].add(excess * excess) + LEAST_VARIANCE);
        scores[instrument] = StrictMath.tanh(excess / spread);
    }

    @Override
    public double score(int instrument, PriceHistory prices) {
        return scores[instrument];
    }

    @Override
    public long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < net.length; i++) {
            result = variance[i].addTo(mean[i].addTo(turnover[i].addTo(net[i].addTo(result))));
        }
        return result;
    }
}
