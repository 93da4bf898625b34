package io.v11.engine.feature.trade;

import java.util.Arrays;

import io.v11.engine.feature.group.Decay;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.StateHash;

/**
 * Past quantities weighted exp(-(t - t_i) / window), in 8 bins of equal width per power of two, with two quantiles that
 * are walked along instead of searched anew. Within a bin the weight counts as spread evenly, so a quantile is right to
 * an eighth of its size at worst. Instead of shrinking all the old weights, new ones grow: nothing but a rare rescaling
 * touches all bins. Confined to one thread; allocates nothing after construction.
 */
final class DecayedHistogram {
    /** Bits of a double below the three that say which eighth of its power of two it lies in. */
    private static final int SHIFT = 49;
    private static final long ONE = Double.doubleToRawLongBits(1.0) >>> SHIFT;
    /** A quantity is a positive long. */
    private static final int BINS = 63 * 8;
    private static final double LARGEST_UNIT = 1e100;

    private final Window window;
    private final double[] levels;
    private final int[] bins;
    /** Weight below {@code bins}. */
    private final double[] below;
    private final double[] weights = new double[BINS];
    private double total;
    private double unit = 1.0;
    private double pending = 1.0;

    /** @param levels of the quantiles, in (0, 1) */
    DecayedHistogram(Window window, double... levels) {
        this.window = window;
        this.levels = levels.clone();
        this.bins = new int[levels.length];
        this.below = new double[levels.length];
    }

    void reset() {
        Arrays.fill(weights, 0.0);
        Arrays.fill(bins, 0);
        Arrays.fill(below, 0.0);
        total = 0.0;
        unit = 1.0;
        pending = 1.0;
    }

    boolean isEmpty() {
        return total == 0.0;
    }

    /** Lets time pass; to be called on every event, before {@link #add}. */
    void onTime(Moment moment) {
        if (moment.elapsedNs != 0 && total > 0.0) {
            double factor = pending * moment.decay(window.ordinal());
            pending = factor < Decay.NOTHING ? 0.0 : factor;
        }
    }

    void add(double quantity) {
        if (pending == 0.0) {
            reset();
        }
        unit /= pending;
        pending = 1.0;
        if (unit > LARGEST_UNIT) {
            rescale();
        }
        int bin = bin(quantity);
        weights[bin] += unit;
        total += unit;
        for (int i = 0; i < levels.length; i++) {
            if (bin < bins[i]) {
                below[i] += unit;
            }
            walk(i);
        }
    }

    private void rescale() {
        total = 0.0;
        Arrays.fill(below, 0.0);
        for (int bin = 0; bin < BINS; bin++) {
            double weight = weights[bin] / unit;
            weights[bin] = weight < Decay.NOTHING ? 0.0 : weight;
            total += weights[bin];
            for (int i = 0; i < levels.length; i++) {
                if (bin < bins[i]) {
                    below[i] += weights[bin];
                }
            }
        }
        unit = 1.0;
    }

    /** To the first bin up to which the level's share of all weight lies. */
    private void walk(int i) {
        double target = levels[i] * total;
        int bin = bins[i];
        double sum = below[i];
        while (bin > 0 && sum >= target) {
            bin--;
            sum -= weights[bin];
        }
        while (bin < BINS - 1 && sum + weights[bin] < target) {
            sum += weights[bin];
            bin++;
        }
        bins[i] = bin;
        below[i] = sum;
    }

    /** Quantile {@code i}; means nothing while the histogram is empty. */
    double quantile(int i) {
        int bin = bins[i];
        double from = edge(bin);
        return from + (levels[i] * total - below[i]) / weights[bin] * (edge(bin + 1) - from);
    }

    /** Share of the weight below a quantity, half of its own bin included; NaN while the histogram is empty. */
    double rank(double quantity) {
        int bin = bin(quantity);
        double sum = below[0];
        for (int at = bins[0]; at < bin; at++) {
            sum += weights[at];
        }
        for (int at = bins[0] - 1; at >= bin; at--) {
            sum -= weights[at];
        }
        return (sum + 0.5 * weights[bin]) / total;
    }

    private static int bin(double quantity) {
        return quantity < 1.0 ? 0 : (int) ((Double.doubleToRawLongBits(quantity) >>> SHIFT) - ONE);
    }

    private static double edge(int bin) {
        return Double.longBitsToDouble(bin + ONE << SHIFT);
    }

    long stateHash(long start) {
        long hash = StateHash.add(StateHash.add(StateHash.add(start, total), unit), pending);
        for (int i = 0; i < BINS; i++) {
            if (weights[i] != 0.0) {
                hash = StateHash.add(StateHash.add(hash, i), weights[i]);
            }
        }
        for (int i = 0; i < bins.length; i++) {
            hash = StateHash.add(StateHash.add(hash, bins[i]), below[i]);
        }
        return hash;
    }
}
