package io.v11.training.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often what was said came true, in ten bins of what was said; a model that is right lies on the diagonal. Empty bins are left
 * out. Immutable; cold path.
 *
 * @param bins ascending in probability
 */
public record ReliabilityCurve(List<Bin> bins) {
    /** Bins of a curve. */
    public static final int BINS = 10;

    /**
     * One point of the plot.
     *
     * @param probability weighted mean of what was said
     * @param upShare     weighted share of rows that went up
     * @param rows        number of rows
     * @param weight      their total weight
     */
    public record Bin(double probability, double upShare, int rows, double weight) {
    }

    public ReliabilityCurve {
        bins = List.copyOf(bins);
    }

    /** Bins of a tenth of probability each, as the expected calibration error has them. */
    public static ReliabilityCurve equalWidth(CalibrationRows rows) {
        int[] binOf = new int[rows.rows()];
        for (int row = 0; row < binOf.length; row++) {
            binOf[row] = Math.min(BINS - 1, (int) (rows.probability()[row] * BINS));
        }
        return of(rows, binOf);
    }

    /** Bins of a tenth of the rows each, for models that say nearly the same everywhere; equal probabilities may be parted. */
    public static ReliabilityCurve equalCount(CalibrationRows rows) {
        Integer[] order = new Integer[rows.rows()];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, Comparator.comparingDouble(row -> rows.probability()[row]));
        int[] binOf = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            binOf[order[i]] = (int) ((long) i * BINS / order.length);
        }
        return of(rows, binOf);
    }

    private static ReliabilityCurve of(CalibrationRows rows, int[] binOf) {
        double[] said = new double[BINS];
        double[] ups = new double[BINS];
        double[] weight = new double[BINS];
        int[] count = new int[BINS];
        for (int row = 0; row < binOf.length; row++) {
            double one = rows.weight()[row];
            said[binOf[row]] += one * rows.probability()[row];
            ups[binOf[row]] += rows.up()[row] ? one : 0.0;
            weight[binOf[row]] += one;
            count[binOf[row]]++;
        }
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (weight[bin] > 0.0) {
                bins.add(new Bin(said[bin] / weight[bin], ups[bin] / weight[bin], count[bin], weight[bin]));
            }
        }
        return new ReliabilityCurve(bins);
    }

    /** Mean distance from the diagonal by weight: the expected calibration error of these bins (Naeini et al. 2015). */
    public double calibrationError() {
        double sum = 0.0;
        double total = 0.0;
        for (Bin bin : bins) {
            sum += bin.weight * Math.abs(bin.probability - bin.upShare);
            total += bin.weight;
        }
        return sum / total;
    }
}
