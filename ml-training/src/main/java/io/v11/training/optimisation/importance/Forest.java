package io.v11.training.optimisation.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Regression forest on [0, 1] for each parameter (Breiman 2001): {@value #TREES} trees, each on its own bootstrap
 * sample; each split the one that reduces squared error most among 5 of 6 of the parameters, leaves of {@value
 * #LEAST_LEAF} trials or more, as Hutter, Hoos, Leyton-Brown 2014 have them. A tree is kept as the boxes of its
 * leaves, which is all that the decomposition asks for. Seeded; immutable.
 */
final class Forest {
    static final int TREES = 64;
    private static final int LEAST_LEAF = 3;
    private static final int LEAVES = 500;
    private static final double PARAMETER_SHARE = 5.0 / 6.0;

    private final List<List<Box>> trees = new ArrayList<>();
    private final double[][] units;
    private final double[] losses;
    private final int[][] ranks;
    private final Random random;
    private final int leafTrials;

    /**
     * @param units  one row for each trial
     * @param losses finite
     */
    Forest(double[][] units, double[] losses, long seed) {
        this.units = units;
        this.losses = losses;
        ranks = ranks(units);
        random = new Random(seed);
        leafTrials = Math.max(LEAST_LEAF, units.length / LEAVES);
        int size = units[0].length;
        for (int tree = 0; tree < TREES; tree++) {
            int[] rows = random.ints(units.length, 0, units.length).toArray();
            double[] low = new double[size];
            double[] high = new double[size];
            Arrays.fill(high, 1.0);
            List<Box> leaves = new ArrayList<>();
            grow(rows, low, high, leaves);
            trees.add(List.copyOf(leaves));
        }
    }

    /** The leaves of each tree; those of one tree fill the cube. */
    List<List<Box>> trees() {
        return trees;
    }

    double at(double[] point) {
        double sum = 0.0;
        for (List<Box> tree : trees) {
            for (Box leaf : tree) {
                if (leaf.holds(point)) {
                    sum += leaf.value();
                    break;
                }
            }
        }
        return sum / trees.size();
    }

    /** The mean over all parameters but two, at a place of these: exact, as the boxes' volumes are known. */
    double marginal(int first, double firstUnit, int second, double secondUnit) {
        double sum = 0.0;
        for (List<Box> tree : trees) {
            for (Box leaf : tree) {
                if (leaf.holds(first, firstUnit) && leaf.holds(second, secondUnit)) {
                    sum += leaf.value() * leaf.volume(first, second);
                }
            }
        }
        return sum / trees.size();
    }

    private void grow(int[] rows, double[] low, double[] high, List<Box> leaves) {
        Split split = rows.length < 2 * leafTrials ? null : best(rows);
        if (split == null) {
            leaves.add(new Box(low, high, Arrays.stream(rows).mapToDouble(row -> losses[row]).average().orElseThrow()));
            return;
        }
        int[] left = Arrays.stream(rows).filter(row -> units[row][split.parameter] < split.at).toArray();
        int[] right = Arrays.stream(rows).filter(row -> units[row][split.parameter] >= split.at).toArray();
        double[] middleHigh = high.clone();
        double[] middleLow = low.clone();
        middleHigh[split.parameter] = split.at;
        middleLow[split.parameter] = split.at;
        grow(left, low, middleHigh, leaves);
        grow(right, middleLow, high, leaves);
    }

    private record Split(int parameter, double at, double gain) {
    }

    /** Null when none reduces the error. */
    private Split best(int[] rows) {
        int size = units[0].length;
        Integer[] parameters = IntStream.range(0, size).boxed().toArray(Integer[]::new);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Integer kept = parameters[i];
            parameters[i] = parameters[other];
            parameters[other] = kept;
        }
        Split best = null;
        for (int i = 0; i < Math.max(1, (int) Math.ceil(PARAMETER_SHARE * size)); i++) {
            Split split = best(rows, parameters[i]);
            if (split != null && (best == null || split.gain > best.gain)) {
                best = split;
            }
        }
        return best;
    }

    /** Greatest sum of squared sums by counts, which is the least squared error. */
    private Split best(int[] rows, int parameter) {
        int[] order = ordered(rows, parameter);
        double total = Arrays.stream(rows).mapToDouble(row -> losses[row]).sum();
        double left = 0.0;
        Split best = null;
        double none = total * total / rows.length;
        for (int i = 1; i < order.length; i++) {
            left += losses[order[i - 1]];
            double before = units[order[i - 1]][parameter];
            double after = units[order[i]][parameter];
            if (i < leafTrials || order.length - i < leafTrials || !(before < after)) {
                continue;
            }
            double gain = left * left / i + (total - left) * (total - left) / (order.length - i) - none;
            if (gain > 1e-12 * Math.abs(none) && (best == null || gain > best.gain)) {
                best = new Split(parameter, 0.5 * (before + after), gain);
            }
        }
        return best;
    }

    /** By value; the rank stands above the row in a long, as numbers sort ten times faster than objects. */
    private int[] ordered(int[] rows, int parameter) {
        long[] keys = new long[rows.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) ranks[parameter][rows[i]] << Integer.SIZE | rows[i];
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    /** Place of each trial among all by the value of each parameter, of equals the earlier first. */
    private static int[][] ranks(double[][] units) {
        int[][] ranks = new int[units[0].length][units.length];
        for (int parameter = 0; parameter < ranks.length; parameter++) {
            int p = parameter;
            int[] order = IntStream.range(0, units.length).boxed()
                    .sorted(Comparator.comparingDouble((Integer row) -> units[row][p]).thenComparing(row -> row))
                    .mapToInt(Integer::intValue).toArray();
            for (int place = 0; place < order.length; place++) {
                ranks[parameter][order[place]] = place;
            }
        }
        return ranks;
    }
}
