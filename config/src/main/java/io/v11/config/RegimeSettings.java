package io.v11.config;

import java.util.List;

/**
 * How the state of each instrument's market is told. With {@code bar: NONE} the other values are checked and not used.
 *
 * @param bar               length of the bars that it is told by: MINUTE, QUARTER_HOUR or HOUR; NONE: it is not told
 * @param windowBars        latest bars that the states are fitted on; as many must pass before the first fit
 * @param refitBars         bars between two fits; 0: the first one stays
 * @param trendBars         the trend is an exponential mean of this many standardised returns; 1: the bar's own
 * @param dwellBars         bars that a state is expected to last before any are seen; also between change points
 * @param runBars           longest run without a change that is told from a longer one
 * @param changeBars        a change at most this many bars ago counts as one now
 * @param changeProbability with a change as probable as this, a surer state is taken without further bars
 * @param entryProbability  posterior that a state needs to be taken
 * @param confirmBars       bars in a row on which it needs it
 * @param resetBars         after more bars without a trade or never given, all that was believed is forgotten
 * @param states            the states as they are, CALM, RISING, FALLING, TURBULENT; empty: they are fitted
 */
public record RegimeSettings(String bar, int windowBars, int refitBars, int trendBars, int dwellBars, int runBars,
        int changeBars, double changeProbability, double entryProbability, int confirmBars, int resetBars,
        List<State> states) {
    /** Rounds of a fit, one a bar: a new fit may not begin before the last has ended. */
    public static final int FIT_ROUNDS = 25;
    /** Stands for "not told". */
    public static final String NONE = "NONE";
    private static final int STATES = 4;

    /**
     * One state of the market.
     *
     * @param volatilityBps    median volatility of a bar by its range (Parkinson 1980), basis points
     * @param volatilitySpread standard deviation of its natural logarithm
     * @param trend            mean of the trend, in standard deviations of a market without one
     * @param trendSpread      standard deviation of the trend
     */
    public record State(double volatilityBps, double volatilitySpread, double trend, double trendSpread) {
    }

    /** Settings under which nothing is told. */
    public static RegimeSettings none() {
        return new RegimeSettings(NONE, 720, 168, 1, 48, 240, 5, 0.8, 0.8, 3, 24, List.of());
    }

    /** Whether the states are given and not fitted. */
    public boolean stated() {
        return !states.isEmpty();
    }

    void conclude(SettingsCheck check) {
        check.require(List.of(NONE, "MINUTE", "QUARTER_HOUR", "HOUR").contains(bar), "regime.bar",
                "NONE, MINUTE, QUARTER_HOUR or HOUR", bar);
        whole(check, windowBars, "windowBars", 100, Limits.REGIME_BARS);
        check.require(refitBars == 0 || refitBars > FIT_ROUNDS, "regime.refitBars",
                "0 or above " + FIT_ROUNDS + ", the bars that a fit takes", refitBars);
        whole(check, trendBars, "trendBars", 1, windowBars / 4);
        whole(check, dwellBars, "dwellBars", 2, windowBars);
        whole(check, runBars, "runBars", 10, Limits.REGIME_BARS);
        whole(check, changeBars, "changeBars", 1, runBars / 2);
        check.require(changeProbability > 0 && changeProbability <= 1, "regime.changeProbability",
                "above 0 and at most 1", changeProbability);
        // Above a half no two states can claim the same bar.
        check.require(entryProbability > 0.5 && entryProbability < 1, "regime.entryProbability",
                "above 0.5 and below 1", entryProbability);
        whole(check, confirmBars, "confirmBars", 1, windowBars);
        whole(check, resetBars, "resetBars", 0, windowBars);
        concludeStates(check);
    }

    private void concludeStates(SettingsCheck check) {
        if (states.isEmpty()) {
            return;
        }
        check.require(states.size() == STATES, "regime.states", "empty or the four CALM, RISING, FALLING, TURBULENT",
                states.size() + " states");
        check.require(refitBars == 0, "regime.refitBars", "0 where regime.states are given", refitBars);
        for (State state : states) {
            check.require(state.volatilityBps > 0 && state.volatilitySpread > 0 && state.trendSpread > 0,
                    "regime.states", "of volatilityBps, volatilitySpread and trendSpread above 0", state);
        }
        check.require(states.get(1).trend > states.get(0).trend && states.get(0).trend > states.get(2).trend,
                "regime.states", "of trends that fall from RISING over CALM to FALLING", states);
        for (int i = 0; i < STATES - 1; i++) {
            check.require(states.get(i).volatilityBps < states.get(STATES - 1).volatilityBps, "regime.states",
                    "with TURBULENT last and the most volatile", states);
        }
    }

    private static void whole(SettingsCheck check, int value, String key, int least, int most) {
        check.require(value >= least && value <= most, "regime." + key, "from " + least + " to " + most, value);
    }
}
