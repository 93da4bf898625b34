package io.v11.training.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;

import io.v11.ml.calibration.BetaCalibration;
import io.v11.ml.calibration.Calibration;
import io.v11.ml.calibration.PlattCalibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CalibrationMethodTest {
    private static final List<CalibrationMethod> FITTED = List.of(CalibrationMethod.PLATT, CalibrationMethod.BETA,
            CalibrationMethod.ISOTONIC);

    @Test
    void shouldUndoATemperature() {
        DoubleUnaryOperator tooSure = truth -> 2.5 * truth + 0.3;
        CalibrationRows train = Market.rows(30_000, 1, tooSure);
        CalibrationRows heldOut = Market.rows(100_000, 2, tooSure);
        double before = ReliabilityCurve.equalWidth(heldOut).calibrationError();

        assertTrue(before > 0.08, "distorted by only " + before);
        for (CalibrationMethod method : FITTED) {
            CalibrationRows after = heldOut.calibrated(method.fit(train));

            double error = ReliabilityCurve.equalWidth(after).calibrationError();
            System.out.printf("%-8s calibration error %.4f -> %.4f%n", method, before, error);
            assertTrue(error <= 0.01, method + ": " + error);
            assertTrue(after.logLoss() < heldOut.logLoss() && after.brier() < heldOut.brier(), method.toString());
        }
        PlattCalibration platt = (PlattCalibration) CalibrationMethod.PLATT.fit(train);
        assertEquals(1.0 / 2.5, platt.slope(), 0.02);
        assertEquals(-0.3 / 2.5, platt.shift(), 0.03);
    }

    /** As a model does that found nothing; its log-odds are then nearly one constant. */
    @Test
    void shouldConvergeWhenTheModelSaysNearlyTheSameOfEveryRow() {
        for (double deviation : new double[]{1e-2, 1e-3, 1e-4, 1e-6, 0.0}) {
            for (long seed = 1; seed <= 20; seed++) {
                CalibrationRows rows = nothingFound(seed, deviation);
                double ups = rows.upShare() * rows.rows();
                double smoothed = (ups * (ups + 1.0) / (ups + 2.0)
                        + (rows.rows() - ups) / (rows.rows() - ups + 2.0)) / rows.rows();
                for (CalibrationMethod method : List.of(CalibrationMethod.PLATT, CalibrationMethod.BETA)) {
                    CalibrationRows fitted = rows.calibrated(method.fit(rows));

                    // The derivative by the intercept: what is said is in the mean what happened.
                    assertEquals(smoothed, Arrays.stream(fitted.probability()).average().orElseThrow(), 1e-7,
                            method + " of seed " + seed + ", deviation " + deviation);
                }
            }
        }
    }

    private static CalibrationRows nothingFound(long seed, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] probability = new double[2000];
        boolean[] up = new boolean[probability.length];
        float[] weight = new float[probability.length];
        Arrays.fill(weight, 1.0f);
        for (int row = 0; row < up.length; row++) {
            probability[row] = Market.logistic(0.02 + deviation * random.nextGaussian());
            up[row] = random.nextBoolean();
        }
        return new CalibrationRows(probability, up, weight);
    }

    @Test
    void shouldUndoABendThatPlattCannot() {
        // The inverse of a beta map with a = 0.4, b = 1.6, c = 0.2 by bisection.
        Calibration bend = new BetaCalibration(0.4, 1.6, 0.2);
        DoubleUnaryOperator bent = truth -> {
            double low = -30.0;
            double high = 30.0;
            for (int i = 0; i < 50; i++) {
                double middle = 0.5 * (low + high);
                if (bend.apply(Market.logistic(middle)) < Market.logistic(truth)) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        };
        CalibrationRows train = Market.rows(30_000, 3, bent);
        CalibrationRows heldOut = Market.rows(60_000, 4, bent);

        BetaCalibration found = (BetaCalibration) CalibrationMethod.BETA.fit(train);
        double beta = heldOut.calibrated(found).logLoss();
        double platt = heldOut.calibrated(CalibrationMethod.PLATT.fit(train)).logLoss();

        assertEquals(0.4, found.low(), 0.03);
        assertEquals(1.6, found.high(), 0.15);
        assertEquals(0.2, found.shift(), 0.06);
        assertTrue(beta < platt, beta + " against " + platt);
        assertTrue(ReliabilityCurve.equalWidth(heldOut.calibrated(found)).calibrationError() <= 0.01);
    }

    @Test
    void shouldHaveNoSlopeWhenAModelIsWrongOrSaysNothing() {
        PlattCalibration wrong = (PlattCalibration) CalibrationMethod.PLATT.fit(Market.rows(5_000, 5, truth -> -truth));
        CalibrationRows constant = Market.rows(5_000, 6, truth -> 0.4);

        assertEquals(0.0, wrong.slope());
        for (CalibrationMethod method : FITTED) {
            assertEquals(constant.upShare(), method.fit(constant).apply(Market.logistic(0.4)), 1e-3, method.toString());
        }
    }

    @Test
    void shouldDropTheEndOfABetaMapThatWouldTurnOrderRound() {
        // Above one half the surer it says up, the less it is so: only the distance from 0 is worth something.
        BetaCalibration found = (BetaCalibration) CalibrationMethod.BETA
                .fit(Market.rows(20_000, 7, truth -> truth < 0.0 ? 2.0 * truth : 4.0 / (1.0 + truth)));

        assertEquals(0.0, found.high());
        assertTrue(found.low() > 0.3, found.toString());
    }

    @Test
    void shouldStayFiniteWhenUpsAndDownsArePartedWithoutFault() {
        int rows = 100;
        double[] probability = new double[rows];
        boolean[] up = new boolean[rows];
        float[] weight = new float[rows];
        Arrays.fill(weight, 1.0f);
        for (int row = 0; row < rows; row++) {
            up[row] = row % 2 == 0;
            probability[row] = up[row] ? 0.55 + row * 1e-3 : 0.45 - row * 1e-3;
        }
        CalibrationRows parted = new CalibrationRows(probability, up, weight);
        boolean[] always = new boolean[rows];
        Arrays.fill(always, true);

        for (CalibrationMethod method : FITTED) {
            double sure = method.fit(parted).apply(0.6);
            double allUp = method.fit(new CalibrationRows(probability, always, weight)).apply(0.5);

            assertTrue(sure > 0.9 && sure < 0.9999, method + " says " + sure);
            assertEquals(101.0 / 102.0, allUp, 1e-3, method.toString());
        }
    }

    @Test
    void shouldCountAWeightedRowAsItsWeightInRows() {
        CalibrationRows rows = Market.rows(4_000, 8, truth -> 2.0 * truth);
        float[] weight = new float[rows.rows()];
        SplittableRandom random = new SplittableRandom(9);
        double[] probability = new double[2 * rows.rows()];
        boolean[] up = new boolean[probability.length];
        int count = 0;
        for (int row = 0; row < weight.length; row++) {
            weight[row] = 1 + random.nextInt(2);
            for (int copy = 0; copy < weight[row]; copy++) {
                probability[count] = rows.probability()[row];
                up[count++] = rows.up()[row];
            }
        }
        float[] ones = new float[count];
        Arrays.fill(ones, 1.0f);
        CalibrationRows weighted = new CalibrationRows(rows.probability(), rows.up(), weight);
        CalibrationRows copied = new CalibrationRows(Arrays.copyOf(probability, count), Arrays.copyOf(up, count), ones);

        for (CalibrationMethod method : FITTED) {
            // Smoothing and least steps go by effective rows, of which the copies have a tenth more.
            assertEquals(method.fit(copied).apply(0.3), method.fit(weighted).apply(0.3), 2e-3, method.toString());
        }
        assertEquals(copied.logLoss(), weighted.logLoss(), 1e-12);
        assertEquals(copied.brier(), weighted.brier(), 1e-12);
    }

    @Test
    void shouldGiveTheSameBitsForTheSameRows() {
        CalibrationRows rows = Market.rows(3_000, 10, truth -> 0.5 * truth);

        for (CalibrationMethod method : FITTED) {
            assertArrayEquals(method.fit(rows).parameters(), method.fit(rows).parameters());
        }
    }
}
