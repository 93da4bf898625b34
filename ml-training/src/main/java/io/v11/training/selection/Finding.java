package io.v11.training.selection;

import io.v11.training.metrics.Interval;

/**
 * All that was found out about one feature. Information in nats.
 *
 * @param index         position in the schema
 * @param validShare    share of the rows on which it is valid
 * @param information   I(f;Y) over all rows
 * @param nullMean      what it would be by chance
 * @param nullUpper     end of the band of chance
 * @param beyond        it is beyond the band
 * @param jmiRank       place in the order of JMI, 0 when not taken
 * @param mrmrRank      place in the order of mRMR, 0 when not taken
 * @param frequency     share of the folds that chose it
 * @param clusterFrequency share of the folds that chose it or another member of its cluster
 * @param cluster       number of its cluster
 * @param clusterSize   features in the cluster, itself among them
 * @param representative of the cluster, by index
 * @param gainShare     of the total gain, mean over folds
 * @param shapShare     of the mean |SHAP|, mean over folds
 * @param permutation   rise of the held-out log loss when its values come from another time
 * @param interval      95 %, of that
 * @param clusterRise   the same of its whole cluster at once
 * @param clusterInterval 95 %, of that
 * @param costNs        to compute, NaN when not known
 */
public record Finding(int index, String name, String unit, double validShare, double information, double nullMean,
        double nullUpper, boolean beyond, int jmiRank, int mrmrRank, double frequency, double clusterFrequency,
        int cluster, int clusterSize,
        int representative, double gainShare, double shapShare, double permutation, Interval interval,
        double clusterRise, Interval clusterInterval, double costNs) {

    /** It speaks for its cluster, of which some fold, or all rows together, chose a member. */
    public boolean chosen() {
        return represents() && (clusterFrequency > 0.0 || jmiRank > 0);
    }

    /** It speaks for its cluster. */
    public boolean represents() {
        return representative == index;
    }
}
