package io.v11.training.data.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;
import io.v11.config.Limits;
import io.v11.training.data.Dataset;
import io.v11.training.data.TimeSplit;

/**
 * Walks forward in time: each fold learns from what came before a piece and predicts the piece.
 *
 * <pre>
 *   anchored   |train          |val| test |                  sliding   |train      |val| test |
 *              |train                 |val| test |                            |train      |val| test |
 * </pre>
 *
 * Every instrument is cut at the same shares of its own time. Three guards: of train and validation rows the labels end before
 * their part does, by more than the purge; validation and test begin after the embargo; and no row of any instrument trains or
 * validates in the stretch of another instrument's piece. A row may still train a fold whose piece, on another instrument, is
 * older: where instruments were recorded weeks apart, nothing else is left.
 *
 * <p>A test row's label may end behind its piece: later folds purge it from what they learn. Nothing outside the rows given is ever
 * handed out, so give {@link #development} rows and the reported test range stays unreachable.
 */
public final class Folds {
    private static final int MOST_FOLDS = 100;

    private Folds() {
    }

    /** Train and validation rows of a split, ascending. */
    public static int[] development(TimeSplit split) {
        return IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.validation())).sorted().toArray();
    }

    /**
     * Anchored: every fold learns from the beginning on.
     *
     * @param rows                 labelled rows, ascending; see {@link #development}
     * @param firstShare           share of each instrument's time before the first piece; the rest is cut into pieces of equal time
     * @param innerValidationShare the last part of what is before a piece, for choices such as when to stop; 0: none
     */
    public static List<TimeSplit> forward(Dataset data, int[] rows, int folds, double firstShare,
            double innerValidationShare, long purgeNs, long embargoNs) {
        return walk(data, rows, folds, new Walk(firstShare, 1.0, innerValidationShare, purgeNs, embargoNs));
    }

    /**
     * Sliding: every fold learns from a stretch of the same length before its piece.
     *
     * @param trainShare share of each instrument's time that a fold learns from, validation included; the rest is cut into pieces
     */
    public static List<TimeSplit> sliding(Dataset data, int[] rows, int folds, double trainShare,
            double innerValidationShare, long purgeNs, long embargoNs) {
        return walk(data, rows, folds, new Walk(trainShare, trainShare, innerValidationShare, purgeNs, embargoNs));
    }

    /** Shares of time, and guards. */
    private record Walk(double firstShare, double pastShare, double validationShare, long purgeNs, long embargoNs) {
        private Walk {
            if (!(firstShare > 0.0 && firstShare < 1.0)) {
                throw new ConfigurationException(
                        "the share of time before the first fold must lie between 0 and 1, is " + firstShare);
            }
            if (!(validationShare >= 0.0 && validationShare < 1.0)) {
                throw new ConfigurationException(
                        "the share of validation within a fold must be 0 or more and below 1, is " + validationShare);
            }
        }
    }

    private static List<TimeSplit> walk(Dataset data, int[] rows, int folds, Walk walk) {
        if (folds < 1 || folds > MOST_FOLDS) {
            throw new ConfigurationException("folds must be 1 to " + MOST_FOLDS + ", are " + folds);
        }
        Boundary.check(data, rows, walk.purgeNs, walk.embargoNs);
        OwnTime time = new OwnTime(data, rows);
        List<TimeSplit> splits = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            TimeSplit split = fold(data, rows, time, walk, shareBehind(walk, fold, folds),
                    shareBehind(walk, fold + 1, folds));
            check(fold, split, walk);
            splits.add(split);
        }
        return splits;
    }

    private static double shareBehind(Walk walk, int pieces, int folds) {
        return pieces == folds ? 1.0 : walk.firstShare + (1.0 - walk.firstShare) * pieces / folds;
    }

    private static TimeSplit fold(Dataset data, int[] rows, OwnTime time, Walk walk, double fromShare,
            double toShare) {
        double beginShare = Math.max(0.0, fromShare - walk.pastShare);
        double chooseShare = fromShare - (fromShare - beginShare) * walk.validationShare;
        HeldOut heldOut = new HeldOut(walk.purgeNs, walk.embargoNs);
        for (int instrument = 0; instrument < Limits.INSTRUMENTS; instrument++) {
            if (time.has(instrument)) {
                heldOut.add(time.atNs(instrument, fromShare), time.atNs(instrument, toShare) - 1L);
            }
        }
        int[] train = Boundary.rows(rows, row -> {
            int instrument = data.instrument(row);
            return Boundary.before(data, row, time.atNs(instrument, beginShare), time.atNs(instrument, chooseShare),
                    walk.purgeNs) && heldOut.isClearOf(data, row);
        });
        int[] validation = Boundary.rows(rows, row -> {
            int instrument = data.instrument(row);
            return Boundary.before(data, row, time.atNs(instrument, chooseShare) + walk.embargoNs,
                    time.atNs(instrument, fromShare), walk.purgeNs) && heldOut.isClearOf(data, row);
        });
        int[] test = Boundary.rows(rows, row -> {
            int instrument = data.instrument(row);
            return Boundary.behind(data, row, time.atNs(instrument, fromShare), walk.embargoNs,
                    time.atNs(instrument, toShare));
        });
        return TimeSplit.of(train, validation, test);
    }

    private static void check(int fold, TimeSplit split, Walk walk) {
        boolean noValidation = walk.validationShare > 0.0 && split.validation().length == 0;
        if (split.train().length == 0 || noValidation || split.test().length == 0) {
            throw new ConfigurationException("fold " + fold + " is empty after purge and embargo: "
                    + split.train().length + " rows train, " + split.validation().length + " validate, "
                    + split.test().length + " are predicted; give a longer range, fewer folds or a shorter horizon");
        }
    }
}
