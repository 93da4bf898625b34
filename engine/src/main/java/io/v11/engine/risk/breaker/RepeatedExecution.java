package io.v11.engine.risk.breaker;

import java.util.Arrays;

import io.v11.config.RiskLimits;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.Side;

/**
 * Orders of one instrument that were filled on the same side, none on the other between, within a window: what a strategy does that
 * does not see its own fills. Each order counts once, at its first fill. The window is open at its old end.
 */
final class RepeatedExecution {
    private static final long NS_PER_MS = 1_000_000L;

    private final long windowNs;
    private final int limit;
    private final long[][] timesNs;
    private final Side[] sides;
    private final int[] counts;

    RepeatedExecution(int instruments, RiskLimits.Pace limits) {
        windowNs = Math.multiplyExact(limits.repeatedWindowMs(), NS_PER_MS);
        limit = limits.repeatedFills();
        timesNs = new long[instruments][limit];
        sides = new Side[instruments];
        Arrays.fill(sides, Side.NONE);
        counts = new int[instruments];
    }

    /** An order was filled for the first time; true when it is one too many. */
    boolean onFilled(int instrument, Side side, long timeNs) {
        if (limit == 0) {
            return false;
        }
        if (sides[instrument] != side) {
            sides[instrument] = side;
            counts[instrument] = 0;
        }
        long[] times = timesNs[instrument];
        times[counts[instrument] % limit] = timeNs;
        counts[instrument]++;
        if (counts[instrument] < limit) {
            return false;
        }
        // Once as many as the limit are kept, the next place holds the oldest of them.
        return timeNs - times[counts[instrument] % limit] < windowNs;
    }

    void accept() {
        Arrays.fill(sides, Side.NONE);
    }

    long addTo(long hash) {
        long result = hash;
        for (int i = 0; i < counts.length; i++) {
            result = StateHash.add(StateHash.add(result, sides[i].value()), counts[i]);
            for (int k = 0; k < Math.min(counts[i], limit); k++) {
                result = StateHash.add(result, timesNs[i][k]);
            }
        }
        return result;
    }
}
