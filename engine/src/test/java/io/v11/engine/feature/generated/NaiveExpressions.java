package io.v11.engine.feature.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Expressions over the whole past, written down from their formulas: every sample is kept and weighed anew. */
final class NaiveExpressions {
    private static final double NONE = Double.NaN;

    private final Expression expression;
    private final List<double[]> samples = new ArrayList<>();

    NaiveExpressions(Expression expression) {
        this.expression = expression;
    }

    void sample(long atS, double a, double b) {
        if (!Double.isNaN(a) && !Double.isNaN(b)) {
            samples.add(new double[]{atS, a, b});
        }
    }

    /** NaN when it is not valid. */
    double value(long nowS, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return NONE;
        }
        return switch (expression.operator()) {
            case PRODUCT -> a * b;
            case DIFFERENCE -> a - b;
            case CONTRAST -> (a - b) / (Math.abs(a) + Math.abs(b));
            case SIGNED -> b == 0 ? 0.0 : b > 0 ? a : -a;
            case AGREEMENT -> a * b <= 0 ? 0.0 : Math.abs(a) < Math.abs(b) ? a : b;
            case CHANGE -> change(nowS, a);
            case MEAN, GAP, ZSCORE, RESIDUAL -> moments(nowS, a, b);
        };
    }

    private double change(long nowS, double a) {
        int window = expression.windowS();
        double[] found = null;
        for (double[] sample : samples) {
            if (sample[0] <= nowS - window) {
                found = sample;
            }
        }
        return found == null || found[0] < nowS - 2 * window ? NONE : a - found[1];
    }

    private double moments(long nowS, double a, double b) {
        int window = expression.windowS();
        int from = 0;
        for (int i = 1; i < samples.size(); i++) {
            if (samples.get(i)[0] - samples.get(i - 1)[0] > 8L * window) {
                from = i;
            }
        }
        List<double[]> counted = samples.subList(from, samples.size());
        if (counted.isEmpty() || nowS - counted.getFirst()[0] < window || nowS - counted.getLast()[0] > 8L * window) {
            return NONE;
        }
        double meanA = weighed(nowS, counted, sample -> sample[1]);
        double meanB = weighed(nowS, counted, sample -> sample[2]);
        double varianceA = weighed(nowS, counted, sample -> (sample[1] - meanA) * (sample[1] - meanA));
        double varianceB = weighed(nowS, counted, sample -> (sample[2] - meanB) * (sample[2] - meanB));
        double covariance = weighed(nowS, counted, sample -> (sample[1] - meanA) * (sample[2] - meanB));
        return switch (expression.operator()) {
            case MEAN -> meanA;
            case GAP -> a - meanA;
            case ZSCORE -> (a - meanA) / Math.sqrt(varianceA);
            default -> a - meanA - (b - meanB) * covariance / varianceB;
        };
    }

    private double weighed(long nowS, List<double[]> counted, ToDoubleFunction<double[]> of) {
        double sum = 0.0;
        double weights = 0.0;
        for (double[] sample : counted) {
            double weight = Math.exp(-(nowS - sample[0]) / expression.windowS());
            sum += weight * of.applyAsDouble(sample);
            weights += weight;
        }
        return sum / weights;
    }
}
