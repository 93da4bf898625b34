package io.v11.training.data.split;

import io.v11.config.Limits;
import io.v11.training.data.Dataset;

/**
 * The time that each instrument has rows in, from its first row to its last, and the moments that cut it at given shares.
 * Instruments are recorded at different hours: one moment for all would leave some of them without rows before it or behind
 * it. Immutable.
 */
final class OwnTime {
    private final long[] firstNs = new long[Limits.INSTRUMENTS];
    private final long[] lengthNs = new long[Limits.INSTRUMENTS];

    /** @param rows ascending in time */
    OwnTime(Dataset data, int[] rows) {
        for (int row : rows) {
            int instrument = data.instrument(row);
            if (lengthNs[instrument] == 0L) {
                firstNs[instrument] = data.eventTimeNs(row);
            }
            lengthNs[instrument] = data.eventTimeNs(row) - firstNs[instrument] + 1L;
        }
    }

    /** The instrument has rows. */
    boolean has(int instrument) {
        return lengthNs[instrument] > 0L;
    }

    /** Moment at which the share of the instrument's time is over; 1 is just behind its last row. */
    long atNs(int instrument, double share) {
        return firstNs[instrument]
                + (share >= 1.0 ? lengthNs[instrument] : (long) (Math.max(0.0, share) * lengthNs[instrument]));
    }
}
