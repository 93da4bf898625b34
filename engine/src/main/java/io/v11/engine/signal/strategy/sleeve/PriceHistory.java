package io.v11.engine.signal.strategy.sleeve;

import io.v11.engine.slot.StateHash;

/**
 * What all sleeves share of each instrument: the logarithms of its last closes, and the volatility of its hourly returns.
 * Windows count bars; hours that the venue never gave are not among them. Allocates nothing after construction.
 */
final class PriceHistory {
    /** Longest look back, bars. */
    static final int LONGEST = 1440;

    private final double[][] logCloses;
    private final double[] firstLogClose;
    private final int[] bars;
    private final double[] lastReturn;
    private final FadingMean[] variances;

    PriceHistory(int instruments, int volatilityBars) {
        logCloses = new double[instruments][LONGEST + 1];
        firstLogClose = new double[instruments];
        bars = new int[instruments];
        lastReturn = new double[instruments];
        variances = new FadingMean[instruments];
        for (int i = 0; i < instruments; i++) {
            variances[i] = new FadingMean(volatilityBars);
        }
    }

    void onBar(int instrument, double close) {
        double logClose = StrictMath.log(close);
        if (bars[instrument] == 0) {
            firstLogClose[instrument] = logClose;
        } else {
            lastReturn[instrument] = logClose - logClose(instrument);
            variances[instrument].add(lastReturn[instrument] * lastReturn[instrument]);
        }
        logCloses[instrument][bars[instrument] % (LONGEST + 1)] = logClose;
        bars[instrument]++;
    }

    /** Bars seen. */
    int bars(int instrument) {
        return bars[instrument];
    }

    double logClose(int instrument) {
        return logCloses[instrument][(bars[instrument] - 1) % (LONGEST + 1)];
    }

    double lastReturn(int instrument) {
        return lastReturn[instrument];
    }

    /** Standard deviation of hourly returns around zero; 0 while there are none. */
    double volatility(int instrument) {
        return Math.sqrt(variances[instrument].mean());
    }

    double variance(int instrument) {
        return variances[instrument].mean();
    }

    /**
     * Return over the last bars in units of its own standard deviation under a random walk; over all bars while there are
     * fewer, 0 in the first day.
     */
    double momentum(int instrument, int horizon) {
        int last = bars[instrument] - 1;
        double volatility = volatility(instrument);
        if (last < 24 || volatility == 0.0) {
            return 0.0;
        }
        double before = last >= horizon
                ? logCloses[instrument][(last - horizon) % (LONGEST + 1)]
                : firstLogClose[instrument];
        return (logClose(instrument) - before) / (volatility * Math.sqrt(horizon));
    }

    long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < bars.length; i++) {
            result = StateHash.add(StateHash.add(result, bars[i]), firstLogClose[i]);
            result = variances[i].addTo(StateHash.add(result, lastReturn[i]));
            result = StateHash.add(result, bars[i] == 0 ? 0.0 : logClose(i));
        }
        return result;
    }
}
