package io.v11.training.selection;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.v11.training.selection.cluster.Clusters;
import io.v11.training.selection.cluster.RankCorrelation;
import io.v11.training.selection.fold.Stability;
import io.v11.training.selection.importance.Judgement;

/**
 * How a selection ended. Immutable by agreement.
 *
 * @param settings         by which it was made
 * @param rows             labelled development rows that were given
 * @param rowsUsed         of them, after thinning
 * @param upShare          share of the used rows that went up
 * @param findings         of every feature, in the order of the schema
 * @param clusters         of redundant features
 * @param correlation      by which they were made
 * @param chosen           features chosen on each fold, in the order of choosing
 * @param stability        of the features over the folds
 * @param clusterStability of their clusters: members that stand in for one another count as the same choice
 * @param chanceJaccard    mean Jaccard index of clusters if the folds had drawn them by lot
 * @param judgements       of the models of each fold
 * @param foldRows         rows on which each fold chose
 */
public record SelectionResult(SelectionSettings settings, int rows, int rowsUsed, double upShare,
        List<Finding> findings, Clusters clusters, RankCorrelation correlation, List<int[]> chosen,
        Stability stability, Stability clusterStability, double chanceJaccard, List<Judgement> judgements,
        int[] foldRows) {

    /**
     * Features in the order of their worth: first those that speak for their clusters, by the share of folds that chose a member, by
     * their place in JMI, by information; then those that are spoken for, by information.
     */
    public List<Finding> ranked() {
        return findings.stream().sorted(Comparator.comparing(Finding::represents).reversed()
                .thenComparing(Comparator.comparingDouble(SelectionResult::share).reversed())
                .thenComparingInt(SelectionResult::place)
                .thenComparing(Comparator.comparingDouble(Finding::information).reversed())).toList();
    }

    /** The chosen ones among the first {@link SelectionSettings#most()} of the order. */
    public List<Finding> top() {
        return ranked().stream().filter(Finding::chosen).limit(settings.most()).toList();
    }

    /** One feature for each cluster of which enough folds chose a member, in the order of their worth. */
    public List<Finding> stable() {
        return top().stream().filter(this::stable).toList();
    }

    /** Enough folds chose it or what says the same. */
    public boolean stable(Finding finding) {
        // Frequencies are sums of reciprocals: 3 of 5 must count as 0.6.
        return finding.represents() && finding.clusterFrequency() >= settings.stableShare() - 1e-9;
    }

    /** Features that tell no more of the label than chance does, those that are never valid among them. */
    public List<Finding> withinBand() {
        return findings.stream().filter(finding -> !finding.beyond()).toList();
    }

    /** Clusters of features that have a value somewhere; one that has none is alone in its cluster. */
    public int liveClusters() {
        return clusters.count() - neverValid().size();
    }

    /** Features without a value on any row: the journals lack what they are made of. */
    public List<Finding> neverValid() {
        return findings.stream().filter(finding -> finding.validShare() == 0.0).toList();
    }

    /** Folds whose model of all features did better than the base rate on rows it had not seen. */
    public int skilledFolds() {
        return (int) judgements.stream().filter(Judgement::skilled).count();
    }

    /** Features that any fold chose. */
    public int chosenAnywhere() {
        return (int) Arrays.stream(stability.frequency()).filter(share -> share > 0.0).count();
    }

    private static double share(Finding finding) {
        return finding.represents() ? finding.clusterFrequency() : 0.0;
    }

    private static int place(Finding finding) {
        return finding.represents() && finding.jmiRank() > 0 ? finding.jmiRank() : Integer.MAX_VALUE;
    }
}
