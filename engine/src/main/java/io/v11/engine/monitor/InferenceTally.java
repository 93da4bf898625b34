package io.v11.engine.monitor;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.Limits;
import io.v11.ml.ModelScores;

/** Counts what the inference budget left out and what the abstention gate let pass. Confined to the monitor's thread. */
public final class InferenceTally {
    private final long[] leftOut = new long[Limits.MODELS];
    private int members;
    private long degraded;
    private long unasked;
    private long confident;

    /**
     * What became of the decisions' scores; counts of decisions.
     *
     * @param degraded  some member was left out to keep the inference budget
     * @param unasked   every member was
     * @param confident scored, and let pass by the abstention gate
     * @param leftOut   by member, in the order of the scores
     */
    public record Figures(long degraded, long unasked, long confident, List<Long> leftOut) {
    }

    void onDecision(ModelScores scores) {
        members = scores.count();
        confident += scores.confident() ? 1 : 0;
        int mask = scores.skippedMask();
        if (mask == 0) {
            return;
        }
        degraded++;
        unasked += Integer.bitCount(mask) == members ? 1 : 0;
        for (int i = 0; i < members; i++) {
            leftOut[i] += mask >>> i & 1;
        }
    }

    long degraded() {
        return degraded;
    }

    long unasked() {
        return unasked;
    }

    long confident() {
        return confident;
    }

    Figures figures() {
        List<Long> byMember = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            byMember.add(leftOut[i]);
        }
        return new Figures(degraded, unasked, confident, List.copyOf(byMember));
    }
}
