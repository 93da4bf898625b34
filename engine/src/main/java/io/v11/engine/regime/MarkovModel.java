package io.v11.engine.regime;

import io.v11.config.RegimeSettings;
import io.v11.engine.slot.RegimeView;
import io.v11.engine.slot.StateHash;

/**
 * Parameters of a hidden Markov model with Gaussian observations: how probable each state follows each, and mean and
 * deviation of log volatility and trend in it. Given the state the two are taken as independent:
 *
 * <pre>
 *   ln b_j(v, t) = -ln(s_vj s_tj) - ((v - m_vj) / s_vj)^2 / 2 - ((t - m_tj) / s_tj)^2 / 2      without the constant
 * </pre>
 *
 * (Rabiner 1989, "A tutorial on hidden Markov models"). A state is known by its place: CALM, RISING, FALLING, TURBULENT.
 * Confined to one thread; allocates nothing after construction.
 */
final class MarkovModel {
    static final int STATES = RegimeView.STATES;
    static final int CALM = 0;
    static final int RISING = 1;
    static final int FALLING = 2;
    static final int TURBULENT = 3;
    private static final double BPS = 10_000.0;

    /** From a state (row) to a state, row by row. */
    final double[] transition = new double[STATES * STATES];
    final double[] volatilityMean = new double[STATES];
    final double[] volatilityDeviation = new double[STATES];
    final double[] trendMean = new double[STATES];
    final double[] trendDeviation = new double[STATES];
    private final double[] logScale = new double[STATES];

    /** Every state lasts this many bars in the mean, and any other may follow. */
    void dwell(int bars) {
        for (int i = 0; i < STATES; i++) {
            for (int j = 0; j < STATES; j++) {
                transition[i * STATES + j] = i == j ? 1.0 - 1.0 / bars : 1.0 / bars / (STATES - 1);
            }
        }
    }

    /** Takes the states that the settings name. */
    void take(RegimeSettings settings) {
        dwell(settings.dwellBars());
        for (int i = 0; i < STATES; i++) {
            RegimeSettings.State state = settings.states().get(i);
            volatilityMean[i] = StrictMath.log(state.volatilityBps() / BPS);
            volatilityDeviation[i] = state.volatilitySpread();
            trendMean[i] = state.trend();
            trendDeviation[i] = state.trendSpread();
        }
        conclude();
    }

    /** To be called when parameters have been set. */
    void conclude() {
        for (int i = 0; i < STATES; i++) {
            logScale[i] = -StrictMath.log(volatilityDeviation[i] * trendDeviation[i]);
        }
    }

    double logDensity(int state, double volatility, double trend) {
        double v = (volatility - volatilityMean[state]) / volatilityDeviation[state];
        double t = (trend - trendMean[state]) / trendDeviation[state];
        return logScale[state] - 0.5 * (v * v + t * t);
    }

    /**
     * Densities at an observation, over the highest of them: none can vanish for all states.
     *
     * @return logarithm of the highest
     */
    double densities(double volatility, double trend, double[] to, int offset) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < STATES; i++) {
            to[offset + i] = logDensity(i, volatility, trend);
            highest = Math.max(highest, to[offset + i]);
        }
        for (int i = 0; i < STATES; i++) {
            to[offset + i] = StrictMath.exp(to[offset + i] - highest);
        }
        return highest;
    }

    void copyFrom(MarkovModel other) {
        System.arraycopy(other.transition, 0, transition, 0, transition.length);
        for (int i = 0; i < STATES; i++) {
            copyState(other, i, i);
        }
        conclude();
    }

    /**
     * Takes another's states in the order of their names: TURBULENT is the most volatile; of the others RISING has the
     * highest trend, FALLING the lowest. Of equals the one that stood first wins.
     */
    void nameFrom(MarkovModel other) {
        int turbulent = CALM;
        for (int i = 1; i < STATES; i++) {
            turbulent = other.volatilityMean[i] > other.volatilityMean[turbulent] ? i : turbulent;
        }
        int rising = turbulent == 0 ? 1 : 0;
        int falling = rising;
        for (int i = 0; i < STATES; i++) {
            if (i != turbulent) {
                rising = other.trendMean[i] > other.trendMean[rising] ? i : rising;
                falling = other.trendMean[i] < other.trendMean[falling] ? i : falling;
            }
        }
        // With three equal trends the order of the states decides.
        falling = falling == rising ? firstBut(turbulent, rising, rising) : falling;
        int calm = firstBut(turbulent, rising, falling);
        take(other, calm, rising, falling, turbulent);
    }

    /** The names say what the states are: RISING rises and FALLING falls. */
    boolean namedRightly() {
        return trendMean[RISING] > 0.0 && trendMean[FALLING] < 0.0;
    }

    long stateHash(long start) {
        long hash = start;
        for (double probability : transition) {
            hash = StateHash.add(hash, probability);
        }
        for (int i = 0; i < STATES; i++) {
            hash = StateHash.add(StateHash.add(hash, volatilityMean[i]), volatilityDeviation[i]);
            hash = StateHash.add(StateHash.add(hash, trendMean[i]), trendDeviation[i]);
        }
        return hash;
    }

    private void take(MarkovModel other, int calm, int rising, int falling, int turbulent) {
        for (int i = 0; i < STATES; i++) {
            int from = source(i, calm, rising, falling, turbulent);
            copyState(other, from, i);
            for (int j = 0; j < STATES; j++) {
                transition[i * STATES + j] = other.transition[from * STATES
                        + source(j, calm, rising, falling, turbulent)];
            }
        }
        conclude();
    }

    private void copyState(MarkovModel other, int from, int to) {
        volatilityMean[to] = other.volatilityMean[from];
        volatilityDeviation[to] = other.volatilityDeviation[from];
        trendMean[to] = other.trendMean[from];
        trendDeviation[to] = other.trendDeviation[from];
    }

    private static int source(int state, int calm, int rising, int falling, int turbulent) {
        return switch (state) {
            case CALM -> calm;
            case RISING -> rising;
            case FALLING -> falling;
            default -> turbulent;
        };
    }

    private static int firstBut(int a, int b, int c) {
        for (int i = 0; i < STATES; i++) {
            if (i != a && i != b && i != c) {
                return i;
            }
        }
        throw new IllegalStateException("four states, of which three are " + a + ", " + b + " and " + c);
    }
}
