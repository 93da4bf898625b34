package io.v11.training.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.agrona.concurrent.NanoClock;

import io.v11.training.data.Dataset;
import io.v11.training.progress.Progress;
import io.v11.training.progress.TrainingListener;
import io.v11.training.selection.cluster.Clusters;
import io.v11.training.selection.cluster.RankCorrelation;
import io.v11.training.selection.fold.Fold;
import io.v11.training.selection.fold.Stability;
import io.v11.training.selection.fold.WalkForward;
import io.v11.training.selection.importance.TreeImportance;
import io.v11.training.selection.information.BinnedRows;
import io.v11.training.selection.information.Criterion;
import io.v11.training.selection.information.GreedySelection;
import io.v11.training.selection.information.NullBand;
import io.v11.training.selection.information.PairInformation;
import io.v11.training.trainer.SampleWeights;

/**
 * Looks for the features that are worth having, on rows that somebody else has set apart for development. The whole of the rows gives
 * relevance, order and clusters; folds that do not share rows say whether the choice holds at another time; trees fitted before and judged
 * behind each fold's boundary say what a model makes of the features. Confined to one thread, which shares work out over the cores; the same
 * rows, settings and seed give the same result.
 */
public final class SelectionStudy {
    /** More than any worth: information is at most ln 2, and nothing costs less than a picosecond. */
    private static final double WITHIN = 1e3;

    private final SelectionSettings settings;
    private final SampleWeights weights;
    private final double[] costNs;
    private final TrainingListener listener;
    private final NanoClock clock;

    /**
     * @param weights of rows when trees are fitted; all else counts every row once
     * @param costNs  of each feature in the order of the schema, NaN where it is not known
     * @param clock   for estimates of the remaining time only
     */
    public SelectionStudy(SelectionSettings settings, SampleWeights weights, double[] costNs, TrainingListener listener,
            NanoClock clock) {
        this.settings = settings;
        this.weights = weights;
        this.costNs = costNs;
        this.listener = listener;
        this.clock = clock;
    }

    /** @param developmentRows labelled rows; no other row of the dataset is looked at */
    public SelectionResult run(Dataset data, int[] developmentRows) {
        int[] rows = thin(inOrderOfTime(data, developmentRows));
        List<Fold> folds = WalkForward.of(data, rows, settings.folds(), settings.purgeNs(), settings.embargoNs());
        listener.onText(developmentRows.length + " labelled rows, " + rows.length + " used, " + data.features()
                + " features, " + folds.size() + " folds");
        RankCorrelation correlation = RankCorrelation.of(data, rows);
        Clusters clusters = Clusters.of(correlation, settings.clusterThreshold());
        listener.onText(clusters.count() + " clusters at |Spearman| " + settings.clusterThreshold());
        Choice whole = choose(data, rows, clusters);
        listener.onText(whole.band.beyond().length + " features tell more of the label than chance does");
        List<int[]> chosen = chooseOnFolds(data, folds, clusters);
        TreeImportance importance = TreeImportance.of(data, folds, chosen, clusters.members(), weights,
                settings.purgeNs(), settings.repeats(), settings.seed(), listener, clock);
        Stability stability = Stability.of(chosen, data.features());
        List<int[]> chosenClusters = chosen.stream()
                .map(set -> Arrays.stream(set).map(feature -> clusters.clusterOf()[feature]).toArray()).toList();
        Stability clusterStability = Stability.of(chosenClusters, clusters.count());
        List<Finding> findings = findings(data, rows, whole, clusters, stability, clusterStability, importance);
        // What has no value anywhere is no lot in the draw.
        int live = clusters.count() - (int) findings.stream().filter(finding -> finding.validShare() == 0.0).count();
        return new SelectionResult(settings, developmentRows.length, rows.length, upShare(data, rows), findings,
                clusters, correlation, chosen, stability, clusterStability, Stability.byChance(chosenClusters, live),
                importance.judgements(), folds.stream().mapToInt(fold -> fold.recent().length).toArray());
    }

    /** What one set of rows says. */
    private record Choice(NullBand band, GreedySelection jmi, GreedySelection mrmr) {
    }

    /** Of each cluster only the member that is worth most on these rows may be taken: the others repeat it. */
    private Choice choose(Dataset data, int[] rows, Clusters clusters) {
        BinnedRows binned = BinnedRows.of(data, rows, settings.bins());
        NullBand band = NullBand.of(binned, settings.rotations(), settings.seed());
        PairInformation pairs = new PairInformation(binned);
        double[] relevance = IntStream.range(0, data.features()).mapToDouble(band::information).toArray();
        double[] worth = worth(band);
        int[] candidates = IntStream.of(band.beyond())
                .filter(feature -> clusters.representative(clusters.clusterOf()[feature], worth) == feature).toArray();
        return new Choice(band,
                GreedySelection.run(Criterion.JMI, relevance, pairs, candidates, settings.most()),
                GreedySelection.run(Criterion.MRMR, relevance, pairs, candidates, settings.most()));
    }

    private List<int[]> chooseOnFolds(Dataset data, List<Fold> folds, Clusters clusters) {
        Progress progress = new Progress(listener, clock, "choosing on folds", folds.size());
        List<int[]> chosen = new ArrayList<>();
        for (Fold fold : folds) {
            Choice choice = choose(data, fold.recent(), clusters);
            chosen.add((settings.criterion() == Criterion.JMI ? choice.jmi : choice.mrmr).features());
            progress.at(chosen.size());
        }
        return chosen;
    }

    private List<Finding> findings(Dataset data, int[] rows, Choice whole, Clusters clusters, Stability stability,
            Stability clusterStability, TreeImportance importance) {
        int features = data.features();
        int[] jmi = whole.jmi.ranks(features);
        int[] mrmr = whole.mrmr.ranks(features);
        double[] worth = worth(whole.band);
        List<Finding> findings = new ArrayList<>();
        for (int f = 0; f < features; f++) {
            int cluster = clusters.clusterOf()[f];
            findings.add(new Finding(f, data.featureNames().get(f), data.schema().units().get(f),
                    validShare(data, rows, f), whole.band.information(f), whole.band.mean(f), whole.band.upper(f),
                    whole.band.beyond(f), jmi[f], mrmr[f], stability.frequency()[f],
                    clusterStability.frequency()[cluster], cluster,
                    clusters.members().get(cluster).length, clusters.representative(cluster, worth),
                    importance.gain()[f], importance.shap()[f], importance.permutation()[f], importance.interval()[f],
                    importance.groupRise()[cluster], importance.groupInterval()[cluster], costNs[f]));
        }
        return findings;
    }

    /**
     * Information, for each nanosecond where all costs are known; nothing within the band of chance, so that a member beyond it
     * speaks for its cluster wherever there is one.
     */
    private double[] worth(NullBand band) {
        boolean priced = Arrays.stream(costNs).allMatch(cost -> cost > 0.0);
        double[] worth = new double[costNs.length];
        for (int feature = 0; feature < worth.length; feature++) {
            double information = Math.max(0.0, band.information(feature)) / (priced ? costNs[feature] : 1.0);
            // Those within the band keep an order among themselves, below all beyond it.
            worth[feature] = band.beyond(feature) ? information : information - WITHIN;
        }
        return worth;
    }

    private int[] thin(int[] rows) {
        int step = (rows.length + settings.mostRows() - 1) / settings.mostRows();
        return IntStream.range(0, rows.length).filter(i -> i % step == 0).map(i -> rows[i]).toArray();
    }

    /** Journals may be given in any order, so rows of the dataset need not be in that of time. */
    private static int[] inOrderOfTime(Dataset data, int[] rows) {
        return Arrays.stream(rows).boxed()
                .sorted((a, b) -> {
                    int byTime = Long.compare(data.eventTimeNs(a), data.eventTimeNs(b));
                    return byTime != 0 ? byTime : Integer.compare(a, b);
                }).mapToInt(Integer::intValue).toArray();
    }

    private static double upShare(Dataset data, int[] rows) {
        return Arrays.stream(rows).filter(data::up).count() / (double) rows.length;
    }

    private static double validShare(Dataset data, int[] rows, int feature) {
        return Arrays.stream(rows).filter(row -> !Double.isNaN(data.value(row, feature))).count()
                / (double) rows.length;
    }
}
