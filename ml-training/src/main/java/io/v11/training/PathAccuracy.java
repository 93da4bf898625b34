package io.v11.training;

import io.v11.training.metrics.Interval;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;

/**
 * A model along one path through all of the time, beside what it must beat on the same rows: those that it scored.
 *
 * @param rows         decisions
 * @param moves        different moves among them
 * @param majority     accuracy of always saying the more frequent class, known afterwards
 * @param rule         accuracy of the best one-feature rules, each chosen on the train rows of the fold that predicts with it
 * @param accuracy     of the model
 * @param interval     95 % of it, block bootstrap over moves
 * @param leadInterval 95 % of model less rule, paired
 */
public record PathAccuracy(int rows, int moves, double majority, double rule, double accuracy, Interval interval,
        Interval leadInterval, double areaUnderCurve) {

    /** @param rule what the rules say of the same rows: 1 for up, 0 for down */
    static PathAccuracy of(Scores model, Scores rule) {
        Scores scored = model.scored();
        double[] hit = new double[scored.rows()];
        double[] lead = new double[scored.rows()];
        double ruleHits = 0.0;
        int next = 0;
        for (int i = 0; i < model.rows(); i++) {
            if (!Double.isNaN(model.probability()[i])) {
                double ruleHit = rule.correct(i) ? 1.0 : 0.0;
                hit[next] = model.correct(i) ? 1.0 : 0.0;
                lead[next] = hit[next] - ruleHit;
                ruleHits += ruleHit;
                next++;
            }
        }
        double upShare = Metrics.upShare(scored);
        return new PathAccuracy(next, Metrics.distinctMoves(scored), Math.max(upShare, 1.0 - upShare), ruleHits / next,
                Metrics.accuracy(scored), Interval.ofMean(hit, scored.move()), Interval.ofMean(lead, scored.move()),
                Metrics.areaUnderCurve(scored));
    }

    /** Model less rule. */
    public double lead() {
        return accuracy - rule;
    }
}
