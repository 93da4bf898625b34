package io.v11.training.trainer.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.config.ConfigurationException;
import io.v11.training.trainer.FeatureSubset;

/**
 * Hyperparameters of a random forest; meaning as in XGBoost's "Random Forests in XGBoost" page.
 *
 * @param trees              of the largest forest that is tried; the others have half and a quarter of it
 * @param depth              of a tree, at most 8: the serving kernel pads trees to it
 * @param minimumChildWeight least sum of hessians in a leaf; a row has 0.25 times its weight
 * @param rowSample          share of rows drawn for each tree, below 1: only samples make trees differ
 * @param columnSample       share of features drawn for each node
 * @param l2                 lambda
 * @param bins               of the histogram of each feature
 * @param features           see {@link FeatureSubset}
 */
public record ForestSettings(int trees, int depth, double minimumChildWeight, double rowSample, double columnSample,
        double l2, int bins, List<String> features) {

    public ForestSettings {
        features = List.copyOf(features);
        require(trees >= 1 && trees <= 2000, "trees", "between 1 and 2000", trees);
        require(depth >= 1 && depth <= 8, "depth", "between 1 and 8", depth);
        require(minimumChildWeight >= 0, "minimumChildWeight", "0 or more", minimumChildWeight);
        require(rowSample > 0 && rowSample < 1, "rowSample", "above 0 and below 1", rowSample);
        require(columnSample > 0 && columnSample <= 1, "columnSample", "above 0 and at most 1", columnSample);
        require(l2 >= 0, "l2", "0 or more", l2);
        require(bins >= 2 && bins <= 1024, "bins", "between 2 and 1024", bins);
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("forest: " + key + " must be " + needed + ", is " + found);
        }
    }

    /** Trees of the forests that are tried, ascending. */
    List<Integer> sizes() {
        return List.of(trees / 4, trees / 2, trees).stream().filter(size -> size > 0).distinct().toList();
    }

    /** What goes into the manifest, in a fixed order. */
    Map<String, String> describe() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("trees", String.valueOf(trees));
        map.put("depth", String.valueOf(depth));
        map.put("minimumChildWeight", String.valueOf(minimumChildWeight));
        map.put("rowSample", String.valueOf(rowSample));
        map.put("columnSample", String.valueOf(columnSample));
        map.put("l2", String.valueOf(l2));
        map.put("bins", String.valueOf(bins));
        map.put("features", String.join(" ", features));
        return map;
    }

    /** XGBoost's own names. All trees grow in one round, so each fits the labels and not what others left over. */
    Map<String, Object> parameters(long seed, int size) {
        Map<String, Object> map = TreeRows.parameters(seed);
        map.put("num_parallel_tree", size);
        map.put("eta", 1.0);
        map.put("max_depth", depth);
        map.put("min_child_weight", minimumChildWeight);
        map.put("subsample", rowSample);
        map.put("colsample_bynode", columnSample);
        map.put("lambda", l2);
        map.put("max_bin", bins);
        return map;
    }
}
