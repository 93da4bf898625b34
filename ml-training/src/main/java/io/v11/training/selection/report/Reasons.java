package io.v11.training.selection.report;

import java.util.ArrayList;
import java.util.List;

import io.v11.training.page.Figures;
import io.v11.training.selection.Finding;
import io.v11.training.selection.SelectionResult;

/** Why a feature stands where it stands, in words that name their figures. */
final class Reasons {
    private Reasons() {
    }

    static List<String> of(Finding f, SelectionResult result) {
        List<String> reasons = new ArrayList<>();
        reasons.add("tells " + Figures.millinats(f.information()) + " mnat of the label, "
                + (f.beyond() ? "beyond" : "within") + " the " + Figures.millinats(f.nullUpper())
                + " that chance explains");
        reasons.add(folds(f, result.chosen().size()));
        reasons.add(places(f));
        reasons.add(redundancy(f, result));
        reasons.add(permutation(f));
        if (f.shapShare() > 0.0) {
            reasons.add(Figures.percent(f.shapShare()) + " of SHAP, " + Figures.percent(f.gainShare()) + " of gain");
        }
        return reasons;
    }

    private static String folds(Finding f, int folds) {
        long own = Math.round(f.frequency() * folds);
        return f.clusterSize() == 1
                ? "chosen in " + own + " of " + folds + " folds"
                : "its cluster chosen in " + Math.round(f.clusterFrequency() * folds) + " of " + folds
                        + " folds, by itself in " + own;
    }

    private static String places(Finding f) {
        if (f.jmiRank() == 0 && f.mrmrRank() == 0) {
            return "taken by neither JMI nor mRMR over all rows";
        }
        return (f.jmiRank() == 0 ? "not taken by JMI" : "number " + f.jmiRank() + " by JMI") + ", "
                + (f.mrmrRank() == 0 ? "not taken by mRMR" : "number " + f.mrmrRank() + " by mRMR");
    }

    private static String redundancy(Finding f, SelectionResult result) {
        if (f.clusterSize() == 1) {
            return "no other feature says the same";
        }
        if (f.represents()) {
            return "representative of cluster " + f.cluster() + " with " + (f.clusterSize() - 1) + " more";
        }
        return "one of " + f.clusterSize() + " in cluster " + f.cluster() + ", which "
                + result.findings().get(f.representative()).name() + " represents";
    }

    private static String permutation(Finding f) {
        if (f.permutation() == 0.0 && f.gainShare() == 0.0) {
            return "no tree asks for it";
        }
        String own = "held-out loss rises by " + Figures.signedMillinats(f.permutation()) + " mnat "
                + Figures.range(f.interval()) + " without it";
        return f.clusterSize() == 1
                ? own
                : own + ", by " + Figures.signedMillinats(f.clusterRise()) + " " + Figures.range(f.clusterInterval())
                        + " without its cluster";
    }
}
