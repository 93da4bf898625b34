package io.v11.engine.regime;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * How many bars ago the market changed last: Bayesian online change-point detection (Adams, MacKay 2007, "Bayesian Online
 * Changepoint Detection", equations 1 to 3) on log volatility and standardised return of each bar, both from a normal
 * distribution of unknown mean and variance that stays from one change to the next.
 *
 * <pre>
 *   P(r + 1, x) = P(r) p_r(x) (1 - 1/dwell)          the run goes on
 *   P(0, x)     = sum_r P(r) p_r(x) / dwell          it has ended with this bar
 *   p_r(x)      = Student t with 2 alpha degrees, location mu, scale^2 beta (kappa + 1) / (alpha kappa)
 *   kappa + 1, alpha + 1/2, beta + kappa (x - mu)^2 / (2 (kappa + 1)), mu + (x - mu) / (kappa + 1)     after a bar
 * </pre>
 *
 * (normal-inverse-gamma: Murphy 2007, "Conjugate Bayesian analysis of the Gaussian distribution"). Runs longer than the limit
 * are one run that is judged by as many latest bars. Work per bar grows with the limit; allocates nothing after construction.
 */
final class ChangePoints {
    private static final int SERIES = 2;
    private static final double SHAPE = 2.0;
    /** Bars that the prior mean weighs: that of log volatility is vague, that of returns is zero give or take one deviation. */
    private static final double[] PRIOR_BARS = {0.1, 1.0};

    private final double hazard;
    private final int limit;
    private final double[] probability;
    private final double[] logPredictive;
    private final double[] logShapes;
    private final double[][] mean = new double[SERIES][];
    private final double[][] beta = new double[SERIES][];
    private final double[] priorMean = new double[SERIES];
    private final double[] priorBeta = new double[SERIES];
    private long bars;

    /** @param dwellBars expected length of a run  @param runBars longest one that is told from longer ones */
    ChangePoints(int dwellBars, int runBars) {
        hazard = 1.0 / dwellBars;
        limit = runBars;
        probability = new double[limit + 1];
        logPredictive = new double[limit + 1];
        logShapes = logShapes(limit);
        for (int s = 0; s < SERIES; s++) {
            mean[s] = new double[limit + 1];
            beta[s] = new double[limit + 1];
        }
        prior(0.0, 1.0);
        reset();
    }

    /** What is expected of a run before a bar of it. @param logVolatility mean of it  @param variance of it within a run */
    void prior(double logVolatility, double variance) {
        priorMean[0] = logVolatility;
        priorBeta[0] = SHAPE * variance;
        priorMean[1] = 0.0;
        priorBeta[1] = SHAPE;
        begin();
    }

    /** A run begins. */
    void reset() {
        Arrays.fill(probability, 0.0);
        probability[0] = 1.0;
        bars = 0;
    }

    /** A bar passes that is not seen: each run may have ended; none has another bar to be judged by. */
    void skip() {
        for (int r = 0; r <= limit; r++) {
            probability[r] *= 1.0 - hazard;
        }
        probability[0] += hazard;
    }

    /** A bar is seen. */
    void see(double volatility, double change) {
        pass(predict(volatility, change));
        age(0, volatility);
        age(1, change);
        begin();
        bars++;
    }

    /** That the last change lies at most so many bars back; 0 while not more bars than that have been seen. */
    double changedWithin(int changeBars) {
        if (bars <= changeBars) {
            return 0.0;
        }
        double sum = 0.0;
        for (int r = 0; r <= changeBars; r++) {
            sum += probability[r];
        }
        return Math.min(1.0, sum);
    }

    /** Of a run of so many bars. */
    double probability(int run) {
        return probability[run];
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, bars);
        // Runs that no bar can have reached yet hold nothing.
        int last = (int) Math.min(bars, limit);
        for (int r = 0; r <= last; r++) {
            hash = StateHash.add(hash, probability[r]);
            for (int s = 0; s < SERIES; s++) {
                hash = StateHash.add(StateHash.add(hash, mean[s][r]), beta[s][r]);
            }
        }
        for (int s = 0; s < SERIES; s++) {
            hash = StateHash.add(StateHash.add(hash, priorMean[s]), priorBeta[s]);
        }
        return hash;
    }

    /** Returns the highest, which {@link #pass} takes off so that the sum cannot vanish. */
    private double predict(double volatility, double change) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int r = 0; r <= limit; r++) {
            if (probability[r] > 0.0) {
                logPredictive[r] = logPredictive(0, r, volatility) + logPredictive(1, r, change);
                highest = Math.max(highest, logPredictive[r]);
            }
        }
        return highest;
    }

    private double logPredictive(int series, int run, double value) {
        double kappa = PRIOR_BARS[series] + run;
        double alpha = SHAPE + 0.5 * run;
        double distance = value - mean[series][run];
        double spread = 2.0 * beta[series][run] * (kappa + 1.0) / kappa;
        return logShapes[run] - 0.5 * StrictMath.log(spread)
                - (alpha + 0.5) * StrictMath.log(1.0 + distance * distance / spread);
    }

    private void pass(double highest) {
        double all = 0.0;
        for (int r = 0; r <= limit; r++) {
            if (probability[r] > 0.0) {
                probability[r] *= StrictMath.exp(logPredictive[r] - highest);
                all += probability[r];
            }
        }
        double goesOn = (1.0 - hazard) / all;
        probability[limit] = (probability[limit] + probability[limit - 1]) * goesOn;
        for (int r = limit - 1; r > 0; r--) {
            probability[r] = probability[r - 1] * goesOn;
        }
        probability[0] = hazard;
    }

    /** Each run is one bar longer; that below the limit takes the place of the longest: the latest bars judge it. */
    private void age(int series, double value) {
        double[] means = mean[series];
        double[] betas = beta[series];
        for (int r = limit; r > 0; r--) {
            double kappa = PRIOR_BARS[series] + r - 1;
            double distance = value - means[r - 1];
            betas[r] = betas[r - 1] + kappa * distance * distance / (2.0 * (kappa + 1.0));
            means[r] = means[r - 1] + distance / (kappa + 1.0);
        }
    }

    /** A run without a bar is as expected. */
    private void begin() {
        for (int s = 0; s < SERIES; s++) {
            mean[s][0] = priorMean[s];
            beta[s][0] = priorBeta[s];
        }
    }

    /** ln(Gamma(a + 1/2) / Gamma(a)) for a = SHAPE + r/2, by g(a + 1/2) = a / g(a) from g(1) = sqrt(pi) / 2. */
    private static double[] logShapes(int limit) {
        double[] values = new double[limit + 1];
        double value = 0.5 * StrictMath.log(StrictMath.PI) - StrictMath.log(2.0);
        for (double a = 1.0; a < SHAPE; a += 0.5) {
            value = StrictMath.log(a) - value;
        }
        for (int r = 0; r <= limit; r++) {
            values[r] = value;
            value = StrictMath.log(SHAPE + 0.5 * r) - value;
        }
        return values;
    }
}
