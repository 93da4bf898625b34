package io.v11.training.calibration;

import java.util.Arrays;

import io.v11.ml.calibration.BetaCalibration;
import io.v11.ml.calibration.Calibration;
import io.v11.ml.calibration.LogOdds;
import io.v11.ml.calibration.PlattCalibration;

/**
 * How a calibration is fitted, simplest first; each minimises the weighted log loss of its rows. Names are those of
 * {@link Calibration#method()}. Stateless, deterministic.
 */
public enum CalibrationMethod {
    /** Nothing is fitted. */
    IDENTITY {
        @Override
        public Calibration fit(CalibrationRows rows) {
            return Calibration.IDENTITY;
        }
    },
    /** Two numbers: {@link PlattCalibration}. */
    PLATT {
        @Override
        public Calibration fit(CalibrationRows rows) {
            double[] logits = new double[rows.rows()];
            for (int row = 0; row < logits.length; row++) {
                logits[row] = LogOdds.of(rows.probability()[row]);
            }
            double[] found = logistic(this, new double[][]{logits}, rows);
            return new PlattCalibration(found[0], found[1]);
        }
    },
    /**
     * Three numbers: {@link BetaCalibration}. Where one of a and b would be negative the authors fit again without it; the
     * solver's bound at 0 leads to the same point.
     */
    BETA {
        @Override
        public Calibration fit(CalibrationRows rows) {
            double[][] logarithms = new double[2][rows.rows()];
            for (int row = 0; row < rows.rows(); row++) {
                double p = LogOdds.clip(rows.probability()[row]);
                logarithms[0][row] = StrictMath.log(p);
                logarithms[1][row] = -StrictMath.log(1.0 - p);
            }
            double[] found = logistic(this, logarithms, rows);
            return new BetaCalibration(found[0], found[1], found[2]);
        }
    },
    /** A line of up to 64 knots: {@link IsotonicRegression}. */
    ISOTONIC {
        @Override
        public Calibration fit(CalibrationRows rows) {
            return IsotonicRegression.fit(rows);
        }
    };

    /** @param rows at least one, not all of weight 0 */
    public abstract Calibration fit(CalibrationRows rows);

    /**
     * The targets are (ups + 1) / (ups + 2) and 1 / (downs + 2) in place of 1 and 0 (Platt 1999; Lin, Lin, Weng 2007):
     * the loss stays finite when the model parts ups from downs without a fault. Rows of unequal weight count as the
     * smaller number of rows that they are worth.
     */
    private static double[] logistic(CalibrationMethod method, double[][] inputs, CalibrationRows rows) {
        double ups = rows.effectiveRows() * rows.upShare();
        double downs = rows.effectiveRows() - ups;
        double[] targets = new double[rows.rows()];
        double[] weights = new double[rows.rows()];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = rows.up()[row] ? (ups + 1.0) / (ups + 2.0) : 1.0 / (downs + 2.0);
            weights[row] = rows.weight()[row];
        }
        double[] start = new double[inputs.length + 1];
        Arrays.fill(start, 0, inputs.length, 1.0);
        ProximalNewton.Solution solution = ProximalNewton.solve(inputs, targets, weights, 0.0, start);
        if (!solution.converged()) {
            throw new IllegalStateException("fit of calibration " + method + " on " + rows.rows()
                    + " rows did not converge in " + solution.steps() + " steps");
        }
        return solution.coefficients();
    }
}
