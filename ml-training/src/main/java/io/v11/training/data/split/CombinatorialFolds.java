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
 * Combinatorial purged cross-validation (López de Prado, Advances in Financial Machine Learning, 12.3 and 12.4): time is cut into N
 * groups, every choice of k of them is predicted once by what was learnt on the others. C(N,k) folds give each group C(N-1,k-1)
 * predictions, so k/N * C(N,k) paths through all of the time, and with them a spread instead of one figure.
 *
 * <pre>
 *   N = 6, k = 2: 15 folds, 5 paths           group   0 1 2 3 4 5
 *                                              fold 0  T T . . . .
 *                                              fold 1  T . T . . .
 * </pre>
 *
 * <p>Groups are equal shares of each instrument's own time. No row is learnt from, of any instrument, whose span from decision to end
 * of label, with the purge behind it, touches the spans of a predicted group, nor one that begins within the embargo after them.
 * Predicted rows all stay: a path has no holes. Folds learn from times behind what they predict; that measures a method, and no
 * trading could have done it.
 *
 * @param groups number of groups, N
 * @param tested groups predicted by a fold, k
 * @param folds  in the lexical order of the groups they predict
 * @param rows   of each group, ascending
 */
public record CombinatorialFolds(int groups, int tested, List<Fold> folds, List<int[]> rows) {
    private static final int MOST_GROUPS = 20;
    private static final int MOST_FOLDS = 1_000;

    /**
     * @param tested groups it predicts, ascending
     * @param split  {@code test} are the rows of those groups
     */
    public record Fold(List<Integer> tested, TimeSplit split) {
    }

    /**
     * @param rows                 labelled rows, ascending; see {@link Folds#development}
     * @param innerValidationShare the last part of the time that a fold learns from, for choices such as when to stop; 0: none
     */
    public static CombinatorialFolds of(Dataset data, int[] rows, int groups, int tested, double innerValidationShare,
            long purgeNs, long embargoNs) {
        check(groups, tested, innerValidationShare);
        Boundary.check(data, rows, purgeNs, embargoNs);
        OwnTime time = new OwnTime(data, rows);
        int[] groupOf = Arrays.stream(rows).map(row -> group(data, time, row, groups)).toArray();
        List<int[]> byGroup = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            int group = g;
            byGroup.add(IntStream.range(0, rows.length).filter(i -> groupOf[i] == group).map(i -> rows[i]).toArray());
        }
        List<Fold> folds = new ArrayList<>();
        for (List<Integer> choice : choices(groups, tested)) {
            HeldOut heldOut = heldOut(data, time, byGroup, choice, new HeldOut(purgeNs, embargoNs));
            double chooseShare = chooseShare(groups, choice, innerValidationShare);
            int[] train = Boundary.rows(rows, row -> heldOut.isClearOf(data, row) && Boundary.before(data, row,
                    Long.MIN_VALUE, chooseNs(data, time, row, chooseShare), purgeNs));
            int[] validation = Boundary.rows(rows, row -> heldOut.isClearOf(data, row) && chooseShare < 1.0
                    && Boundary.behind(data, row, chooseNs(data, time, row, chooseShare), embargoNs, Long.MAX_VALUE));
            int[] test = choice.stream().flatMapToInt(group -> Arrays.stream(byGroup.get(group))).sorted().toArray();
            check(choice, train, validation, test, innerValidationShare);
            folds.add(new Fold(choice, TimeSplit.of(train, validation, test)));
        }
        return new CombinatorialFolds(groups, tested, List.copyOf(folds), List.copyOf(byGroup));
    }

    /** Ways through all groups, each by predictions that no other way has. */
    public int paths() {
        return folds.size() * tested / groups;
    }

    /** Index of the fold whose predictions of a group belong to a path: of those that predict it the one of the path's number. */
    public int foldOf(int path, int group) {
        int passed = 0;
        for (int fold = 0; fold < folds.size(); fold++) {
            if (folds.get(fold).tested().contains(group) && passed++ == path) {
                return fold;
            }
        }
        throw new IllegalArgumentException("no path " + path + " through group " + group + "; there are " + paths()
                + " paths through " + groups + " groups");
    }

    private static int group(Dataset data, OwnTime time, int row, int groups) {
        int group = groups - 1;
        while (group > 0
                && data.eventTimeNs(row) < time.atNs(data.instrument(row), (double) group / groups)) {
            group--;
        }
        return group;
    }

    /** All choices of {@code tested} out of {@code groups}, in lexical order. */
    private static List<List<Integer>> choices(int groups, int tested) {
        List<List<Integer>> choices = List.of(List.of());
        for (int i = 0; i < tested; i++) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> choice : choices) {
                int next = choice.isEmpty() ? 0 : choice.getLast() + 1;
                for (int group = next; group < groups; group++) {
                    List<Integer> with = new ArrayList<>(choice);
                    with.add(group);
                    longer.add(List.copyOf(with));
                }
            }
            choices = longer;
        }
        return choices;
    }

    /** From the first moment of each group to the end of its last label, instrument by instrument. */
    private static HeldOut heldOut(Dataset data, OwnTime time, List<int[]> rows, List<Integer> choice,
            HeldOut heldOut) {
        int groups = rows.size();
        for (int group : choice) {
            long[] lastNs = new long[Limits.INSTRUMENTS];
            for (int row : rows.get(group)) {
                int instrument = data.instrument(row);
                lastNs[instrument] = Math.max(lastNs[instrument], data.labelEndNs(row));
            }
            for (int instrument = 0; instrument < Limits.INSTRUMENTS; instrument++) {
                if (time.has(instrument)) {
                    heldOut.add(time.atNs(instrument, (double) group / groups), Math.max(lastNs[instrument],
                            time.atNs(instrument, (group + 1.0) / groups) - 1L));
                }
            }
        }
        return heldOut;
    }

    /** Share of all time behind which rows validate: what is left to learn from is over there but for the share. */
    private static double chooseShare(int groups, List<Integer> choice, double innerValidationShare) {
        if (innerValidationShare == 0.0) {
            return 1.0;
        }
        int[] left = IntStream.range(0, groups).filter(group -> !choice.contains(group)).toArray();
        double passed = left.length * (1.0 - innerValidationShare);
        int group = Math.min(left.length - 1, (int) passed);
        return (left[group] + passed - group) / groups;
    }

    private static long chooseNs(Dataset data, OwnTime time, int row, double chooseShare) {
        return chooseShare == 1.0 ? Long.MAX_VALUE : time.atNs(data.instrument(row), chooseShare);
    }

    private static void check(int groups, int tested, double innerValidationShare) {
        if (groups < 2 || groups > MOST_GROUPS || tested < 1 || tested >= groups) {
            throw new ConfigurationException("groups must be 2 to " + MOST_GROUPS
                    + ", and fewer of them predicted at a time, are " + groups + " and " + tested);
        }
        double folds = 1.0;
        for (int i = 1; i <= tested; i++) {
            folds = folds * (groups - tested + i) / i;
        }
        if (folds > MOST_FOLDS) {
            throw new ConfigurationException(tested + " of " + groups + " groups make " + Math.round(folds)
                    + " folds, more than " + MOST_FOLDS + "; take fewer groups");
        }
        if (!(innerValidationShare >= 0.0 && innerValidationShare < 1.0)) {
            throw new ConfigurationException("the share of validation within a fold must be 0 or more and below 1, is "
                    + innerValidationShare);
        }
    }

    private static void check(List<Integer> choice, int[] train, int[] validation, int[] test, double share) {
        if (train.length == 0 || share > 0.0 && validation.length == 0 || test.length == 0) {
            throw new ConfigurationException("the fold that predicts groups " + choice
                    + " is empty after purge and embargo: " + train.length + " rows train, " + validation.length
                    + " validate, " + test.length
                    + " are predicted; give a longer range, fewer groups or a shorter horizon");
        }
    }
}
