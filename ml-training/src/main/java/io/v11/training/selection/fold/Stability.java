package io.v11.training.selection.fold;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How much sets chosen on different rows agree: Jaccard index |A and B| / |A or B| of every pair of folds (Jaccard 1901; Kalousis, Prados and
 * Hilario 2007), and in what share of the folds each feature was chosen.
 *
 * @param jaccard   of each pair of folds; 1 on the diagonal, and 1 between two empty sets
 * @param frequency of each feature, 0 to 1
 */
public record Stability(double[][] jaccard, double[] frequency) {

    /** @param chosen of each fold  @param size of the set they are chosen from */
    public static Stability of(List<int[]> chosen, int size) {
        BitSet[] sets = new BitSet[chosen.size()];
        double[] frequency = new double[size];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = new BitSet(size);
            for (int feature : chosen.get(i)) {
                sets[i].set(feature);
            }
            sets[i].stream().forEach(feature -> frequency[feature] += 1.0 / sets.length);
        }
        double[][] jaccard = new double[sets.length][sets.length];
        for (int i = 0; i < sets.length; i++) {
            for (int j = 0; j < sets.length; j++) {
                jaccard[i][j] = jaccard(sets[i], sets[j]);
            }
        }
        return new Stability(jaccard, frequency);
    }

    /** Mean over the pairs of different folds. */
    public double meanJaccard() {
        double sum = 0.0;
        int pairs = 0;
        for (int i = 0; i < jaccard.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += jaccard[i][j];
                pairs++;
            }
        }
        return pairs == 0 ? 1.0 : sum / pairs;
    }

    /**
     * What the mean would be if every fold drew its set at random: the expected Jaccard index of independent sets of these sizes, nearly
     * {@code e / (a + b - e)} with {@code e = ab / size} in common.
     */
    public static double byChance(List<int[]> chosen, int size) {
        double sum = 0.0;
        int pairs = 0;
        for (int i = 0; i < chosen.size(); i++) {
            for (int j = 0; j < i; j++) {
                double a = chosen.get(i).length;
                double b = chosen.get(j).length;
                double common = a * b / size;
                sum += a + b == 0.0 ? 1.0 : common / (a + b - common);
                pairs++;
            }
        }
        return pairs == 0 ? 1.0 : sum / pairs;
    }

    /** Features chosen in at least this share of the folds, ascending. */
    public int[] stable(double share) {
        int[] found = new int[frequency.length];
        int count = 0;
        for (int feature = 0; feature < found.length; feature++) {
            // Frequencies are sums of reciprocals: 3 of 5 must count as 0.6.
            if (frequency[feature] >= share - 1e-9) {
                found[count++] = feature;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double jaccard(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        int common = both.cardinality();
        int either = a.cardinality() + b.cardinality() - common;
        return either == 0 ? 1.0 : common / (double) either;
    }
}
