package io.v11.ml.tree;

import java.util.Arrays;
import java.util.BitSet;

import io.v11.ml.ModelException;

/**
 * One binary decision tree as parallel arrays, root at 0, checked to be a tree. A row goes left when
 * {@code value < threshold}, right otherwise, and where {@code defaultLeft} says when the value is missing.
 * Immutable by agreement: arrays are not copied. Cold path; kernels have layouts of their own.
 *
 * @param left        left child, {@link #NONE} at a leaf
 * @param right       right child, {@link #NONE} at a leaf
 * @param feature     feature that is compared, of no meaning at a leaf
 * @param value       threshold, or what a leaf adds to the margin
 * @param defaultLeft where a missing value goes
 */
public record DecisionTree(int[] left, int[] right, int[] feature, float[] value, boolean[] defaultLeft) {
    /** No child. */
    public static final int NONE = -1;

    /** Throws unless no node is reached twice from the root and all numbers are usable; nodes may be out of reach. */
    void check(String where, int features) {
        int nodes = left.length;
        require(nodes > 0, where, "has no nodes");
        require(right.length == nodes && feature.length == nodes && value.length == nodes
                && defaultLeft.length == nodes, where, "has arrays of different lengths");
        BitSet seen = new BitSet(nodes);
        int[] open = new int[nodes + 1];
        int count = 0;
        open[count++] = 0;
        seen.set(0);
        while (count > 0) {
            int node = open[--count];
            checkNode(node, where, features);
            if (left[node] != NONE) {
                count = visit(left[node], seen, open, count, where, node);
                count = visit(right[node], seen, open, count, where, node);
            }
        }
    }

    private void checkNode(int node, String where, int features) {
        if (left[node] == NONE) {
            require(right[node] == NONE, where, "node " + node + " has a right child only");
            require(Math.abs(value[node]) <= Float.MAX_VALUE, where,
                    "leaf " + node + " is not finite: " + value[node]);
        } else {
            require(feature[node] >= 0 && feature[node] < features, where,
                    "node " + node + " reads feature " + feature[node] + " of " + features);
            require(!Float.isNaN(value[node]), where, "node " + node + " has no threshold");
        }
    }

    private int visit(int child, BitSet seen, int[] open, int count, String where, int parent) {
        require(child >= 0 && child < left.length, where,
                "node " + parent + " has child " + child + " of " + left.length);
        require(!seen.get(child), where, "node " + child + " has two parents");
        seen.set(child);
        open[count] = child;
        return count + 1;
    }

    /** The same tree, asking about {@code places[feature]} instead of each feature. */
    DecisionTree over(int[] places) {
        int[] moved = new int[feature.length];
        for (int node = 0; node < moved.length; node++) {
            moved[node] = asks(node, places.length) ? places[feature[node]] : 0;
        }
        return new DecisionTree(left, right, moved, value, defaultLeft);
    }

    /** False for leaves, and for nodes out of reach whose feature does not exist: files of pruned trees have such. */
    boolean asks(int node, int features) {
        return !isLeaf(node) && feature[node] >= 0 && feature[node] < features;
    }

    public boolean isLeaf(int node) {
        return left[node] == NONE;
    }

    /** Comparisons on the longest path. */
    public int depth() {
        // Parents may stand behind their children in the file, so levels are walked, not indices.
        int[] level = {0};
        int depth = -1;
        while (level.length > 0) {
            depth++;
            int[] next = new int[2 * level.length];
            int count = 0;
            for (int node : level) {
                if (!isLeaf(node)) {
                    next[count++] = left[node];
                    next[count++] = right[node];
                }
            }
            level = Arrays.copyOf(next, count);
        }
        return depth;
    }

    private static void require(boolean holds, String where, String message) {
        if (!holds) {
            throw new ModelException(where + " " + message + "; the model file is damaged, train or fetch it again");
        }
    }
}
