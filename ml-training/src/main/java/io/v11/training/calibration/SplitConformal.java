package io.v11.training.calibration;

import java.util.Arrays;

/**
 * The confidence that a stated share of decisions reaches, from rows that the model was not fitted on; confidence is |p - 0.5|.
 * With n rows it is the ceil(coverage * (n + 1))-th largest, so that one more decision like them reaches it with at least
 * the stated probability (split conformal: Vovk, Gammerman, Shafer 2005). Markets drift and rows are no independent
 * draws, so this is where {@link io.v11.ml.calibration.CoverageGate} begins and not where it stays.
 */
public final class SplitConformal {
    private SplitConformal() {
    }

    /**
     * @param probability what the model said, calibrated if it is served so; NaN where it abstained
     * @param coverage    share of decisions to answer, above 0; 1 answers all
     * @return least |p - 0.5| to answer for
     */
    public static double threshold(double[] probability, double coverage) {
        if (!(coverage > 0.0 && coverage <= 1.0)) {
            throw new IllegalArgumentException("coverage must be above 0 and at most 1, is " + coverage);
        }
        double[] confidence = Arrays.stream(probability).filter(p -> !Double.isNaN(p)).map(p -> Math.abs(p - 0.5))
                .sorted().toArray();
        if (confidence.length == 0) {
            throw new IllegalArgumentException("no row with a probability to fit a threshold on");
        }
        int fromTop = (int) Math.ceil(coverage * (confidence.length + 1));
        return fromTop > confidence.length ? 0.0 : confidence[confidence.length - fromTop];
    }
}
