package io.v11.ml.drift;

import java.util.Arrays;

import io.v11.ml.ModelException;

/**
 * Lets a decision pass as a sample when enough event time has gone by since the last sample of the instrument. Training
 * and live take their samples through it, or the two would weigh busy seconds differently. One thread; allocates nothing
 * after construction.
 */
public final class SampleGate {
    private final long spacingNs;
    private final long[] nextNs;

    /** @param spacingNs least event time between two samples of one instrument, nanoseconds */
    public SampleGate(int instruments, long spacingNs) {
        if (spacingNs <= 0) {
            throw new ModelException("spacing of samples must be above 0 ns, is " + spacingNs);
        }
        this.spacingNs = spacingNs;
        this.nextNs = new long[instruments];
        Arrays.fill(nextNs, Long.MIN_VALUE);
    }

    /** True when the decision is a sample. */
    public boolean take(int instrument, long timeNs) {
        if (timeNs < nextNs[instrument]) {
            return false;
        }
        nextNs[instrument] = timeNs + spacingNs;
        return true;
    }
}
