package io.v11.training.selection;

import io.v11.config.ConfigurationException;
import io.v11.training.selection.information.Criterion;

/**
 * How features are selected.
 *
 * @param criterion        what takes the next feature
 * @param most             features to take, in all and on each fold
 * @param bins             quantiles of a feature
 * @param rotations        of the labels, for the null band
 * @param folds            of the walk forward
 * @param stableShare      share of the folds that must choose a feature for it to count as stable
 * @param clusterThreshold least mean |Spearman| within a cluster
 * @param repeats          shifts of a feature for its permutation importance
 * @param mostRows         rows beyond these are thinned: every k-th is taken, with the smallest k that does
 * @param purgeNs          see {@link io.v11.training.selection.fold.WalkForward}
 * @param embargoNs        see there
 * @param seed             of every draw
 */
public record SelectionSettings(Criterion criterion, int most, int bins, int rotations, int folds, double stableShare,
        double clusterThreshold, int repeats, int mostRows, long purgeNs, long embargoNs, long seed) {

    public SelectionSettings {
        require(most >= 1 && most <= 200, "most", "1 to 200", most);
        require(bins >= 2 && bins <= 32, "bins", "2 to 32", bins);
        require(rotations >= 20 && rotations <= 10_000, "rotations", "20 to 10000", rotations);
        require(folds >= 2 && folds <= 20, "folds", "2 to 20", folds);
        require(stableShare > 0.0 && stableShare <= 1.0, "stableShare", "above 0 and at most 1", stableShare);
        require(clusterThreshold > 0.0 && clusterThreshold <= 1.0, "clusterThreshold", "above 0 and at most 1",
                clusterThreshold);
        require(repeats >= 1 && repeats <= 100, "repeats", "1 to 100", repeats);
        require(mostRows >= 1000, "mostRows", "1000 or more", mostRows);
        require(purgeNs >= 0 && embargoNs >= 0, "purgeNs and embargoNs", "0 or more", purgeNs + ", " + embargoNs);
    }

    /** What the command uses unless it is told otherwise. */
    public static SelectionSettings standard(int most, int folds, long purgeNs, long embargoNs, long seed) {
        return new SelectionSettings(Criterion.JMI, most, 8, 200, folds, 0.6, 0.7, 3, 100_000, purgeNs, embargoNs,
                seed);
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("selection: " + key + " must be " + needed + ", is " + found);
        }
    }
}
