package io.v11.training.performance.sample;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The stationary bootstrap (Politis and Romano 1994): a resampled history is made of runs of the real one, which begin
 * anywhere with equal chance, last a geometric number of periods and go on at the beginning after the end. A draw is
 * told as how often each period occurs in it, since all figures here are sums over periods; so any number of series can
 * share a draw and keep their dependence on each other. Seeded: the same seed gives the same draws on every machine.
 * Confined to one thread.
 */
public final class StationaryBootstrap {
    /** Draws that intervals are made of. */
    public static final int DRAWS = 1000;
    /** Fewest periods of which an interval is told. */
    public static final int PERIODS_MIN = 10;

    private final int periods;
    private final double endsWithChance;
    private final SplittableRandom random;

    /**
     * @param periods     length of the history
     * @param blockLength mean length of a run, periods; 1 draws single periods
     */
    public StationaryBootstrap(int periods, double blockLength, long seed) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods=" + periods + "; a bootstrap needs at least one");
        }
        if (!(blockLength >= 1.0) || blockLength == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "blockLength=" + blockLength + "; give a finite mean of at least 1 period");
        }
        this.periods = periods;
        endsWithChance = 1.0 / blockLength;
        random = new SplittableRandom(seed);
    }

    /**
     * Overwrites {@code times}, one per period, with how often each occurs in the next draw; they sum to the periods.
     */
    public void draw(double[] times) {
        if (times.length != periods) {
            throw new IllegalArgumentException("times has " + times.length + " places for " + periods + " periods");
        }
        Arrays.fill(times, 0.0);
        int period = random.nextInt(periods);
        for (int i = 0; i < periods; i++) {
            times[period]++;
            if (random.nextDouble() < endsWithChance) {
                period = random.nextInt(periods);
            } else {
                period = period + 1 == periods ? 0 : period + 1;
            }
        }
    }

    /**
     * Interval of the Sharpe of one period: percentiles of {@value #DRAWS} draws, runs as {@link BlockLength#ofSharpe}
     * says. Unknown for fewer than {@value #PERIODS_MIN} periods or without variance.
     */
    public static ConfidenceInterval ofSharpe(double[] returns, long seed) {
        Moments moments = Moments.of(returns);
        if (returns.length < PERIODS_MIN || !(moments.deviation() > 0.0)) {
            return ConfidenceInterval.unknown();
        }
        StationaryBootstrap bootstrap = new StationaryBootstrap(returns.length, BlockLength.ofSharpe(returns), seed);
        double[] times = new double[returns.length];
        double[] sharpes = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            bootstrap.draw(times);
            sharpes[draw] = sharpe(returns, times, moments.mean());
        }
        Arrays.sort(sharpes);
        double tail = 0.5 * (1.0 - ConfidenceInterval.USUAL);
        return new ConfidenceInterval(Quantiles.of(sharpes, tail), Quantiles.of(sharpes, 1.0 - tail),
                ConfidenceInterval.USUAL);
    }

    /**
     * Of a draw; differences from the mean of all, so that the squares keep their digits. A draw that never moves has
     * 0.
     */
    private static double sharpe(double[] returns, double[] times, double mean) {
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < returns.length; i++) {
            double difference = returns[i] - mean;
            sum += times[i] * difference;
            squares += times[i] * difference * difference;
        }
        int n = returns.length;
        double variance = (squares - sum * sum / n) / (n - 1);
        double drawn = mean + sum / n;
        return variance > 1e-12 * squares / n ? drawn / StrictMath.sqrt(variance) : 0.0;
    }
}
