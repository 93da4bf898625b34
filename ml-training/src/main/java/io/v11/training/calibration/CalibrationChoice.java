package io.v11.training.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.v11.ml.calibration.Calibration;

/**
 * Which calibration a model gets, by log loss on held-out rows. The rows are cut into stretches of equal count in order of time;
 * each method is fitted on all but one and judged on the one left out, and rows next to it may be left out of the fit, as
 * neighbours share their label. Of the methods whose loss lies within one standard error of the least, the simplest is
 * chosen (Breiman, Friedman, Olshen, Stone 1984), so identity stays unless something is clearly better. The error is that of
 * the difference between the two, stretch by stretch: rows within one are no independent draws.
 *
 * @param chosen  the method
 * @param fitted  it, on all rows
 * @param trials  every method on the held-out rows, simplest first
 * @param before  the model as it is
 * @param after   the chosen method on the rows it was not fitted on
 */
public record CalibrationChoice(CalibrationMethod chosen, Calibration fitted, List<Trial> trials, Quality before,
        Quality after) {
    /** Rows that a stretch must have. */
    public static final int LEAST_ROWS = 50;
    /** Stretches unless told otherwise. */
    public static final int STRETCHES = 10;

    /**
     * One method on held-out rows.
     *
     * @param logLoss         mean over the stretches
     * @param aboveBest       by how much that is more than the least of all methods
     * @param standardError   of {@code aboveBest}
     */
    public record Trial(CalibrationMethod method, double logLoss, double aboveBest, double standardError) {
    }

    /** Figures of held-out rows, weighted. @param calibrationError ten bins of equal width @param curve of those bins */
    public record Quality(double logLoss, double brier, double calibrationError, ReliabilityCurve curve) {
        static Quality of(CalibrationRows rows) {
            ReliabilityCurve curve = ReliabilityCurve.equalWidth(rows);
            return new Quality(rows.logLoss(), rows.brier(), curve.calibrationError(), curve);
        }
    }

    public CalibrationChoice {
        trials = List.copyOf(trials);
    }

    /**
     * @param rows        in order of time, none that the model was fitted on; at least {@link #LEAST_ROWS} a stretch
     * @param stretches   2 to 50
     * @param apartRows   rows on either side of a held-out stretch that the fit does not see
     */
    public static CalibrationChoice of(CalibrationRows rows, int stretches, int apartRows) {
        if (stretches < 2 || stretches > 50 || rows.rows() / stretches < LEAST_ROWS || apartRows < 0
                || rows.rows() - (rows.rows() / stretches + 1) - 2L * apartRows < LEAST_ROWS) {
            throw new IllegalArgumentException(
                    rows.rows() + " rows do not make " + stretches + " stretches (2 to 50) of "
                            + LEAST_ROWS + " rows or more with " + apartRows
                            + " rows left out on either side; give more rows or fewer stretches");
        }
        CalibrationMethod[] methods = CalibrationMethod.values();
        double[][] losses = new double[methods.length][stretches];
        double[][] held = new double[methods.length][rows.rows()];
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) stretch * rows.rows() / stretches);
            int to = (int) ((long) (stretch + 1) * rows.rows() / stretches);
            CalibrationRows rest = rows.without(Math.max(0, from - apartRows), Math.min(rows.rows(), to + apartRows));
            for (CalibrationMethod method : methods) {
                CalibrationRows judged = rows.within(from, to).calibrated(method.fit(rest));
                losses[method.ordinal()][stretch] = judged.logLoss();
                System.arraycopy(judged.probability(), 0, held[method.ordinal()], from, to - from);
            }
        }
        List<Trial> trials = trials(losses);
        CalibrationMethod chosen = trials.stream().filter(trial -> trial.aboveBest <= trial.standardError).findFirst()
                .orElseThrow().method;
        CalibrationRows after = new CalibrationRows(held[chosen.ordinal()], rows.up(), rows.weight());
        return new CalibrationChoice(chosen, chosen.fit(rows), trials, Quality.of(rows), Quality.of(after));
    }

    /** Ten stretches, nothing left out between them. */
    public static CalibrationChoice of(CalibrationRows rows) {
        return of(rows, STRETCHES, 0);
    }

    private static List<Trial> trials(double[][] losses) {
        double[] means = new double[losses.length];
        int best = 0;
        for (int method = 0; method < losses.length; method++) {
            means[method] = mean(losses[method]);
            best = means[method] < means[best] ? method : best;
        }
        List<Trial> trials = new ArrayList<>();
        for (int method = 0; method < losses.length; method++) {
            trials.add(new Trial(CalibrationMethod.values()[method], means[method], means[method] - means[best],
                    standardError(losses[method], losses[best])));
        }
        return trials;
    }

    private static double mean(double[] values) {
        double sum = 0.0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double standardError(double[] losses, double[] best) {
        double mean = mean(losses) - mean(best);
        double squares = 0.0;
        for (int stretch = 0; stretch < losses.length; stretch++) {
            double apart = losses[stretch] - best[stretch] - mean;
            squares += apart * apart;
        }
        return Math.sqrt(squares / (losses.length - 1.0) / losses.length);
    }

    /** The table of held-out figures, for a report. */
    public String text() {
        StringBuilder text = new StringBuilder("method    log loss  above best  standard error\n");
        for (Trial trial : trials) {
            text.append(String.format(Locale.ROOT, "%-8s  %.5f   %.5f     %.5f%s%n", trial.method,
                    trial.logLoss, trial.aboveBest, trial.standardError, trial.method == chosen ? "  chosen" : ""));
        }
        return text.append(String.format(Locale.ROOT,
                "calibration error %.4f -> %.4f, Brier %.5f -> %.5f, held out%n", before.calibrationError,
                after.calibrationError, before.brier, after.brier)).toString();
    }
}
