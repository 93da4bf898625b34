package io.v11.training.metrics;

/**
 * A model beside its competitors on the same rows. There is no way to get the accuracy without base rate, coverage and
 * rule: they are one record.
 *
 * @param group            instrument, or {@code all}
 * @param rows             decisions whose label is known
 * @param coverage         share of them that the model scored; everything below is over these
 * @param moves            distinct moves among them: the number of independent labels
 * @param upShare          share of rows that went up
 * @param majority         accuracy of always saying the more frequent class, known afterwards
 * @param rule             the best one-feature rule, chosen on train rows
 * @param ruleAccuracy     its accuracy here
 * @param accuracy         the model's
 * @param accuracyInterval 95 %, block bootstrap over moves
 * @param lead             model less rule
 * @param leadInterval     95 %, paired block bootstrap
 * @param moveAccuracy     the model's, every move counting once: mean over moves of the accuracy over their rows
 * @param ruleMoveAccuracy the same of the rule
 * @param moveLead         the difference of the two: here every independent label counts once
 * @param moveLeadInterval 95 %, bootstrap over runs of moves
 * @param halfAccuracy     on the half of the rows with the highest confidence
 * @param quarterAccuracy  on the quarter
 */
public record Evaluation(String group, int rows, double coverage, int moves, double upShare, double majority, Rule rule,
        double ruleAccuracy, double accuracy, Interval accuracyInterval, double lead, Interval leadInterval,
        double moveAccuracy, double ruleMoveAccuracy, double moveLead, Interval moveLeadInterval, double halfAccuracy,
        double quarterAccuracy,
        double areaUnderCurve,
        double logLoss, double brier, double calibrationError) {

    /** @param ruleUp what the rule says of each row of {@code all} */
    public static Evaluation of(String group, Scores all, Rule rule, boolean[] ruleUp) {
        Scores scores = all.scored();
        int count = scores.rows();
        double[] hit = new double[count];
        double[] ruleHit = new double[count];
        double[] lead = new double[count];
        int next = 0;
        for (int i = 0; i < all.rows(); i++) {
            if (!Double.isNaN(all.probability()[i])) {
                hit[next] = all.correct(i) ? 1.0 : 0.0;
                ruleHit[next] = ruleUp[i] == all.up()[i] ? 1.0 : 0.0;
                lead[next] = hit[next] - ruleHit[next];
                next++;
            }
        }
        double upShare = Metrics.upShare(scores);
        return new Evaluation(group, all.rows(), count / (double) all.rows(), Metrics.distinctMoves(scores), upShare,
                Math.max(upShare, 1.0 - upShare), rule, mean(ruleHit), mean(hit), Interval.ofMean(hit, scores.move()),
                mean(lead), Interval.ofMean(lead, scores.move()), meanOverMoves(hit, scores.move()),
                meanOverMoves(ruleHit, scores.move()), meanOverMoves(lead, scores.move()),
                Interval.ofMeanOverMoves(lead, scores.move()), Metrics.accuracyAtCoverage(scores, 0.5),
                Metrics.accuracyAtCoverage(scores, 0.25), Metrics.areaUnderCurve(scores), Metrics.logLoss(scores),
                Metrics.brier(scores), Metrics.calibrationError(scores));
    }

    private static double mean(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double meanOverMoves(double[] hit, int[] move) {
        int highest = -1;
        for (int number : move) {
            highest = Math.max(highest, number);
        }
        double[] sums = new double[highest + 1];
        int[] counts = new int[highest + 1];
        for (int i = 0; i < hit.length; i++) {
            sums[move[i]] += hit[i];
            counts[move[i]]++;
        }
        double total = 0.0;
        int moves = 0;
        for (int i = 0; i <= highest; i++) {
            if (counts[i] > 0) {
                total += sums[i] / counts[i];
                moves++;
            }
        }
        return total / moves;
    }
}
