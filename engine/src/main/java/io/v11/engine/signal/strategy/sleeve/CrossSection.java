package io.v11.engine.signal.strategy.sleeve;

import io.v11.engine.slot.StateHash;

/**
 * Momentum against the other instruments: the mean of the moves of one, two and four weeks, each in its own standard
 * deviations, less the mean of all instruments. Liu, Tsyvinski, Wu 2022 find the effect in crypto at one to four weeks.
 */
final class CrossSection implements Sleeve {
    private static final int[] HORIZONS = {168, 336, 720};

    private final double[] moves;
    private final boolean[] seen;
    private int count;

    CrossSection(int instruments) {
        moves = new double[instruments];
        seen = new boolean[instruments];
    }

    @Override
    public void onBar(int instrument, SleeveBar bar, PriceHistory prices) {
        if (!seen[instrument]) {
            seen[instrument] = true;
            count++;
        }
        double sum = 0.0;
        for (int horizon : HORIZONS) {
            sum += prices.momentum(instrument, horizon);
        }
        moves[instrument] = sum / HORIZONS.length;
    }

    @Override
    public double score(int instrument, PriceHistory prices) {
        double sum = 0.0;
        for (double move : moves) {
            sum += move;
        }
        return StrictMath.tanh(moves[instrument] - sum / count);
    }

    @Override
    public long addTo(long hash) {
        long result = hash;
        for (double move : moves) {
            result = StateHash.add(result, move);
        }
        return result;
    }
}
