package io.v11.ml.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a model file of XGBoost 3.0.x, UBJSON or JSON, without native code: one damaged bit in such a file can bring
 * the library, and with it the JVM, down. Takes boosted trees (also boosted forests) with numeric splits and objective
 * {@code binary:logistic}; all trees count, as in {@code Booster.predict} without an iteration range. Whatever else the
 * file holds is refused and not guessed at. Cold path.
 *
 * <p>Format: https://xgboost.readthedocs.io/en/release_3.0.0/tutorials/saving_model.html and its model.schema.
 */
public final class XgboostModelReader {
    private static final String OBJECTIVE = "binary:logistic";

    private XgboostModelReader() {
    }

    /** Reads the content of a file; {@code source} names it in messages. */
    public static TreeEnsemble read(String source, byte[] content) {
        // Both formats begin with '{'; only in UBJSON a length marker follows at once.
        boolean binary = content.length > 1 && content[0] == '{' && "iUIlL}".indexOf(content[1]) >= 0;
        ModelNode root = binary
                ? UbjsonParser.parse(source, content)
                : JsonParser.parse(source, new String(content, StandardCharsets.UTF_8));
        root.allow("learner", "version");
        int[] version = root.get("version").integers();
        if (version.length != 3 || version[0] != 3 || version[1] != 0) {
            throw root.get("version").failure("is " + Arrays.toString(version) + ", only 3.0.x is supported");
        }
        return learner(root.get("learner"));
    }

    private static TreeEnsemble learner(ModelNode learner) {
        learner.allow("attributes", "feature_names", "feature_types", "gradient_booster", "learner_model_param",
                "objective");
        learner.get("objective").get("name").expect(OBJECTIVE);
        ModelNode parameters = learner.get("learner_model_param");
        parameters.allow("base_score", "boost_from_average", "num_class", "num_feature", "num_target");
        parameters.get("num_class").expect("0");
        parameters.get("num_target").expect("1");
        int features = parameters.get("num_feature").integer();
        ModelNode booster = learner.get("gradient_booster");
        booster.allow("model", "name");
        booster.get("name").expect("gbtree");
        return new TreeEnsemble(features, baseMargin(parameters.get("base_score")),
                trees(booster.get("model"), features));
    }

    /**
     * Log-odds of the base score, -ln(1/p - 1) in float as in LogisticRegression::ProbToMargin, with the logarithm
     * rounded correctly. The library takes the platform's {@code logf}, which may differ in the last bit for some
     * scores (about 1 % with glibc 2.36); for the score 0.5 the margin is 0 everywhere.
     */
    private static float baseMargin(ModelNode node) {
        float score = node.number();
        if (!(score > 0.0f && score < 1.0f)) {
            throw node.failure("is " + score + ", must lie between 0 and 1");
        }
        float odds = 1.0f / score - 1.0f;
        return -(float) StrictMath.log(odds);
    }

    private static List<DecisionTree> trees(ModelNode model, int features) {
        model.allow("gbtree_model_param", "iteration_indptr", "tree_info", "trees");
        List<ModelNode> nodes = model.get("trees").items();
        int announced = model.get("gbtree_model_param").get("num_trees").integer();
        if (announced != nodes.size()) {
            throw model.failure("announces " + announced + " trees and has " + nodes.size());
        }
        for (int target : model.get("tree_info").integers()) {
            if (target != 0) {
                throw model.failure("has trees for class " + target + ", only one output is supported");
            }
        }
        List<DecisionTree> trees = new ArrayList<>(nodes.size());
        for (ModelNode node : nodes) {
            trees.add(tree(node, features));
        }
        return trees;
    }

    private static DecisionTree tree(ModelNode node, int features) {
        node.allow("base_weights", "categories", "categories_nodes", "categories_segments", "categories_sizes",
                "default_left", "id", "left_children", "loss_changes", "parents", "right_children", "split_conditions",
                "split_indices", "split_type", "sum_hessian", "tree_param");
        node.get("tree_param").get("size_leaf_vector").expect("1");
        if (node.get("tree_param").get("num_feature").integer() != features) {
            throw node.failure("has another number of features than the model, " + features);
        }
        for (int type : node.get("split_type").integers()) {
            if (type != 0) {
                throw node.failure("splits on categories, only numeric splits are supported");
            }
        }
        int[] defaults = node.get("default_left").integers();
        boolean[] defaultLeft = new boolean[defaults.length];
        for (int i = 0; i < defaults.length; i++) {
            defaultLeft[i] = defaults[i] != 0;
        }
        DecisionTree tree = new DecisionTree(node.get("left_children").integers(),
                node.get("right_children").integers(), node.get("split_indices").integers(),
                node.get("split_conditions").numbers(), defaultLeft);
        tree.check(node.path(), features);
        return tree;
    }
}
