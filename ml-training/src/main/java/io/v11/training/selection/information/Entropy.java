package io.v11.training.selection.information;

/**
 * Entropies of counts in nats, with the correction of Miller and Madow: the plug-in estimate of an entropy is too low by
 * about {@code (m - 1) / 2N}, m being the cells that were met (Miller 1955; Paninski 2003, "Estimation of entropy and mutual
 * information", sec. 4). A mutual information of independent variables then averages 0 instead of growing with the bins,
 * and may come out slightly negative.
 *
 * <p>The correction takes rows for independent; where neighbours are alike it is too small, which is what {@link NullBand} is
 * for.
 */
final class Entropy {
    private Entropy() {
    }

    /** Of the first {@code cells} counts, which sum to {@code total}. */
    static double of(int[] counts, int cells, int total) {
        if (total == 0) {
            return 0.0;
        }
        double sum = 0.0;
        int met = 0;
        for (int i = 0; i < cells; i++) {
            int count = counts[i];
            if (count > 0) {
                sum += count * StrictMath.log(count);
                met++;
            }
        }
        return StrictMath.log(total) - sum / total + (met - 1) / (2.0 * total);
    }
}
