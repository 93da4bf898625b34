package io.v11.training.selection.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.agrona.concurrent.NanoClock;

import io.v11.training.data.Dataset;
import io.v11.training.metrics.Interval;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;
import io.v11.training.selection.fold.Fold;
import io.v11.training.trainer.SampleWeights;

/**
 * Importance of features to boosted trees over all folds: gain and SHAP as means over folds, permutation over all held-out
 * rows together. Permutation importance (Breiman 2001; Fisher, Rudin and Dominici 2019) is how much the log loss rises when a feature's values
 * come from another time, with a 95 % block-bootstrap interval over the moves of the held-out rows. A feature that has a double
 * loses little by it, because the trees read the double: look at the rise of its whole cluster.
 *
 * @param gain        share, mean over folds
 * @param shap        share, mean over folds
 * @param permutation rise of the log loss, nats a row
 * @param interval    95 %, of the rise
 * @param groupRise   the same of each group of features shifted together
 * @param judgements  of each fold
 */
public record TreeImportance(double[] gain, double[] shap, double[] permutation, Interval[] interval,
        double[] groupRise, Interval[] groupInterval, List<Judgement> judgements) {

    /**
     * @param selected features selected on each fold
     * @param groups   features that are also shifted together; of one that has a single member its own figure is taken
     * @param repeats  shifts of a feature
     */
    public static TreeImportance of(Dataset data, List<Fold> folds, List<int[]> selected, List<int[]> groups,
            SampleWeights weights, long purgeNs, int repeats, long seed, TrainingListener listener, NanoClock clock) {
        Progress progress = new Progress(listener, clock, "fitting trees on folds", folds.size());
        FoldTrees trees = new FoldTrees(data, weights, purgeNs, seed, clock);
        List<FoldTrees.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < folds.size(); i++) {
            outcomes.add(trees.run(folds.get(i), selected.get(i)));
            progress.at(i + 1);
        }
        listener.onText("shifting features on the held-out rows");
        List<HeldOutForest> forests = outcomes.stream().map(FoldTrees.Outcome::forest).toList();
        int[] move = forests.stream().flatMapToInt(forest -> Arrays.stream(forest.move())).toArray();
        Rise[] single = new Rise[data.features()];
        IntStream.range(0, single.length).parallel().forEach(
                feature -> single[feature] = Rise.of(forests, new int[]{feature}, move, repeats, seed + feature));
        Rise[] joint = new Rise[groups.size()];
        IntStream.range(0, joint.length).parallel().forEach(group -> joint[group] = groups.get(group).length == 1
                ? single[groups.get(group)[0]]
                : Rise.of(forests, groups.get(group), move, repeats, seed - 1 - group));
        return new TreeImportance(mean(outcomes.stream().map(outcome -> outcome.attribution().gain()).toList()),
                mean(outcomes.stream().map(outcome -> outcome.attribution().shap()).toList()), means(single),
                intervals(single), means(joint), intervals(joint),
                outcomes.stream().map(FoldTrees.Outcome::judgement).toList());
    }

    /** The interval lies above zero. */
    public boolean matters(int feature) {
        return interval[feature].low() > 0.0;
    }

    private static double[] mean(List<double[]> folds) {
        double[] mean = new double[folds.getFirst().length];
        for (double[] fold : folds) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += fold[i] / folds.size();
            }
        }
        return mean;
    }

    private static double[] means(Rise[] rises) {
        return Arrays.stream(rises).mapToDouble(Rise::mean).toArray();
    }

    private static Interval[] intervals(Rise[] rises) {
        return Arrays.stream(rises).map(Rise::interval).toArray(Interval[]::new);
    }

    /** How much the loss rises over all held-out rows when some features are shifted. */
    private record Rise(double mean, Interval interval) {
        static Rise of(List<HeldOutForest> forests, int[] features, int[] move, int repeats, long seed) {
            if (forests.stream().noneMatch(forest -> Arrays.stream(features).anyMatch(forest::uses))) {
                return new Rise(0.0, new Interval(0.0, 0.0));
            }
            Random random = new Random(seed);
            double[] rise = new double[move.length];
            int offset = 0;
            for (HeldOutForest forest : forests) {
                forest.addRise(features, repeats, random, rise, offset);
                offset += forest.rows();
            }
            return new Rise(Arrays.stream(rise).sum() / rise.length, Interval.ofMean(rise, move));
        }
    }
}
