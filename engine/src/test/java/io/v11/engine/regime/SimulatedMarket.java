package io.v11.engine.regime;

import java.util.SplittableRandom;

import io.v11.engine.slot.MarketView;

/**
 * Bars of a market that really switches between four states: a Markov chain chooses the state of each bar, within which the
 * price walks with the state's volatility and drift in a number of steps. CALM 10 bp a bar without drift, RISING and FALLING 10 bp with
 * a drift up or down, TURBULENT 30 bp without.
 */
final class SimulatedMarket {
    private static final double[] VOLATILITY_BPS = {10.0, 10.0, 10.0, 30.0};
    private static final int STEPS = 30;
    private static final double START_E8 = 30_000.0e8;
    private static final long HOUR_NS = 3_600_000_000_000L;

    final MarketView.Bar bar = new MarketView.Bar();
    int state;
    private final SplittableRandom random;
    private final int dwellBars;
    private final double[] driftBps;
    private double priceE8 = START_E8;
    private long bars;

    SimulatedMarket(long seed, int dwellBars, double driftBps) {
        random = new SplittableRandom(seed);
        this.dwellBars = dwellBars;
        this.driftBps = new double[]{0.0, driftBps, -driftBps, 0.0};
        state = random.nextInt(MarkovModel.STATES);
    }

    /** The next bar, in {@link #bar}, of the state {@link #state}. */
    MarketView.Bar next() {
        if (random.nextInt(dwellBars) == 0) {
            state = (state + 1 + random.nextInt(MarkovModel.STATES - 1)) % MarkovModel.STATES;
        }
        return in(state);
    }

    /** The next bar, of a state that the caller chooses. */
    MarketView.Bar in(int chosen) {
        state = chosen;
        double open = priceE8;
        double high = open;
        double low = open;
        for (int i = 0; i < STEPS; i++) {
            double bps = driftBps[state] / STEPS
                    + VOLATILITY_BPS[state] / Math.sqrt(STEPS) * random.nextGaussian();
            priceE8 *= Math.exp(bps / 10_000.0);
            high = Math.max(high, priceE8);
            low = Math.min(low, priceE8);
        }
        bar.openTimeNs = bars++ * HOUR_NS;
        bar.openE8 = Math.round(open);
        bar.highE8 = Math.round(high);
        bar.lowE8 = Math.round(low);
        bar.closeE8 = Math.round(priceE8);
        bar.volumeE8 = 100_000_000L;
        bar.trades = STEPS;
        bar.missingBefore = 0;
        bar.emptyAfter = 0;
        return bar;
    }
}
