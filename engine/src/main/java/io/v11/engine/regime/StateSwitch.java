package io.v11.engine.regime;

import io.v11.config.RegimeSettings;
import io.v11.engine.slot.StateHash;

/**
 * Hysteresis: another state is taken when its posterior has reached the entry probability on some bars in a row, or on one
 * while a change of the market is probable. A posterior between the states changes nothing. Allocates nothing.
 */
final class StateSwitch {
    static final int UNKNOWN = -1;

    private final double entry;
    private final double change;
    private final int bars;
    private int state = UNKNOWN;
    private int candidate = UNKNOWN;
    private int seen;

    StateSwitch(RegimeSettings settings) {
        entry = settings.entryProbability();
        change = settings.changeProbability();
        bars = settings.confirmBars();
    }

    /** Place of the state, {@link #UNKNOWN} before the first. */
    int state() {
        return state;
    }

    void take(double[] posterior, double changeProbability) {
        int likeliest = likeliest(posterior);
        if (likeliest == state || posterior[likeliest] < entry) {
            candidate = UNKNOWN;
            seen = 0;
            return;
        }
        seen = likeliest == candidate ? seen + 1 : 1;
        candidate = likeliest;
        if (seen >= bars || changeProbability >= change) {
            state = likeliest;
            candidate = UNKNOWN;
            seen = 0;
        }
    }

    void reset() {
        state = UNKNOWN;
        candidate = UNKNOWN;
        seen = 0;
    }

    /** Of equals the first. */
    static int likeliest(double[] posterior) {
        int likeliest = 0;
        for (int i = 1; i < posterior.length; i++) {
            likeliest = posterior[i] > posterior[likeliest] ? i : likeliest;
        }
        return likeliest;
    }

    long stateHash(long start) {
        return StateHash.add(StateHash.add(StateHash.add(start, state), candidate), seen);
    }
}
