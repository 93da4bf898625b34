package io.v11.training.data.split;

import org.agrona.collections.LongArrayList;

import io.v11.training.data.Dataset;

/**
 * Stretches of time that are predicted, of whatever instrument: no row of any instrument may be learnt from when its own span,
 * from decision to end of label, has a moment in common with one of them. Markets move together.
 */
final class HeldOut {
    private final LongArrayList fromNs = new LongArrayList();
    private final LongArrayList toNs = new LongArrayList();
    private final long purgeNs;
    private final long embargoNs;

    HeldOut(long purgeNs, long embargoNs) {
        this.purgeNs = purgeNs;
        this.embargoNs = embargoNs;
    }

    /** @param lastNs belongs to the stretch */
    void add(long firstNs, long lastNs) {
        fromNs.addLong(firstNs);
        toNs.addLong(lastNs);
    }

    /** The row's span, with purge behind its label and embargo behind each stretch, touches none of them. */
    boolean isClearOf(Dataset data, int row) {
        for (int i = 0; i < fromNs.size(); i++) {
            if (data.labelEndNs(row) + purgeNs >= fromNs.getLong(i)
                    && data.eventTimeNs(row) <= toNs.getLong(i) + embargoNs) {
                return false;
            }
        }
        return true;
    }
}
