package io.v11.training.selection.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.v11.ml.tree.DecisionTree;
import io.v11.ml.tree.TreeEnsemble;
import io.v11.training.data.Dataset;

/**
 * A fitted ensemble and the rows of one fold that it has not seen, ready to be asked how much worse it does when the values of
 * some features come from another time. Only the trees that ask for one of them are walked again. Trees are summed in
 * double: the figures are differences of losses, not margins to the bit. Immutable after construction; 4 bytes for each row and
 * tree, beside the rows.
 */
final class HeldOutForest {
    /** Shifts by less than this share of an instrument's rows would leave values almost where they were. */
    private static final double LEAST_SHIFT = 0.05;

    private final FloatRows rows;
    private final boolean[] up;
    private final int[] move;
    private final int[][] groups;
    private final List<DecisionTree> trees;
    private final int[][] treesOf;
    private final float[][] leaves;
    private final double[] margins;

    HeldOutForest(TreeEnsemble ensemble, Dataset data, int[] held) {
        rows = FloatRows.of(data, held);
        trees = ensemble.trees();
        up = new boolean[held.length];
        move = new int[held.length];
        int[] instruments = new int[held.length];
        for (int i = 0; i < held.length; i++) {
            up[i] = data.up(held[i]);
            move[i] = data.move(held[i]);
            instruments[i] = data.instrument(held[i]);
        }
        groups = groups(instruments);
        treesOf = treesOf(trees, data.features());
        margins = new double[held.length];
        Arrays.fill(margins, ensemble.baseMargin());
        leaves = new float[trees.size()][held.length];
        for (int tree = 0; tree < leaves.length; tree++) {
            for (int row = 0; row < held.length; row++) {
                leaves[tree][row] = leaf(trees.get(tree), row, row, null);
                margins[row] += leaves[tree][row];
            }
        }
    }

    int rows() {
        return up.length;
    }

    /** Trees of the model. */
    int trees() {
        return trees.size();
    }

    /** Numbers of the moves that decided the rows. */
    int[] move() {
        return move;
    }

    boolean[] up() {
        return up;
    }

    /** Probability of "up" of every row. */
    double[] probabilities() {
        double[] probabilities = new double[margins.length];
        for (int i = 0; i < margins.length; i++) {
            probabilities[i] = 1.0 / (1.0 + StrictMath.exp(-margins[i]));
        }
        return probabilities;
    }

    /** A split asks for the feature. */
    boolean uses(int feature) {
        return treesOf[feature].length > 0;
    }

    /**
     * Adds to {@code rise}, from {@code offset} on, how much the log loss of each row rises, as a mean over {@code repeats} shifts of the
     * given features: within each instrument their values are rotated against the rest of the row by a random offset, all by
     * the same. A rotation leaves each feature like its neighbours in time, as it is in truth; single values shuffled would make
     * rows that never were.
     */
    void addRise(int[] features, int repeats, Random random, double[] rise, int offset) {
        boolean[] shifted = new boolean[rows.features()];
        for (int feature : features) {
            shifted[feature] = true;
        }
        int[] affected = Arrays.stream(features).flatMap(feature -> Arrays.stream(treesOf[feature])).distinct().sorted()
                .toArray();
        int[] source = new int[up.length];
        for (int repeat = 0; repeat < repeats; repeat++) {
            rotate(source, random);
            for (int row = 0; row < up.length; row++) {
                double margin = margins[row];
                for (int tree : affected) {
                    margin += leaf(trees.get(tree), row, source[row], shifted) - leaves[tree][row];
                }
                rise[offset + row] += (loss(margin, up[row]) - loss(margins[row], up[row])) / repeats;
            }
        }
    }

    private void rotate(int[] source, Random random) {
        for (int[] group : groups) {
            int least = (int) Math.ceil(LEAST_SHIFT * group.length);
            int offset = least + random.nextInt(Math.max(1, group.length - 2 * least));
            for (int i = 0; i < group.length; i++) {
                source[group[i]] = group[(i + offset) % group.length];
            }
        }
    }

    /** What the tree says of a row whose {@code shifted} features are those of row {@code source}. */
    private float leaf(DecisionTree tree, int row, int source, boolean[] shifted) {
        int node = 0;
        while (!tree.isLeaf(node)) {
            int feature = tree.feature()[node];
            float value = rows.value(shifted != null && shifted[feature] ? source : row, feature);
            boolean left = Float.isNaN(value) ? tree.defaultLeft()[node] : value < tree.value()[node];
            node = left ? tree.left()[node] : tree.right()[node];
        }
        return tree.value()[node];
    }

    /** -ln of the probability of what happened, ln(1 + e^-z) with z the margin towards it. */
    private static double loss(double margin, boolean wentUp) {
        double towards = wentUp ? margin : -margin;
        return towards > 0.0
                ? StrictMath.log1p(StrictMath.exp(-towards))
                : -towards + StrictMath.log1p(StrictMath.exp(towards));
    }

    private static int[][] groups(int[] instruments) {
        int[] ids = Arrays.stream(instruments).distinct().sorted().toArray();
        int[][] groups = new int[ids.length][];
        for (int g = 0; g < ids.length; g++) {
            int[] group = new int[instruments.length];
            int count = 0;
            for (int i = 0; i < instruments.length; i++) {
                if (instruments[i] == ids[g]) {
                    group[count++] = i;
                }
            }
            groups[g] = Arrays.copyOf(group, count);
        }
        return groups;
    }

    private static int[][] treesOf(List<DecisionTree> trees, int features) {
        List<List<Integer>> found = new ArrayList<>();
        for (int feature = 0; feature < features; feature++) {
            found.add(new ArrayList<>());
        }
        for (int tree = 0; tree < trees.size(); tree++) {
            DecisionTree walked = trees.get(tree);
            for (int node = 0; node < walked.left().length; node++) {
                if (!walked.isLeaf(node)) {
                    List<Integer> ofFeature = found.get(walked.feature()[node]);
                    if (ofFeature.isEmpty() || ofFeature.getLast() != tree) {
                        ofFeature.add(tree);
                    }
                }
            }
        }
        return found.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }
}
