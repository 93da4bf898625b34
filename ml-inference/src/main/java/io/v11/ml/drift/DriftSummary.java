package io.v11.ml.drift;

import java.util.List;

/**
 * What drift detection came to over a run. A check is one feature in one window of one instrument. Immutable; cold path.
 *
 * @param window    samples in a window
 * @param samples   decisions that were samples
 * @param windows   windows completed
 * @param alerts    windows in which so many features drifted that the market is not the one the models were trained on
 * @param total     checks over all instruments
 * @param byInstrument the same for each instrument that is watched
 * @param unwatched instruments of the run without a reference
 * @param worst     the features that drifted most often, of equals the furthest from training first
 */
public record DriftSummary(int window, long samples, long windows, long alerts, Checks total,
        List<InstrumentSummary> byInstrument, List<String> unwatched, List<Worst> worst) {
    public DriftSummary {
        byInstrument = List.copyOf(byInstrument);
        unwatched = List.copyOf(unwatched);
        worst = List.copyOf(worst);
    }

    /**
     * @param checks    features times windows
     * @param drifted   checks that found drift by any comparison; the next four may overlap
     * @param byPsi     by the population stability index
     * @param byKs      by Kolmogorov-Smirnov
     * @param byUnusual of a feature that nearly always had one value, by the share of other values
     * @param byInvalid by the share of samples that were not valid, more or fewer than in training
     */
    public record Checks(long checks, long drifted, long byPsi, long byKs, long byUnusual, long byInvalid) {
        /** Share of the checks that found drift; 0 when there was none. */
        public double driftedShare() {
            return checks == 0 ? 0.0 : drifted / (double) checks;
        }
    }

    /**
     * @param features        features with a reference
     * @param blind           those whose windows varied so much in training that neither PSI nor KS can find drift in one
     * @param windows         windows completed
     * @param samplesOfNext   samples in the window that was not completed
     * @param driftedInLast   features that drifted in the last window
     * @param alerts          windows that raised the alert
     */
    public record InstrumentSummary(String instrument, int features, int blind, long windows, int samplesOfNext,
            int driftedInLast, long alerts, Checks checks) {
    }

    /**
     * A feature and the window in which it was furthest from training.
     *
     * @param driftedWindows windows in which it drifted
     * @param psiLimit       infinite when the values could not be compared
     * @param unusual        samples of that window with another than the usual value, of a feature that has one
     * @param invalid        samples of that window that were not valid
     */
    public record Worst(String instrument, String feature, int driftedWindows, double psi, double psiLimit, double ks,
            double ksLimit, int unusual, int invalid) {
    }
}
