package io.v11.ml;

import java.util.Arrays;

/**
 * Median and mean absolute deviation of many series, forgetting exponentially, in constant time and 40 bytes each.
 *
 * <p>With x the newest value, m the median, d the deviation and w the weight of the newest sample:
 * <pre>
 *   w = max(1/memory, 4/(seen + 3))
 *   d += w (min(|x - m|, 10 d) - d)
 *   m += sign(x - m) min(w pi/2 d, |x - m|)
 *   z = (x - m) / (d sqrt(pi/2)), cut at +-bound
 * </pre>
 * The median is the stochastic approximation of Chen, Lambert and Pinheiro, "Incremental quantile estimation for massive
 * tracking" (KDD 2000), with the density at the median taken as that of a normal of the same mean absolute deviation,
 * 1/(pi d). A mean absolute deviation is sqrt(2/pi) standard deviations of a normal, hence the factor in z. The early
 * weights are those of polynomial-decay averaging (Shamir and Zhang, ICML 2013), so that the first values are soon
 * forgotten. The cut at 10 d bounds what one outlier can do to the deviation, and lets it still grow exponentially when
 * the level really shifts. Only + - * / and comparisons: equal bits everywhere. Confined to one thread; allocates nothing
 * after construction.
 */
final class RobustScales {
    /** Valid samples before there is a score. */
    static final int WARM_UP = 64;

    private static final double DEVIATIONS_TO_SIGMA = 1.2533141373155003;
    private static final double MEDIAN_GAIN = 1.5707963267948966;
    private static final double OUTLIER = 10.0;
    private static final double DECAY = 3.0;
    /** Differences this small, relative to the median, are rounding and not movement. */
    private static final double ROUNDING = 1e-12;
    /** The smallest deviation that is believed, relative to the median; below it a constant would be torn apart. */
    private static final double FLOOR = 1e-9;
    private static final double TINY = 1e-300;
    /** Beyond this no difference may overflow. */
    private static final double HUGE = 1e150;

    private final double[] leastWeights;
    private final double[] bounds;
    private final int[] seen;
    private final double[] medians;
    private final double[] deviations;
    private final double[] inverses;

    RobustScales(Normalisation.RobustZ[] rules) {
        leastWeights = Arrays.stream(rules).mapToDouble(rule -> 1.0 / rule.samples()).toArray();
        bounds = Arrays.stream(rules).mapToDouble(Normalisation.RobustZ::bound).toArray();
        seen = new int[rules.length];
        medians = new double[rules.length];
        deviations = new double[rules.length];
        inverses = new double[rules.length];
    }

    int count() {
        return seen.length;
    }

    void sample(int series, double value) {
        double x = Math.max(-HUGE, Math.min(HUGE, value));
        // Saturates: the weight has long reached its least by then.
        int before = seen[series];
        seen[series] = before == Integer.MAX_VALUE ? before : before + 1;
        if (before == 0) {
            medians[series] = x;
        } else {
            double weight = Math.max(leastWeights[series], (DECAY + 1.0) / (seen[series] + DECAY));
            move(series, x, weight);
        }
        double sigma = deviations[series] * DEVIATIONS_TO_SIGMA;
        inverses[series] = 1.0 / Math.max(TINY, Math.max(sigma, FLOOR * Math.abs(medians[series])));
    }

    private void move(int series, double x, double weight) {
        double median = medians[series];
        double deviation = deviations[series];
        double gap = Math.abs(x - median);
        if (gap <= ROUNDING * Math.abs(median)) {
            gap = 0.0;
        }
        double counted = deviation > 0.0 ? Math.min(gap, OUTLIER * deviation) : gap;
        deviation += weight * (counted - deviation);
        deviations[series] = deviation < TINY ? 0.0 : deviation;
        double step = Math.min(weight * MEDIAN_GAIN * deviation, gap);
        medians[series] = x > median ? median + step : median - step;
    }

    boolean warm(int series) {
        return seen[series] >= WARM_UP;
    }

    double score(int series, double value) {
        double bound = bounds[series];
        double score = (value - medians[series]) * inverses[series];
        return score < -bound ? -bound : score > bound ? bound : score;
    }

    double median(int series) {
        return medians[series];
    }

    /** Mean absolute deviation, in units of the value. */
    double deviation(int series) {
        return deviations[series];
    }

    void reset() {
        Arrays.fill(seen, 0);
        Arrays.fill(medians, 0.0);
        Arrays.fill(deviations, 0.0);
        Arrays.fill(inverses, 0.0);
    }

    long stateHash(long start) {
        long hash = start;
        for (int i = 0; i < seen.length; i++) {
            hash = FeatureVector.mix(hash, seen[i]);
            hash = FeatureVector.mix(hash, Double.doubleToRawLongBits(medians[i]));
            hash = FeatureVector.mix(hash, Double.doubleToRawLongBits(deviations[i]));
        }
        return hash;
    }
}
