package io.v11.engine.allocation.programme;

/**
 * How far weights are from satisfying the conditions of Karush, Kuhn and Tucker of
 *
 * <pre>
 *   minimise  w' Q w / 2 - c' w + k sum |w_i - previous_i|   within the limits
 * </pre>
 *
 * There must be a multiplier n of the net bounds and g >= 0 of the gross limit so that for every instrument 0 lies in (Q w - c)_i + n + g d|w_i| + k
 * d|w_i - previous_i| + normal cone of its box, where d|x| is the sign, or all of [-1, 1] at 0. For a fixed g these are intervals for n; the gap is
 * by how much they fail to overlap, which is convex in g, so the best g is found by thirds. A gap of 0 proves the optimum, because the problem is convex.
 */
final class OptimalityGap {
    private static final double AT = 1e-7;
    private static final int CUTS = 120;

    private final WeightLimits limits;
    private final double turnoverCost;
    private final double[] previous;
    private final double[] weights;
    private final double[] gradient;
    private final double net;
    private final double gross;

    OptimalityGap(double[][] quadratic, double[] linear, double turnoverCost, double[] previous, WeightLimits limits,
            double[] weights) {
        this.limits = limits;
        this.turnoverCost = turnoverCost;
        this.previous = previous;
        this.weights = weights;
        gradient = new double[weights.length];
        double sum = 0.0;
        double size = 0.0;
        for (int i = 0; i < weights.length; i++) {
            double product = -linear[i];
            for (int j = 0; j < weights.length; j++) {
                product += quadratic[i][j] * weights[j];
            }
            gradient[i] = product;
            sum += weights[i];
            size += Math.abs(weights[i]);
        }
        net = sum;
        gross = size;
    }

    /** In units of the objective for a weight; 0 at the optimum. */
    double largest() {
        double low = 0.0;
        double high = gross < limits.gross() - AT ? 0.0 : 2.0 * largestGradient() + 2.0 * turnoverCost + 1.0;
        double best = Math.min(at(low), at(high));
        for (int cut = 0; cut < CUTS && high > low; cut++) {
            double left = low + (high - low) / 3.0;
            double right = high - (high - low) / 3.0;
            double atLeft = at(left);
            double atRight = at(right);
            best = Math.min(best, Math.min(atLeft, atRight));
            if (atLeft <= atRight) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.max(0.0, best);
    }

    private double largestGradient() {
        double largest = 0.0;
        for (double value : gradient) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** The interval of each instrument is that of minus the multiplier of the net bounds. */
    private double at(double grossMultiplier) {
        boolean tight = limits.netLower() == limits.netUpper();
        double low = tight || net >= limits.netUpper() - AT ? Double.NEGATIVE_INFINITY : 0.0;
        double high = tight || net <= limits.netLower() + AT ? Double.POSITIVE_INFINITY : 0.0;
        for (int i = 0; i < weights.length; i++) {
            double change = weights[i] - previous[i];
            double least = gradient[i] + grossMultiplier * slope(weights[i], -1.0) + turnoverCost * slope(change, -1.0);
            double most = gradient[i] + grossMultiplier * slope(weights[i], 1.0) + turnoverCost * slope(change, 1.0);
            if (weights[i] > limits.lower(i) + AT) {
                low = Math.max(low, least);
            }
            if (weights[i] < limits.upper(i) - AT) {
                high = Math.min(high, most);
            }
        }
        return low - high;
    }

    /** The slope of |x|: its sign, or at 0 the end of [-1, 1] that is asked for. */
    private static double slope(double x, double end) {
        return Math.abs(x) < AT ? end : Math.signum(x);
    }
}
