package io.v11.training.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Scores;
import io.v11.training.report.GroupResult.ConfidenceBin;
import io.v11.training.report.GroupResult.Confusion;
import io.v11.training.report.GroupResult.Edge;
import io.v11.training.report.GroupResult.RegimeResult;
import io.v11.training.report.GroupResult.ReliabilityBin;

/** Takes one group of test rows apart: by confidence, probability, regime and cost. Every part is judged beside the group's rule. */
final class GroupJudge {
    private static final int SLICES = 10;
    /** A regime with fewer is left out. */
    private static final int LEAST_ROWS = 100;
    private static final double[] SHARES = {0.1, 0.25, 1.0};

    private final TestRows test;
    private final Evaluation evaluation;
    /** Positions of the group's answered rows among the test rows. */
    private final int[] positions;
    private final Scores answered;
    private final boolean[] ruleUp;

    private GroupJudge(TestRows test, Evaluation evaluation, int[] positions, Scores answered) {
        this.test = test;
        this.evaluation = evaluation;
        this.positions = positions;
        this.answered = answered;
        ruleUp = new boolean[positions.length];
        for (int i = 0; i < ruleUp.length; i++) {
            ruleUp[i] = evaluation.rule().up(test.data(), test.rows()[positions[i]]);
        }
    }

    /**
     * @param evaluation of the group, by the classes that training judges with
     * @param scores     of all test rows
     * @param group      positions of the group's rows among the test rows
     */
    static GroupResult of(TestRows test, Evaluation evaluation, Scores scores, int[] group) {
        int[] positions = Arrays.stream(group).filter(position -> !Double.isNaN(scores.probability()[position]))
                .toArray();
        GroupJudge judge = new GroupJudge(test, evaluation, positions, scores.pick(positions));
        return new GroupResult(evaluation.group(), evaluation.rule().describe(), JudgedAccuracy.of(evaluation),
                evaluation.accuracyInterval(), evaluation.moves(), evaluation.lead(), evaluation.leadInterval(),
                evaluation.moveLead(), evaluation.moveLeadInterval(),
                evaluation.areaUnderCurve(), evaluation.logLoss(), evaluation.brier(), evaluation.calibrationError(),
                judge.confusion(), judge.byConfidence(group.length), judge.reliability(), judge.regimes(scores, group),
                judge.edges());
    }

    private Confusion confusion() {
        int[] counts = new int[4];
        for (int i = 0; i < answered.rows(); i++) {
            boolean saidUp = answered.probability()[i] > 0.5;
            counts[(saidUp ? 0 : 2) + (answered.up()[i] ? 0 : 1)]++;
        }
        return new Confusion(counts[0], counts[1], counts[2], counts[3]);
    }

    private List<ConfidenceBin> byConfidence(int decisions) {
        int[] order = Ranking.byConfidence(answered);
        List<ConfidenceBin> bins = new ArrayList<>();
        for (int bin = 0; bin < SLICES && order.length >= SLICES; bin++) {
            int[] rows = Arrays.copyOfRange(order, bin * order.length / SLICES, (bin + 1) * order.length / SLICES);
            bins.add(new ConfidenceBin(Ranking.confidence(answered, rows[rows.length - 1]), judged(rows, decisions)));
        }
        return bins;
    }

    private JudgedAccuracy judged(int[] rows, int decisions) {
        boolean[] rule = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rule[i] = ruleUp[rows[i]];
        }
        return JudgedAccuracy.of(answered.pick(rows), rule, decisions);
    }

    private List<ReliabilityBin> reliability() {
        double[] said = new double[SLICES];
        int[] ups = new int[SLICES];
        int[] rows = new int[SLICES];
        for (int i = 0; i < answered.rows(); i++) {
            int slice = Math.min(SLICES - 1, (int) (answered.probability()[i] * SLICES));
            said[slice] += answered.probability()[i];
            ups[slice] += answered.up()[i] ? 1 : 0;
            rows[slice]++;
        }
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int slice = 0; slice < SLICES; slice++) {
            if (rows[slice] > 0) {
                bins.add(new ReliabilityBin(said[slice] / rows[slice], ups[slice] / (double) rows[slice], rows[slice]));
            }
        }
        return bins;
    }

    private List<RegimeResult> regimes(Scores scores, int[] group) {
        List<RegimeResult> regimes = new ArrayList<>();
        regimes("volatility", test::thirdOfVolatility, scores, group, regimes);
        regimes("spread", test::thirdOfSpread, scores, group, regimes);
        return regimes;
    }

    private void regimes(String by, IntUnaryOperator third, Scores scores, int[] group, List<RegimeResult> regimes) {
        for (int number = 0; number < TestRows.THIRDS.length; number++) {
            int wanted = number;
            int decisions = (int) Arrays.stream(group).filter(position -> third.applyAsInt(position) == wanted).count();
            int[] rows = new int[positions.length];
            int count = 0;
            for (int i = 0; i < positions.length; i++) {
                if (third.applyAsInt(positions[i]) == wanted) {
                    rows[count++] = i;
                }
            }
            if (count >= LEAST_ROWS) {
                regimes.add(
                        new RegimeResult(by, TestRows.THIRDS[number], judged(Arrays.copyOf(rows, count), decisions)));
            }
        }
    }

    private List<Edge> edges() {
        int[] order = Ranking.byConfidence(answered);
        List<Edge> edges = new ArrayList<>();
        for (double share : SHARES) {
            double moves = 0.0;
            double costs = 0.0;
            int profitable = 0;
            int known = 0;
            int count = (int) Math.ceil(share * order.length);
            for (int i = 0; i < count; i++) {
                double cost = test.costBps(positions[order[i]]);
                if (!Double.isNaN(cost)) {
                    double move = test.moveBps(positions[order[i]]) * (answered.correct(order[i]) ? 1.0 : -1.0);
                    moves += move;
                    costs += cost;
                    profitable += move > cost ? 1 : 0;
                    known++;
                }
            }
            if (known > 0) {
                edges.add(new Edge(share, known, moves / known, costs / known, (moves - costs) / known,
                        profitable / (double) known));
            }
        }
        return edges;
    }
}
