package io.v11.training.selection.information;

import java.util.Arrays;

/**
 * Takes features one by one, each time the candidate whose {@link Criterion} is highest given those already taken; the first
 * is the most relevant one. Of equals the one that stands first in the schema.
 *
 * @param features taken, in the order of taking
 * @param scores   of each when it was taken, nats: of the first its relevance; of the others by JMI what it adds to one taken
 *                 feature on average, by mRMR its relevance less what it shares with them
 */
public record GreedySelection(int[] features, double[] scores) {

    /**
     * @param relevance  I(f;Y) of every feature
     * @param candidates features that may be taken, ascending
     * @param most       features to take; fewer when there are fewer candidates
     */
    public static GreedySelection run(Criterion criterion, double[] relevance, PairInformation pairs, int[] candidates,
            int most) {
        int count = Math.min(most, candidates.length);
        int[] taken = new int[count];
        double[] scores = new double[count];
        double[] sums = new double[relevance.length];
        boolean[] open = new boolean[relevance.length];
        for (int candidate : candidates) {
            open[candidate] = true;
        }
        for (int step = 0; step < count; step++) {
            int best = -1;
            double bestScore = Double.NEGATIVE_INFINITY;
            for (int candidate : candidates) {
                double score = step == 0 ? relevance[candidate] : sums[candidate] / step;
                if (open[candidate] && score > bestScore) {
                    best = candidate;
                    bestScore = score;
                }
            }
            open[best] = false;
            taken[step] = best;
            scores[step] = bestScore;
            if (step + 1 < count) {
                add(criterion, relevance, pairs, best, sums);
            }
        }
        return new GreedySelection(taken, scores);
    }

    /** 1 for the feature taken first, 0 for one that was not taken; one entry a feature of the schema. */
    public int[] ranks(int schemaSize) {
        int[] ranks = new int[schemaSize];
        for (int i = 0; i < features.length; i++) {
            ranks[features[i]] = i + 1;
        }
        return ranks;
    }

    @Override
    public String toString() {
        return Arrays.toString(features);
    }

    private static void add(Criterion criterion, double[] relevance, PairInformation pairs, int other, double[] sums) {
        double[] shared = pairs.shared(other);
        double[] together = pairs.together(other);
        for (int feature = 0; feature < sums.length; feature++) {
            sums[feature] += criterion.term(relevance[feature], relevance[other], shared[feature], together[feature]);
        }
    }
}
