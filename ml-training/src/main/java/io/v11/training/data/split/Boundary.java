package io.v11.training.data.split;

import java.util.function.IntPredicate;

import org.agrona.collections.IntArrayList;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;

/**
 * The two guards at a boundary between rows that are learnt from and rows that are predicted (López de Prado, Advances in
 * Financial Machine Learning, 7.4). Purge: a row before the boundary is dropped when its label ends less than a gap before
 * it. Embargo: rows behind it are dropped for a while.
 */
public final class Boundary {
    private Boundary() {
    }

    /** The row lies from {@code beginNs} to the boundary, and its label ends more than the purge before the boundary. */
    public static boolean before(Dataset data, int row, long beginNs, long boundaryNs, long purgeNs) {
        return data.eventTimeNs(row) >= beginNs && data.eventTimeNs(row) < boundaryNs
                && data.labelEndNs(row) + purgeNs < boundaryNs;
    }

    /** The row lies behind the boundary by the embargo at least, and before the end. */
    public static boolean behind(Dataset data, int row, long boundaryNs, long embargoNs, long endNs) {
        return data.eventTimeNs(row) >= boundaryNs + embargoNs && data.eventTimeNs(row) < endNs;
    }

    /** The rows for which the condition holds, in their order. */
    public static int[] rows(int[] rows, IntPredicate condition) {
        IntArrayList chosen = new IntArrayList();
        for (int row : rows) {
            if (condition.test(row)) {
                chosen.addInt(row);
            }
        }
        return chosen.toIntArray();
    }

    /** Throws unless the rows can be cut: labelled, ascending, guards not negative. */
    static void check(Dataset data, int[] rows, long purgeNs, long embargoNs) {
        if (purgeNs < 0L || embargoNs < 0L) {
            throw new ConfigurationException("purge and embargo must not be negative, are " + purgeNs + " and "
                    + embargoNs + " ns");
        }
        for (int i = 0; i < rows.length; i++) {
            if (!data.labelled(rows[i])) {
                throw new IllegalArgumentException("row " + rows[i]
                        + " has no label; folds are cut from the rows that a TimeSplit hands out");
            }
            if (i > 0 && rows[i] <= rows[i - 1]) {
                throw new IllegalArgumentException("rows must ascend: " + rows[i] + " follows " + rows[i - 1]);
            }
        }
    }
}
