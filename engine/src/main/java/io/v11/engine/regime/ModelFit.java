package io.v11.engine.regime;

import java.util.Arrays;

/**
 * Fits a hidden Markov model to a window of observations by rounds of Baum-Welch (Rabiner 1989, section V.B) with priors, so
 * that the highest posterior is sought and no state can collapse or vanish:
 *
 * <pre>
 *   a_ij  = (expected steps i to j + dwell a0_ij) / (expected steps from i + dwell)         Dirichlet, a0 as of dwell bars
 *   m_j   = (sum g_j x + n m0_j) / (sum g_j + n)                                            normal
 *   s_j^2 = (sum g_j (x - m_j)^2 + n (m_j - m0_j)^2 + n s0^2) / (sum g_j + n)               inverse gamma
 * </pre>
 *
 * The deviation of log volatility is one for all states: that of a log range is the same at any volatility (Alizadeh, Brandt,
 * Diebold 2002), and with deviations of their own the widest state would claim the most violent bars, whatever its mean.
 *
 * <p>A model has no names for its states: any order of them is as likely. So the names are built in: CALM, RISING and FALLING share
 * their mean of log volatility, the trend of RISING is at least 0.1 and that of FALLING at most -0.1 deviations, the prior
 * expects TURBULENT above the others, and the first round begins from bars sorted in
 * that way by averages to both sides. Or the prior is what an earlier window taught: a state that the window does not
 * show stays what it was. Arrays are shared by all instruments and carry nothing from one call to the next. A round takes time in proportion to the window;
 * allocates nothing after construction.
 */
final class ModelFit {
    private static final int STATES = MarkovModel.STATES;
    /** Bars that a prior weighs which nothing but the meaning of the names stands behind. */
    private static final double NAME_BARS = 5.0;
    /** Bars that the states weigh which an earlier window taught. */
    private static final double LEARNT_BARS = 40.0;
    private static final double PRIOR_TREND = 0.5;
    private static final double LEAST_TREND = 0.1;
    private static final double PRIOR_RISE = StrictMath.log(2.0);
    private static final double PRIOR_VOLATILITY_DEVIATION = 0.3;
    /** Nearer means of volatility are one: no bar is sorted as turbulent. */
    private static final double LEAST_RISE = StrictMath.log(1.5);
    private static final int VOLATILITY_REACH = 3;
    private static final int TREND_REACH = 10;
    private static final int SPLIT_ROUNDS = 10;

    private final int dwellBars;
    private final double[] density;
    private final double[] forward;
    private final double[] scale;
    private final double[] smoothVolatility;
    private final double[] smoothTrend;
    private final double[] backward = new double[STATES];
    private final double[] weighted = new double[STATES];
    private final double[] steps = new double[STATES * STATES];
    private final double[] weight = new double[STATES];
    private final double[] volatilitySum = new double[STATES];
    private final double[] volatilitySquares = new double[STATES];
    private final double[] trendSum = new double[STATES];
    private final double[] trendSquares = new double[STATES];
    private final MarkovModel prior = new MarkovModel();
    private double priorBars;

    ModelFit(int windowBars, int dwellBars) {
        this.dwellBars = dwellBars;
        density = new double[windowBars * STATES];
        forward = new double[windowBars * STATES];
        scale = new double[windowBars];
        smoothVolatility = new double[windowBars];
        smoothTrend = new double[windowBars];
    }

    /** A first model, from bars sorted by their averages. */
    void begin(ObservationWindow window, MarkovModel model) {
        int size = window.size();
        expectNames(window);
        for (int t = 0; t < size; t++) {
            smoothVolatility[t] = average(window, t, VOLATILITY_REACH, true);
            smoothTrend[t] = average(window, t, TREND_REACH, false);
        }
        double turbulentAbove = turbulentAbove(size);
        double trendAbove = 0.75 * quietTrendDeviation(size, turbulentAbove);
        clear();
        Arrays.fill(model.volatilityMean, meanVolatility(window));
        Arrays.fill(model.trendMean, 0.0);
        int before = -1;
        for (int t = 0; t < size; t++) {
            int state = sorted(t, turbulentAbove, trendAbove);
            add(model, state, 1.0, window.volatility(t), window.trend(t));
            if (before >= 0 && !window.cut(t)) {
                steps[before * STATES + state] += 1.0;
            }
            before = state;
        }
        maximise(model);
    }

    /**
     * One round: expectations under the model, then the model that they make likeliest.
     *
     * @param learnt what an earlier window taught, null when there was none
     * @return log likelihood of the window under the model as it was, without the constant
     */
    double round(ObservationWindow window, MarkovModel model, MarkovModel learnt) {
        if (learnt == null) {
            expectNames(window);
        } else {
            prior.copyFrom(learnt);
            priorBars = LEARNT_BARS;
        }
        double logLikelihood = forward(window, model);
        clear();
        int last = window.size() - 1;
        Arrays.fill(backward, 1.0);
        for (int t = last; t >= 0; t--) {
            if (t < last) {
                stepBack(model, t, window.cut(t + 1));
            }
            for (int j = 0; j < STATES; j++) {
                add(model, j, forward[t * STATES + j] * backward[j], window.volatility(t), window.trend(t));
            }
        }
        maximise(model);
        return logLikelihood;
    }

    private double forward(ObservationWindow window, MarkovModel model) {
        double logLikelihood = 0.0;
        for (int t = 0; t < window.size(); t++) {
            logLikelihood += model.densities(window.volatility(t), window.trend(t), density, t * STATES);
            double sum = 0.0;
            for (int j = 0; j < STATES; j++) {
                double predicted = 1.0 / STATES;
                if (t > 0 && !window.cut(t)) {
                    predicted = 0.0;
                    for (int i = 0; i < STATES; i++) {
                        predicted += forward[(t - 1) * STATES + i] * model.transition[i * STATES + j];
                    }
                }
                forward[t * STATES + j] = predicted * density[t * STATES + j];
                sum += forward[t * STATES + j];
            }
            for (int j = 0; j < STATES; j++) {
                forward[t * STATES + j] /= sum;
            }
            scale[t] = sum;
            logLikelihood += StrictMath.log(sum);
        }
        return logLikelihood;
    }

    private void stepBack(MarkovModel model, int t, boolean cut) {
        if (cut) {
            Arrays.fill(backward, 1.0);
            return;
        }
        for (int j = 0; j < STATES; j++) {
            weighted[j] = density[(t + 1) * STATES + j] * backward[j] / scale[t + 1];
        }
        for (int i = 0; i < STATES; i++) {
            double sum = 0.0;
            for (int j = 0; j < STATES; j++) {
                double step = model.transition[i * STATES + j] * weighted[j];
                steps[i * STATES + j] += forward[t * STATES + i] * step;
                sum += step;
            }
            backward[i] = sum;
        }
    }

    private void clear() {
        Arrays.fill(steps, 0.0);
        Arrays.fill(weight, 0.0);
        Arrays.fill(volatilitySum, 0.0);
        Arrays.fill(volatilitySquares, 0.0);
        Arrays.fill(trendSum, 0.0);
        Arrays.fill(trendSquares, 0.0);
    }

    /** Sums are of distances to the model's means, so that the squares lose no digits. */
    private void add(MarkovModel model, int state, double share, double volatility, double trend) {
        double v = volatility - model.volatilityMean[state];
        double t = trend - model.trendMean[state];
        weight[state] += share;
        volatilitySum[state] += share * v;
        volatilitySquares[state] += share * v * v;
        trendSum[state] += share * t;
        trendSquares[state] += share * t * t;
    }

    private void maximise(MarkovModel model) {
        double squares = 0.0;
        double bars = 0.0;
        double quiet = 0.0;
        double quietBars = 0.0;
        for (int j = 0; j < STATES; j++) {
            double all = weight[j] + priorBars;
            double volatility = prior.volatilityMean[j] - model.volatilityMean[j];
            double trend = prior.trendMean[j] - model.trendMean[j];
            double v = (volatilitySum[j] + priorBars * volatility) / all;
            double t = (trendSum[j] + priorBars * trend) / all;
            squares += squares(volatilitySquares[j], volatilitySum[j], weight[j], v)
                    + priorSquares(prior.volatilityDeviation[j], v - volatility);
            bars += all;
            double trendVariance = (squares(trendSquares[j], trendSum[j], weight[j], t)
                    + priorSquares(prior.trendDeviation[j], t - trend)) / all;
            model.volatilityMean[j] += v;
            model.trendMean[j] += t;
            quiet += j == MarkovModel.TURBULENT ? 0.0 : all * model.volatilityMean[j];
            quietBars += j == MarkovModel.TURBULENT ? 0.0 : all;
            model.trendDeviation[j] = Math.sqrt(trendVariance);
        }
        Arrays.fill(model.volatilityMean, 0, MarkovModel.TURBULENT, quiet / quietBars);
        model.trendMean[MarkovModel.RISING] = Math.max(LEAST_TREND, model.trendMean[MarkovModel.RISING]);
        model.trendMean[MarkovModel.FALLING] = Math.min(-LEAST_TREND, model.trendMean[MarkovModel.FALLING]);
        Arrays.fill(model.volatilityDeviation, Math.sqrt(squares / bars));
        maximiseSteps(model);
        model.conclude();
    }

    private void maximiseSteps(MarkovModel model) {
        for (int i = 0; i < STATES; i++) {
            double from = dwellBars;
            for (int j = 0; j < STATES; j++) {
                from += steps[i * STATES + j];
            }
            for (int j = 0; j < STATES; j++) {
                double prior = i == j ? dwellBars - 1.0 : 1.0 / (STATES - 1);
                model.transition[i * STATES + j] = (steps[i * STATES + j] + prior) / from;
            }
        }
    }

    /** Of distances to another mean, never below 0. */
    private static double squares(double squares, double sum, double weight, double mean) {
        return Math.max(0.0, squares - 2.0 * mean * sum + weight * mean * mean);
    }

    private double priorSquares(double deviation, double distance) {
        return priorBars * (distance * distance + deviation * deviation);
    }

    private void expectNames(ObservationWindow window) {
        Arrays.fill(prior.volatilityMean, meanVolatility(window));
        Arrays.fill(prior.volatilityDeviation, PRIOR_VOLATILITY_DEVIATION);
        Arrays.fill(prior.trendMean, 0.0);
        Arrays.fill(prior.trendDeviation, 1.0);
        prior.volatilityMean[MarkovModel.TURBULENT] += PRIOR_RISE;
        prior.trendMean[MarkovModel.RISING] = PRIOR_TREND;
        prior.trendMean[MarkovModel.FALLING] = -PRIOR_TREND;
        priorBars = NAME_BARS;
    }

    private static double meanVolatility(ObservationWindow window) {
        double sum = 0.0;
        for (int t = 0; t < window.size(); t++) {
            sum += window.volatility(t);
        }
        return sum / window.size();
    }

    private int sorted(int t, double turbulentAbove, double trendAbove) {
        if (smoothVolatility[t] > turbulentAbove) {
            return MarkovModel.TURBULENT;
        }
        if (smoothTrend[t] > trendAbove) {
            return MarkovModel.RISING;
        }
        return smoothTrend[t] < -trendAbove ? MarkovModel.FALLING : MarkovModel.CALM;
    }

    private static double average(ObservationWindow window, int t, int reach, boolean volatility) {
        int from = Math.max(0, t - reach);
        int to = Math.min(window.size() - 1, t + reach);
        double sum = 0.0;
        for (int i = from; i <= to; i++) {
            sum += volatility ? window.volatility(i) : window.trend(i);
        }
        return sum / (to - from + 1);
    }

    /** Half way between the means of two groups (Lloyd 1982); infinite when they are too near to be two. */
    private double turbulentAbove(int size) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < size; t++) {
            low = Math.min(low, smoothVolatility[t]);
            high = Math.max(high, smoothVolatility[t]);
        }
        for (int round = 0; round < SPLIT_ROUNDS && high > low; round++) {
            double middle = 0.5 * (low + high);
            double below = 0.0;
            double above = 0.0;
            int count = 0;
            for (int t = 0; t < size; t++) {
                boolean higher = smoothVolatility[t] > middle;
                count += higher ? 1 : 0;
                above += higher ? smoothVolatility[t] : 0.0;
                below += higher ? 0.0 : smoothVolatility[t];
            }
            // The highest lies above the middle and the lowest does not: neither group is empty.
            high = above / count;
            low = below / (size - count);
        }
        return high - low < LEAST_RISE ? Double.POSITIVE_INFINITY : 0.5 * (low + high);
    }

    private double quietTrendDeviation(int size, double turbulentAbove) {
        double squares = 0.0;
        int count = 0;
        for (int t = 0; t < size; t++) {
            if (smoothVolatility[t] <= turbulentAbove) {
                squares += smoothTrend[t] * smoothTrend[t];
                count++;
            }
        }
        return count == 0 ? 0.0 : Math.sqrt(squares / count);
    }
}
