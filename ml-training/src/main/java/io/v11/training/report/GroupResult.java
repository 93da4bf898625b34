package io.v11.training.report;

import java.util.List;

import io.v11.training.metrics.Interval;

/**
 * A model on the test rows of one instrument, or of all.
 *
 * @param group            qualified name, or {@code all}
 * @param rule             the best one-feature rule, in words
 * @param accuracy         beside what it must beat
 * @param accuracyInterval 95 %, block bootstrap over moves
 * @param moves            distinct moves: the number of independent labels
 * @param lead             accuracy less that of the rule
 * @param leadInterval     95 %, paired block bootstrap over moves
 * @param moveLead         the same with every move counting once
 * @param moveLeadInterval 95 %, bootstrap over moves
 * @param calibrationError expected calibration error over ten slices of probability
 * @param confusion        what was said and what happened
 * @param byConfidence     tenths of the answered rows, the most confident first
 * @param reliability      slices of probability
 * @param regimes          thirds of volatility and of spread that have rows enough; empty without train rows to cut them on
 * @param edges            what a taker would have got of the most confident rows
 */
public record GroupResult(String group, String rule, JudgedAccuracy accuracy, Interval accuracyInterval, int moves,
        double lead, Interval leadInterval, double moveLead, Interval moveLeadInterval, double areaUnderCurve,
        double logLoss, double brier,
        double calibrationError, Confusion confusion, List<ConfidenceBin> byConfidence,
        List<ReliabilityBin> reliability, List<RegimeResult> regimes, List<Edge> edges) {

    /** Rows by what was said (first) and what happened (second). */
    public record Confusion(int upUp, int upDown, int downUp, int downDown) {
    }

    /** @param least smallest |probability - 0.5| among the rows */
    public record ConfidenceBin(double least, JudgedAccuracy accuracy) {
    }

    /** @param said mean probability  @param happened share of ups */
    public record ReliabilityBin(double said, double happened, int rows) {
    }

    /** @param by which feature was cut  @param third low, middle or high, cut on train rows */
    public record RegimeResult(String by, String third, JudgedAccuracy accuracy) {
    }

    /**
     * Means over the rows, basis points.
     *
     * @param share     of the answered rows, the most confident ones
     * @param moveBps   signed size of the next move in the direction that the model took
     * @param costBps   half the spread and the taker fee of one execution
     * @param netBps    move less cost
     * @param profitable share of rows on which the move was larger than the cost
     */
    public record Edge(double share, int rows, double moveBps, double costBps, double netBps, double profitable) {
    }

    public GroupResult {
        byConfidence = List.copyOf(byConfidence);
        reliability = List.copyOf(reliability);
        regimes = List.copyOf(regimes);
        edges = List.copyOf(edges);
    }
}
