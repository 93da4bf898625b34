package io.v11.training.report;

import java.util.LinkedHashMap;
import java.util.Map;

import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;
import io.v11.training.page.Described;

/**
 * An accuracy that cannot be had without what it must be read beside: the majority class and the best one-feature rule on the same
 * rows, the share of decisions that were answered, and the number of rows. There is no accessor for it; whoever shows it takes all
 * five ({@link #with}). One that lacks any of them cannot be made. Immutable.
 */
public final class JudgedAccuracy implements Described {
    private final double accuracy;
    private final double majority;
    private final double ruleAccuracy;
    private final double coverage;
    private final int rows;

    private JudgedAccuracy(double accuracy, double majority, double ruleAccuracy, double coverage, int rows) {
        require("accuracy", accuracy, 0.0);
        require("majority", majority, 0.5);
        require("accuracy of the best rule", ruleAccuracy, 0.0);
        require("coverage", coverage, Double.MIN_VALUE);
        if (rows < 1) {
            throw new IllegalArgumentException("an accuracy must be of at least one row");
        }
        this.accuracy = accuracy;
        this.majority = majority;
        this.ruleAccuracy = ruleAccuracy;
        this.coverage = coverage;
        this.rows = rows;
    }

    /** What is made of the five. */
    public interface Reader<T> {
        /**
         * @param accuracy     share of rows on which the model was right
         * @param majority     share of the more frequent class, known afterwards
         * @param ruleAccuracy share on which the best one-feature rule was right, a rule chosen on train rows
         * @param coverage     rows answered as a share of the decisions that the figure speaks of
         * @param rows         rows answered
         */
        T read(double accuracy, double majority, double ruleAccuracy, double coverage, int rows);
    }

    /** Of a whole group. */
    public static JudgedAccuracy of(Evaluation evaluation) {
        return new JudgedAccuracy(evaluation.accuracy(), evaluation.majority(), evaluation.ruleAccuracy(),
                evaluation.coverage(), (int) Math.round(evaluation.coverage() * evaluation.rows()));
    }

    /**
     * Of some rows, all of which the model answered.
     *
     * @param ruleUp    what the best rule says of each
     * @param decisions those that coverage is a share of
     */
    public static JudgedAccuracy of(Scores answered, boolean[] ruleUp, int decisions) {
        int ruleRight = 0;
        for (int i = 0; i < answered.rows(); i++) {
            if (Double.isNaN(answered.probability()[i])) {
                throw new IllegalArgumentException("row " + i + " has no answer; judge those that have one");
            }
            ruleRight += ruleUp[i] == answered.up()[i] ? 1 : 0;
        }
        double upShare = Metrics.upShare(answered);
        return new JudgedAccuracy(Metrics.accuracy(answered), Math.max(upShare, 1.0 - upShare),
                ruleRight / (double) answered.rows(), answered.rows() / (double) decisions, answered.rows());
    }

    /** The only way to the figure. */
    public <T> T with(Reader<T> reader) {
        return reader.read(accuracy, majority, ruleAccuracy, coverage, rows);
    }

    @Override
    public Map<String, Object> parts() {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("rows", rows);
        parts.put("coverage", coverage);
        parts.put("majority", majority);
        parts.put("bestRule", ruleAccuracy);
        parts.put("accuracy", accuracy);
        return parts;
    }

    private static void require(String what, double share, double least) {
        if (!(share >= least && share <= 1.0)) {
            throw new IllegalArgumentException(
                    what + " must be a share of " + (least == 0.5 ? 0.5 : 0) + " to 1, is " + share
                            + "; an accuracy is not reported without base rate, best rule and coverage");
        }
    }
}
