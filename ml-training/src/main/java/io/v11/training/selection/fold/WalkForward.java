package io.v11.training.selection.fold;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.training.data.Dataset;
import io.v11.training.data.split.Boundary;

/**
 * Cuts rows into {@code folds + 1} stretches of equal count, in order of time; fold i selects on stretch i, fits on stretches 0 to i
 * and judges on stretch i + 1.
 *
 * <pre>
 *   stretch   0        1        2        3
 *   fold 0    recent | next
 *   fold 1    past     recent | next
 *   fold 2    past     past     recent | next
 * </pre>
 *
 * Selections are made on stretches that do not overlap, because sets that are chosen on the same rows agree whatever they are
 * worth. At each boundary, as in {@link io.v11.training.data.TimeSplit}: purge, a row is dropped from before it when its
 * label ends less than {@code purgeNs} before it; embargo, the first {@code embargoNs} behind it are dropped.
 */
public final class WalkForward {
    /** Fewer rows in a stretch say nothing of hundreds of features. */
    private static final int LEAST_ROWS = 200;

    private WalkForward() {
    }

    /** @param rows labelled rows, ascending in time */
    public static List<Fold> of(Dataset data, int[] rows, int folds, long purgeNs, long embargoNs) {
        if (folds < 2 || folds > 20) {
            throw new ConfigurationException("folds must be 2 to 20, are " + folds);
        }
        if (rows.length / (folds + 1) < LEAST_ROWS) {
            throw new ConfigurationException(rows.length + " labelled rows are too few for " + folds
                    + " folds: each of " + (folds + 1) + " stretches needs " + LEAST_ROWS
                    + "; give a longer range or fewer folds");
        }
        List<Fold> walk = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            long begin = fold == 0 ? Long.MIN_VALUE : boundaryNs(data, rows, fold, folds);
            long boundary = boundaryNs(data, rows, fold + 1, folds);
            long end = fold + 1 == folds ? Long.MAX_VALUE : boundaryNs(data, rows, fold + 2, folds);
            Fold cut = new Fold(before(data, rows, begin, boundary, purgeNs),
                    before(data, rows, Long.MIN_VALUE, boundary, purgeNs),
                    behind(data, rows, boundary, embargoNs, end));
            check(fold, cut);
            walk.add(cut);
        }
        return walk;
    }

    private static long boundaryNs(Dataset data, int[] rows, int stretch, int folds) {
        return data.eventTimeNs(rows[(int) ((long) stretch * rows.length / (folds + 1))]);
    }

    private static int[] before(Dataset data, int[] rows, long beginNs, long boundaryNs, long purgeNs) {
        return Boundary.rows(rows, row -> Boundary.before(data, row, beginNs, boundaryNs, purgeNs));
    }

    private static int[] behind(Dataset data, int[] rows, long boundaryNs, long embargoNs, long endNs) {
        return Boundary.rows(rows, row -> Boundary.behind(data, row, boundaryNs, embargoNs, endNs));
    }

    private static void check(int fold, Fold cut) {
        if (cut.recent().length == 0 || cut.next().length == 0) {
            throw new ConfigurationException(
                    "fold " + fold + " is empty after purge and embargo: " + cut.recent().length
                            + " rows before its boundary, " + cut.next().length
                            + " behind; give a longer range, fewer folds or a shorter horizon");
        }
    }
}
