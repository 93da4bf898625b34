package io.v11.training.trainer.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import io.v11.config.ConfigurationException;
import io.v11.training.trainer.FeatureSubset;

/**
 * Hyperparameters of gradient boosted trees; names as in the plan, meaning as in XGBoost's "Parameters" page.
 *
 * @param rounds             most trees
 * @param patience           stop after so many trees without a better validation loss
 * @param depth              of a tree, at most 8: the serving kernel pads trees to it
 * @param learningRate       eta
 * @param minimumChildWeight least sum of hessians in a leaf; a row at p=0.5 has 0.25
 * @param rowSample          share of rows drawn for each tree
 * @param columnSample       share of features drawn for each node
 * @param l2                 lambda
 * @param l1                 alpha
 * @param minimumGain        gamma
 * @param bins               of the histogram of each feature
 * @param features           see {@link FeatureSubset}
 * @param increasing         the probability may only rise with these
 * @param decreasing         the probability may only fall with these
 */
public record XgboostSettings(int rounds, int patience, int depth, double learningRate, double minimumChildWeight,
        double rowSample, double columnSample, double l2, double l1, double minimumGain, int bins,
        List<String> features, List<String> increasing,
        List<String> decreasing) {

    public XgboostSettings {
        require(rounds >= 1 && rounds <= 5000, "rounds", "between 1 and 5000", rounds);
        require(patience >= 1, "patience", "1 or more", patience);
        require(depth >= 1 && depth <= 8, "depth", "between 1 and 8", depth);
        require(learningRate > 0 && learningRate <= 1, "learningRate", "above 0 and at most 1", learningRate);
        require(minimumChildWeight >= 0, "minimumChildWeight", "0 or more", minimumChildWeight);
        require(rowSample > 0 && rowSample <= 1, "rowSample", "above 0 and at most 1", rowSample);
        require(columnSample > 0 && columnSample <= 1, "columnSample", "above 0 and at most 1", columnSample);
        require(l2 >= 0 && l1 >= 0 && minimumGain >= 0, "l2, l1, minimumGain", "0 or more",
                l2 + ", " + l1 + ", " + minimumGain);
        require(bins >= 2 && bins <= 1024, "bins", "between 2 and 1024", bins);
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("xgboost: " + key + " must be " + needed + ", is " + found);
        }
    }

    /** What goes into the manifest, in a fixed order. */
    Map<String, String> describe() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("rounds", String.valueOf(rounds));
        map.put("patience", String.valueOf(patience));
        map.put("depth", String.valueOf(depth));
        map.put("learningRate", String.valueOf(learningRate));
        map.put("minimumChildWeight", String.valueOf(minimumChildWeight));
        map.put("rowSample", String.valueOf(rowSample));
        map.put("columnSample", String.valueOf(columnSample));
        map.put("l2", String.valueOf(l2));
        map.put("l1", String.valueOf(l1));
        map.put("minimumGain", String.valueOf(minimumGain));
        map.put("bins", String.valueOf(bins));
        map.put("features", String.join(" ", features));
        map.put("increasing", String.join(" ", increasing));
        map.put("decreasing", String.join(" ", decreasing));
        return map;
    }

    /** XGBoost's own names. */
    Map<String, Object> parameters(long seed, List<String> allNames, List<String> inputNames) {
        Map<String, Object> map = TreeRows.parameters(seed);
        map.put("max_depth", depth);
        map.put("eta", learningRate);
        map.put("min_child_weight", minimumChildWeight);
        map.put("subsample", rowSample);
        map.put("colsample_bynode", columnSample);
        map.put("lambda", l2);
        map.put("alpha", l1);
        map.put("gamma", minimumGain);
        map.put("max_bin", bins);
        if (!increasing.isEmpty() || !decreasing.isEmpty()) {
            map.put("monotone_constraints", constraints(allNames, inputNames));
        }
        return map;
    }

    /** Patterns are about the whole catalogue: a selection may leave out a feature that is constrained. */
    private String constraints(List<String> allNames, List<String> inputNames) {
        boolean[] up = increasing.isEmpty()
                ? new boolean[allNames.size()]
                : FeatureSubset.of(allNames, increasing);
        boolean[] down = decreasing.isEmpty()
                ? new boolean[allNames.size()]
                : FeatureSubset.of(allNames, decreasing);
        StringJoiner text = new StringJoiner(",", "(", ")");
        for (String name : inputNames) {
            int i = allNames.indexOf(name);
            require(!(up[i] && down[i]), "increasing and decreasing", "about different features", name);
            text.add(up[i] ? "1" : down[i] ? "-1" : "0");
        }
        return text.toString();
    }
}
