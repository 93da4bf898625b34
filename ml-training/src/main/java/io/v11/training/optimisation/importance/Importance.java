package io.v11.training.optimisation.importance;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;

/**
 * Functional ANOVA (Hutter, Hoos, Leyton-Brown: An Efficient Approach for Assessing Hyperparameter Importance, ICML
 * 2014): of each tree of a forest the variance over the whole space, and the variance of its mean given one
 * parameter, both exact; their ratio, as a mean over trees, is the parameter's share. What the shares leave of 1
 * belongs to interactions. A choice stands on [0, 1] in the order of its values. Losses above the {@value #TOP}
 * quantile are set to it, or a few disasters would be all that is explained. Immutable.
 */
public final class Importance {
    /** Fewer trials say nothing. */
    public static final int LEAST_TRIALS = 20;
    private static final double TOP = 0.9;

    private final Forest forest;
    private final double[] shares;
    private final double fit;

    private Importance(Forest forest, double[] shares, double fit) {
        this.forest = forest;
        this.shares = shares;
        this.fit = fit;
    }

    /** @param trials at least {@value #LEAST_TRIALS} that did not fail, of one segment */
    public static Importance of(List<Trial> trials, Goal goal, long seed) {
        List<Trial> judged = trials.stream().filter(trial -> goal.loss(trial.outcome()) < Double.POSITIVE_INFINITY)
                .toList();
        if (judged.size() < LEAST_TRIALS) {
            throw new IllegalArgumentException(
                    "importance needs " + LEAST_TRIALS + " trials that did not fail, are " + judged.size());
        }
        double[][] units = judged.stream().map(trial -> trial.point().units()).toArray(double[][]::new);
        double[] losses = judged.stream().mapToDouble(trial -> goal.loss(trial.outcome())).toArray();
        double[] sorted = losses.clone();
        Arrays.sort(sorted);
        double top = sorted[(int) (TOP * (sorted.length - 1))];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = Math.min(losses[i], top);
        }
        Forest forest = new Forest(units, losses, seed);
        return new Importance(forest, shares(forest, units[0].length), fit(forest, units, losses));
    }

    private static double[] shares(Forest forest, int size) {
        double[] shares = new double[size];
        int varied = 0;
        for (List<Box> tree : forest.trees()) {
            double mean = 0.0;
            double squares = 0.0;
            for (Box leaf : tree) {
                mean += leaf.value() * leaf.volume(-1, -1);
                squares += leaf.value() * leaf.value() * leaf.volume(-1, -1);
            }
            double variance = squares - mean * mean;
            if (tree.size() > 1 && variance > 0.0) {
                varied++;
                for (int i = 0; i < size; i++) {
                    shares[i] += variance(tree, i, mean) / variance;
                }
            }
        }
        for (int i = 0; i < size && varied > 0; i++) {
            shares[i] /= varied;
        }
        return shares;
    }

    /** Of the mean over all other parameters, which is constant between two bounds of boxes. */
    private static double variance(List<Box> tree, int parameter, double mean) {
        TreeSet<Double> bounds = new TreeSet<>(List.of(0.0, 1.0));
        tree.forEach(leaf -> Collections.addAll(bounds, leaf.low()[parameter], leaf.high()[parameter]));
        double variance = 0.0;
        double from = 0.0;
        for (double to : bounds.tailSet(0.0, false)) {
            double middle = 0.5 * (from + to);
            double given = 0.0;
            for (Box leaf : tree) {
                given += leaf.holds(parameter, middle) ? leaf.value() * leaf.volume(parameter, -1) : 0.0;
            }
            variance += (to - from) * (given - mean) * (given - mean);
            from = to;
        }
        return variance;
    }

    /** Share of the losses' variance that the forest explains of the trials it was fitted to. */
    private static double fit(Forest forest, double[][] units, double[] losses) {
        double mean = Arrays.stream(losses).average().orElseThrow();
        double left = 0.0;
        for (int i = 0; i < losses.length; i++) {
            double residual = losses[i] - forest.at(units[i]);
            left += residual * residual;
        }
        double all = Arrays.stream(losses).map(loss -> (loss - mean) * (loss - mean)).sum();
        return all > 0.0 ? 1.0 - left / all : 0.0;
    }

    /** Of each parameter, 0 to 1; all 0 when nothing matters. */
    public double[] shares() {
        return shares.clone();
    }

    /** What no parameter explains on its own. */
    public double interactions() {
        double sum = Arrays.stream(shares).sum();
        return sum > 0.0 ? Math.max(0.0, 1.0 - sum) : 0.0;
    }

    /**
     * R squared on the trials it was fitted to: low means that the shares mean little, high does not mean that they
     * are right.
     */
    public double fit() {
        return fit;
    }

    /** Parameters by share, the greatest first. */
    public int[] order() {
        return IntStream.range(0, shares.length).boxed().sorted((a, b) -> Double.compare(shares[b], shares[a]))
                .mapToInt(Integer::intValue).toArray();
    }

    /** Expected loss at a place of two parameters, whatever the others are. */
    public double surface(int first, double firstUnit, int second, double secondUnit) {
        return forest.marginal(first, firstUnit, second, secondUnit);
    }
}
