package io.v11.ml.tree;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import io.v11.config.Limits;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;

/**
 * A sum of trees over a base margin, independent of the file it came from and of the kernel that will walk it.
 * Immutable; cold path.
 *
 * @param features   width of a row
 * @param baseMargin what the sum starts from, log-odds
 * @param trees      in the order of summation: float addition is not associative
 */
public record TreeEnsemble(int features, float baseMargin, List<DecisionTree> trees) {
    public TreeEnsemble {
        trees = List.copyOf(trees);
        if (features < 1 || features > Limits.FEATURES) {
            throw new ModelException("a tree ensemble reads 1 to " + Limits.FEATURES + " features, not " + features);
        }
        if (!(Math.abs(baseMargin) <= Float.MAX_VALUE)) {
            throw new ModelException("base margin must be finite, is " + baseMargin);
        }
        for (int i = 0; i < trees.size(); i++) {
            trees.get(i).check("tree " + i, features);
        }
    }

    /** Features that some tree asks about, ascending; the first one alone when none is asked. */
    public int[] asked() {
        BitSet asked = new BitSet(features);
        for (DecisionTree tree : trees) {
            for (int node = 0; node < tree.left().length; node++) {
                if (tree.asks(node, features)) {
                    asked.set(tree.feature()[node]);
                }
            }
        }
        return asked.isEmpty() ? new int[1] : asked.stream().toArray();
    }

    /** The same trees over rows that hold these features only, in this order; it must hold all that are {@link #asked}. */
    public TreeEnsemble over(int[] kept) {
        int[] places = new int[features];
        Arrays.fill(places, DecisionTree.NONE);
        for (int i = 0; i < kept.length; i++) {
            places[kept[i]] = i;
        }
        return new TreeEnsemble(kept.length, baseMargin, trees.stream().map(tree -> tree.over(places)).toList());
    }

    /** The same trees over rows as wide as the engine's vectors, of which a model with these inputs reads. */
    public TreeEnsemble spread(ModelInputs inputs) {
        int[] places = new int[features];
        for (int i = 0; i < features; i++) {
            places[i] = inputs.position(i);
        }
        return new TreeEnsemble(inputs.vectorSize(), baseMargin,
                trees.stream().map(tree -> tree.over(places)).toList());
    }

    /** Comparisons on the longest path of any tree. */
    public int depth() {
        return trees.stream().mapToInt(DecisionTree::depth).max().orElse(0);
    }
}
