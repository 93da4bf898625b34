package io.v11.ml.tree;

import java.util.List;

/**
 * Kernel for deep or lopsided trees: nodes as parallel arrays with the two children side by side, so that memory grows
 * with the nodes there are and not with the depth. The right child is the left child plus one.
 */
final class SiblingTreeKernel implements TreeKernel {
    private final int features;
    private final float baseMargin;
    private final int[] keys;
    private final int[] roots;
    private final int[] leftChildren;
    private final long[] nodes;
    private final float[] leaves;

    SiblingTreeKernel(TreeEnsemble ensemble) {
        features = ensemble.features();
        baseMargin = ensemble.baseMargin();
        keys = new int[2 * features];
        List<DecisionTree> trees = ensemble.trees();
        roots = new int[trees.size()];
        int total = trees.stream().mapToInt(tree -> tree.left().length).sum();
        leftChildren = new int[total];
        nodes = new long[total];
        leaves = new float[total];
        int next = 0;
        for (int i = 0; i < roots.length; i++) {
            roots[i] = next;
            next = layOut(trees.get(i), next);
        }
    }

    private int layOut(DecisionTree tree, int root) {
        int[] sources = new int[tree.left().length];
        int count = 1;
        for (int i = 0; i < count; i++) {
            int source = sources[i];
            int target = root + i;
            if (tree.isLeaf(source)) {
                leftChildren[target] = DecisionTree.NONE;
                leaves[target] = tree.value()[source];
            } else {
                boolean defaultLeft = tree.defaultLeft()[source];
                nodes[target] = RowKeys.node(tree.value()[source], tree.feature()[source], defaultLeft, features);
                leftChildren[target] = root + count;
                sources[count++] = tree.left()[source];
                sources[count++] = tree.right()[source];
            }
        }
        return root + count;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int trees() {
        return roots.length;
    }

    @Override
    public float margin(float[] row) {
        RowKeys.fill(row, features, keys);
        float sum = baseMargin;
        for (int i = 0; i < roots.length; i++) {
            int node = roots[i];
            int left = leftChildren[node];
            while (left != DecisionTree.NONE) {
                node = left + 1 + RowKeys.below(nodes[node], keys);
                left = leftChildren[node];
            }
            sum += leaves[node];
        }
        return sum;
    }
}
