package io.v11.ml.serving;

import java.util.Arrays;

import io.v11.config.Limits;
import io.v11.ml.FeatureVector;
import io.v11.ml.Memory;
import io.v11.ml.ModelException;
import io.v11.ml.net.StateDigest;

/**
 * Counts the unbroken decisions of each instrument. A decision is the first of a fresh start when there was none before it,
 * when the book was lost since (another episode), when more than the maximum gap lies between the two or time went back,
 * and when a decision between the two was not taken. Confined to one thread; allocates nothing after construction.
 */
final class Continuity {
    private final int enough;
    private final long maximumGapNs;
    private final int[] steps = new int[Limits.INSTRUMENTS];
    private final int[] episodes = new int[Limits.INSTRUMENTS];
    private final long[] timesNs = new long[Limits.INSTRUMENTS];

    Continuity(Memory memory) {
        enough = memory.warmUp() + 1;
        maximumGapNs = Math.multiplyExact(memory.maximumGapMs(), 1_000_000L);
    }

    /** Takes a decision; true when it is the first of a fresh start. */
    boolean begins(FeatureVector decision) {
        int instrument = decision.instrument();
        long gapNs = decision.timeNs() - timesNs[instrument];
        boolean begins = steps[instrument] == 0 || episodes[instrument] != decision.episode() || gapNs < 0
                || gapNs > maximumGapNs;
        steps[instrument] = begins ? 1 : Math.min(enough, steps[instrument] + 1);
        episodes[instrument] = decision.episode();
        timesNs[instrument] = decision.timeNs();
        return begins;
    }

    /** The decision taken last has enough before it to be scored. */
    boolean isWarm(int instrument) {
        return steps[instrument] >= enough;
    }

    void lose(int instrument) {
        steps[instrument] = 0;
    }

    void reset() {
        Arrays.fill(steps, 0);
    }

    /** Refuses vectors of an instrument that nobody has room for. */
    static void require(String model, FeatureVector decision) {
        int instrument = decision.instrument();
        if (instrument < 0 || instrument >= Limits.INSTRUMENTS) {
            throw new ModelException("model " + model + ": instrument " + instrument + " is not one of 0 to "
                    + (Limits.INSTRUMENTS - 1) + "; say with origin() whose the vector is");
        }
    }

    /** Adds what later answers depend on; times and episodes of an instrument that begins anyway are none of it. */
    long addTo(long hash) {
        long mixed = hash;
        for (int i = 0; i < steps.length; i++) {
            mixed = StateDigest.add(mixed, steps[i]);
            if (steps[i] > 0) {
                mixed = StateDigest.add(StateDigest.add(mixed, episodes[i]), timesNs[i]);
            }
        }
        return mixed;
    }
}
