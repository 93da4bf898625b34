package io.v11.training.selection.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of features that say much the same: average linkage (Sokal and Michener 1958) over the distance 1 - |Spearman|, merging until
 * no two clusters are closer on average than the threshold. Of clusters equally close those that stand first are merged, so
 * the answer does not depend on chance. Numbered by their first feature; O(features^3) at worst, once.
 *
 * @param members   features of each cluster, ascending
 * @param clusterOf cluster of each feature
 */
public record Clusters(List<int[]> members, int[] clusterOf) {

    /** @param threshold least mean |Spearman| between two clusters that are merged, between 0 and 1 */
    public static Clusters of(RankCorrelation correlation, double threshold) {
        if (!(threshold > 0.0 && threshold <= 1.0)) {
            throw new IllegalArgumentException("cluster threshold must be above 0 and at most 1, is " + threshold);
        }
        int features = correlation.features();
        double[][] likeness = new double[features][features];
        int[] sizes = new int[features];
        int[] head = new int[features];
        for (int i = 0; i < features; i++) {
            sizes[i] = 1;
            head[i] = i;
            for (int j = 0; j < features; j++) {
                likeness[i][j] = Math.abs(correlation.of(i, j));
            }
        }
        while (mergeClosest(likeness, sizes, head, threshold)) {
            // Until none are close enough.
        }
        return collect(head);
    }

    public int count() {
        return members.size();
    }

    /** The member that is worth most, of equals the first. */
    public int representative(int cluster, double[] worth) {
        int best = members.get(cluster)[0];
        for (int member : members.get(cluster)) {
            best = worth[member] > worth[best] ? member : best;
        }
        return best;
    }

    /** The two clusters that are most alike become one, under the lower of their first features. */
    private static boolean mergeClosest(double[][] likeness, int[] sizes, int[] head, double threshold) {
        int first = -1;
        int second = -1;
        double closest = threshold;
        for (int i = 0; i < sizes.length; i++) {
            for (int j = i + 1; sizes[i] > 0 && j < sizes.length; j++) {
                if (sizes[j] > 0 && (likeness[i][j] > closest || first < 0 && likeness[i][j] >= closest)) {
                    first = i;
                    second = j;
                    closest = likeness[i][j];
                }
            }
        }
        if (first < 0) {
            return false;
        }
        for (int k = 0; k < sizes.length; k++) {
            // Lance and Williams 1967: the mean over pairs of the union is the weighted mean of the means.
            double mean = (sizes[first] * likeness[first][k] + sizes[second] * likeness[second][k])
                    / (sizes[first] + sizes[second]);
            likeness[first][k] = mean;
            likeness[k][first] = mean;
        }
        sizes[first] += sizes[second];
        sizes[second] = 0;
        for (int i = 0; i < head.length; i++) {
            head[i] = head[i] == second ? first : head[i];
        }
        return true;
    }

    private static Clusters collect(int[] head) {
        List<int[]> members = new ArrayList<>();
        int[] clusterOf = new int[head.length];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == i) {
                int[] cluster = new int[head.length];
                int count = 0;
                for (int j = i; j < head.length; j++) {
                    if (head[j] == i) {
                        cluster[count++] = j;
                        clusterOf[j] = members.size();
                    }
                }
                members.add(Arrays.copyOf(cluster, count));
            }
        }
        return new Clusters(List.copyOf(members), clusterOf);
    }
}
