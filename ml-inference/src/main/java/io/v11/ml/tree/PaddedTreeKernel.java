package io.v11.ml.tree;

import java.util.Arrays;
import java.util.List;

/**
 * Branch-free kernel for shallow trees. Eight trees at a time are padded to the depth of the deepest of them, so that
 * children are implicit (2i+1, 2i+2) and eight independent walks hide each other's load latency. A node is one long,
 * threshold key in the upper half and key slot in the lower, so that a visit is two loads and a handful of integer
 * operations, with no branch to mispredict.
 */
final class PaddedTreeKernel implements TreeKernel {
    private static final int GROUP = 8;

    private final int features;
    private final int trees;
    private final float baseMargin;
    private final int[] keys;
    private final int[] depths;
    private final long[] nodes;
    private final float[] leaves;

    PaddedTreeKernel(TreeEnsemble ensemble) {
        features = ensemble.features();
        trees = ensemble.trees().size();
        baseMargin = ensemble.baseMargin();
        keys = new int[2 * features];
        int groups = (trees + GROUP - 1) / GROUP;
        depths = new int[groups];
        int nodeCount = 0;
        int leafCount = 0;
        for (int group = 0; group < groups; group++) {
            List<DecisionTree> members = members(ensemble, group);
            depths[group] = members.stream().mapToInt(DecisionTree::depth).max().orElse(0);
            nodeCount += GROUP * ((1 << depths[group]) - 1);
            leafCount += GROUP << depths[group];
        }
        nodes = new long[nodeCount];
        leaves = new float[leafCount];
        layOut(ensemble);
    }

    private List<DecisionTree> members(TreeEnsemble ensemble, int group) {
        return ensemble.trees().subList(group * GROUP, Math.min(trees, (group + 1) * GROUP));
    }

    private void layOut(TreeEnsemble ensemble) {
        // The last group is filled up with trees that add -0.0, which leaves every float as it is.
        Arrays.fill(leaves, -0.0f);
        int nodeOffset = 0;
        int leafOffset = 0;
        for (int group = 0; group < depths.length; group++) {
            int inner = (1 << depths[group]) - 1;
            for (DecisionTree tree : members(ensemble, group)) {
                layOutNode(tree, 0, 0, inner, nodeOffset, leafOffset);
                nodeOffset += inner;
                leafOffset += inner + 1;
            }
        }
    }

    private void layOutNode(DecisionTree tree, int node, int position, int inner, int nodeOffset, int leafOffset) {
        boolean leaf = tree.isLeaf(node);
        if (position >= inner) {
            leaves[leafOffset + position - inner] = tree.value()[node];
            return;
        }
        if (!leaf) {
            boolean defaultLeft = tree.defaultLeft()[node];
            long key = RowKeys.threshold(tree.value()[node], defaultLeft);
            nodes[nodeOffset + position] = key << 32 | RowKeys.slot(tree.feature()[node], defaultLeft, features);
        }
        layOutNode(tree, leaf ? node : tree.left()[node], 2 * position + 1, inner, nodeOffset, leafOffset);
        layOutNode(tree, leaf ? node : tree.right()[node], 2 * position + 2, inner, nodeOffset, leafOffset);
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public int trees() {
        return trees;
    }

    @Override
    public float margin(float[] row) {
        RowKeys.fill(row, features, keys);
        float sum = baseMargin;
        int nodeOffset = 0;
        int leafOffset = 0;
        for (int group = 0; group < depths.length; group++) {
            int depth = depths[group];
            sum = walk(sum, depth, nodeOffset, leafOffset);
            nodeOffset += GROUP * ((1 << depth) - 1);
            leafOffset += GROUP << depth;
        }
        return sum;
    }

    private float walk(float sum, int depth, int nodeOffset, int leafOffset) {
        long[] node = nodes;
        int[] key = keys;
        int inner = (1 << depth) - 1;
        int b1 = nodeOffset + inner;
        int b2 = b1 + inner;
        int b3 = b2 + inner;
        int b4 = b3 + inner;
        int b5 = b4 + inner;
        int b6 = b5 + inner;
        int b7 = b6 + inner;
        int i0 = 0;
        int i1 = 0;
        int i2 = 0;
        int i3 = 0;
        int i4 = 0;
        int i5 = 0;
        int i6 = 0;
        int i7 = 0;
        for (int level = 0; level < depth; level++) {
            i0 = child(i0, node[nodeOffset + i0], key);
            i1 = child(i1, node[b1 + i1], key);
            i2 = child(i2, node[b2 + i2], key);
            i3 = child(i3, node[b3 + i3], key);
            i4 = child(i4, node[b4 + i4], key);
            i5 = child(i5, node[b5 + i5], key);
            i6 = child(i6, node[b6 + i6], key);
            i7 = child(i7, node[b7 + i7], key);
        }
        float[] leaf = leaves;
        int width = inner + 1;
        int at = leafOffset - inner;
        float total = sum + leaf[at + i0];
        total += leaf[at + width + i1];
        total += leaf[at + 2 * width + i2];
        total += leaf[at + 3 * width + i3];
        total += leaf[at + 4 * width + i4];
        total += leaf[at + 5 * width + i5];
        total += leaf[at + 6 * width + i6];
        return total + leaf[at + 7 * width + i7];
    }

    /** 2i+1 when the key is below the threshold, else 2i+2; the sign of the difference does the choosing. */
    private static int child(int index, long node, int[] key) {
        return 2 * index + 2 + (int) ((key[(int) node] - (node >> 32)) >> 63);
    }
}
