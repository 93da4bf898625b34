package io.v11.training.selection.report;

import java.util.ArrayList;
import java.util.List;

import io.v11.training.page.Figures;
import io.v11.training.selection.SelectionResult;

/** What a reader should take away, good or bad, before any figure. */
final class Verdict {
    private Verdict() {
    }

    static List<String> of(SelectionResult result, Subject subject) {
        List<String> lines = new ArrayList<>();
        int beyond = result.findings().size() - result.withinBand().size();
        lines.add(beyond + " of " + result.findings().size() + " features tell more of the label than chance does; "
                + (result.withinBand().size() - result.neverValid().size())
                + " cannot be told from chance by these rows: they stay within the band of rotated labels"
                + (beyond == 0 ? ", so nothing is selected." : "."));
        if (!result.neverValid().isEmpty()) {
            lines.add(result.neverValid().size()
                    + " features have no value on any row: the journals lack what they are made of.");
        }
        lines.add(result.stable().size() + " features are stable: they, or what says the same, were chosen in at least "
                + Figures.percent(result.settings().stableShare()) + " of " + result.chosen().size()
                + " folds that share no row. Two folds agree with a Jaccard index of "
                + Figures.fixed(result.clusterStability().meanJaccard(), 2)
                + " on average when features of one cluster count as the same ("
                + Figures.fixed(result.stability().meanJaccard(), 2)
                + " when they do not); sets drawn by lot would reach " + Figures.fixed(result.chanceJaccard(), 2)
                + ".");
        int skilled = result.skilledFolds();
        lines.add("Trees that see every feature beat the base rate behind " + skilled + " of "
                + result.judgements().size() + " boundaries."
                + (skilled * 2 <= result.judgements().size()
                        ? " Read gain, SHAP and permutation with that in mind: they explain a model with little or no skill."
                        : ""));
        if (!subject.remark().isEmpty()) {
            lines.add(subject.remark());
        }
        if (result.rows() != result.rowsUsed()) {
            lines.add("Of " + result.rows() + " rows one in "
                    + (result.rows() + result.settings().mostRows() - 1) / result.settings().mostRows()
                    + " was used, " + result.rowsUsed() + " in all.");
        }
        return lines;
    }
}
