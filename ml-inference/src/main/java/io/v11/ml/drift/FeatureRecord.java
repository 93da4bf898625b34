package io.v11.ml.drift;

/**
 * What the windows of one feature of one instrument came to: which comparisons found drift in the last window, how many
 * windows drifted, and the figures of the one that was furthest from training. One thread; allocates nothing per window.
 */
final class FeatureRecord {
    private final String instrument;
    private final String feature;
    private final Figures last = new Figures();
    private final Figures worst = new Figures();
    private int driftedWindows;

    FeatureRecord(String instrument, String feature) {
        this.instrument = instrument;
        this.feature = feature;
    }

    /** First half of a window: the values. Limits are infinite when they could not be compared. */
    void onValues(double psi, double psiLimit, double ks, double ksLimit) {
        last.psi = psi;
        last.psiLimit = psiLimit;
        last.ks = ks;
        last.ksLimit = ksLimit;
    }

    /** Second half of a window: samples with unusual values and samples not valid, with what is expected. */
    void onShares(int unusual, ShareReference.Range unusualExpected, int invalid,
            ShareReference.Range invalidExpected) {
        last.unusual = unusual;
        last.invalid = invalid;
        last.unusualSeverity = unusualExpected.severity(unusual);
        last.invalidSeverity = invalidExpected.severity(invalid);
        if (drifted()) {
            driftedWindows++;
        }
        if (last.severity() >= worst.severity()) {
            worst.copy(last);
        }
    }

    /** The last window drifted by any comparison. */
    boolean drifted() {
        return byValues() || byInvalid();
    }

    /** The values of the last window drifted. */
    boolean byValues() {
        return byPsi() || byKs() || byUnusual();
    }

    boolean byPsi() {
        return last.psi > last.psiLimit;
    }

    boolean byKs() {
        return last.ks > last.ksLimit;
    }

    boolean byUnusual() {
        return last.unusualSeverity > 1.0;
    }

    boolean byInvalid() {
        return last.invalidSeverity > 1.0;
    }

    int driftedWindows() {
        return driftedWindows;
    }

    /** How far the worst window was from training, 1 at a limit. */
    double severity() {
        return worst.severity();
    }

    DriftSummary.Worst worst() {
        return new DriftSummary.Worst(instrument, feature, driftedWindows, worst.psi, worst.psiLimit, worst.ks,
                worst.ksLimit, worst.unusual, worst.invalid);
    }

    /** Figures of one window. */
    private static final class Figures {
        private double psi;
        private double psiLimit = Double.POSITIVE_INFINITY;
        private double ks;
        private double ksLimit = Double.POSITIVE_INFINITY;
        private int unusual;
        private int invalid;
        private double unusualSeverity;
        private double invalidSeverity;

        private double severity() {
            return Math.max(Math.max(psi / psiLimit, ks / ksLimit), Math.max(unusualSeverity, invalidSeverity));
        }

        private void copy(Figures other) {
            psi = other.psi;
            psiLimit = other.psiLimit;
            ks = other.ks;
            ksLimit = other.ksLimit;
            unusual = other.unusual;
            invalid = other.invalid;
            unusualSeverity = other.unusualSeverity;
            invalidSeverity = other.invalidSeverity;
        }
    }
}
