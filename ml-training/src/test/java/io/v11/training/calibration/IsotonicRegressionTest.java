package io.v11.training.calibration;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.ml.calibration.Calibration;
import io.v11.ml.calibration.IsotonicCalibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IsotonicRegressionTest {
    @Test
    void shouldPoolNeighboursThatAreOutOfOrder() {
        // Said      0.1  0.2  0.3  0.4  0.5  0.6  0.7  0.8
        // happened    0    1    0    0    1    0    1    1
        // pooled      0   1/3  1/3  1/3  1/2  1/2   1    1
        IsotonicRegression steps = IsotonicRegression.pool(
                rows(new double[]{0.8, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7}, 1, 0, 1, 0, 0, 1, 0, 1));

        assertEquals(4, steps.steps());
        assertArrayEquals(new double[]{0.0, 1.0 / 3.0, 0.5, 1.0}, values(steps), 1e-15);
        assertEquals(0.1, steps.center(0), 1e-15);
        assertEquals(0.3, steps.center(1), 1e-15);
        assertEquals(0.55, steps.center(2), 1e-15);
        assertEquals(0.75, steps.center(3), 1e-15);
    }

    @Test
    void shouldGiveEqualProbabilitiesOneAnswerWhateverTheirOrder() {
        IsotonicRegression one = IsotonicRegression.pool(rows(new double[]{0.3, 0.3, 0.3, 0.6}, 0, 1, 1, 1));
        IsotonicRegression other = IsotonicRegression.pool(rows(new double[]{0.3, 0.6, 0.3, 0.3}, 1, 1, 1, 0));

        assertArrayEquals(new double[]{2.0 / 3.0, 1.0}, values(one), 1e-15);
        assertArrayEquals(values(one), values(other));
        // The first of the four at 0.3 alone would be out of order; the four together are not.
        IsotonicRegression later = IsotonicRegression.pool(
                rows(new double[]{0.2, 0.2, 0.3, 0.3, 0.3, 0.3}, 0, 1, 0, 1, 1, 1));
        assertArrayEquals(new double[]{0.5, 0.75}, values(later), 1e-15);
    }

    @Test
    void shouldMeetTheFormulaOfHighestLowestMeans() {
        // Robertson, Wright, Dykstra (1988): value i = max over a <= i of min over b >= i of the mean of a..b.
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] said = new double[40];
            int[] happened = new int[said.length];
            for (int i = 0; i < said.length; i++) {
                said[i] = (i + 1) / 50.0;
                happened[i] = random.nextInt(40) < i ? 1 : 0;
            }

            IsotonicRegression steps = IsotonicRegression.pool(rows(said, happened));

            int row = 0;
            for (int step = 0; step < steps.steps(); step++) {
                for (int last = row + (int) steps.weight(step); row < last; row++) {
                    assertEquals(maxMin(happened, row), steps.value(step), 1e-12, "seed " + seed + " row " + row);
                }
            }
            assertEquals(said.length, row);
        }
    }

    private static double maxMin(int[] happened, int row) {
        double max = 0.0;
        for (int a = 0; a <= row; a++) {
            double min = 1.0;
            for (int b = row; b < happened.length; b++) {
                min = Math.min(min, Arrays.stream(happened, a, b + 1).average().orElseThrow());
            }
            max = Math.max(max, min);
        }
        return max;
    }

    @Test
    void shouldKeepToItsKnotsAndAwayFromCertainty() {
        // Steps without end: what happens follows what is said nearly without chance.
        int count = 200_000;
        double[] said = new double[count];
        boolean[] up = new boolean[count];
        float[] weight = new float[count];
        for (int i = 0; i < count; i++) {
            said[i] = (i + 0.5) / count;
            // Low-discrepancy uniforms keep every neighbourhood at its share.
            up[i] = i * 0.6180339887498949 % 1.0 < said[i];
            weight[i] = 0.5f;
        }
        CalibrationRows rows = new CalibrationRows(said, up, weight);
        int pooled = IsotonicRegression.pool(rows).steps();

        Calibration fitted = IsotonicRegression.fit(rows);

        double[] parameters = fitted.parameters();
        assertTrue(pooled > IsotonicCalibration.KNOTS, "only " + pooled + " steps to begin with");
        assertTrue(parameters.length <= 2 * IsotonicCalibration.KNOTS, parameters.length + " parameters");
        for (int i = 0; i < 1000; i++) {
            double p = (i + 0.5) / 1000;
            assertEquals(p, fitted.apply(p), 0.02);
            assertTrue(fitted.apply(p) >= 1.0 / (count + 2.0) && fitted.apply(p) <= 1.0 - 1.0 / (count + 2.0));
        }
    }

    @Test
    void shouldNotMakeACertaintyOfAFewRows() {
        double[] said = new double[400];
        int[] happened = new int[said.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = (i + 0.5) / said.length;
            // The first three went down and the last three up, whatever came between: 40 %.
            happened[i] = i >= 397 || i >= 3 && i % 5 < 2 ? 1 : 0;
        }

        Calibration fitted = IsotonicRegression.fit(rows(said, happened));

        assertTrue(fitted.apply(0.0) > 0.2, "lowest " + fitted.apply(0.0));
        assertTrue(fitted.apply(1.0) < 0.7, "highest " + fitted.apply(1.0));
    }

    @Test
    void shouldServeProbabilitiesThatDifferInTheLastBitOnly() {
        double[] said = new double[4_000];
        int[] happened = new int[said.length];
        SplittableRandom random = new SplittableRandom(4);
        double p = 0.3;
        for (int i = 0; i < said.length; i++) {
            said[i] = p;
            p = i % 20 == 19 ? Math.nextUp(p) : p;
            happened[i] = random.nextInt(said.length) < i ? 1 : 0;
        }

        Calibration fitted = IsotonicRegression.fit(rows(said, happened));

        assertTrue(fitted.apply(0.2) <= fitted.apply(0.4));
    }

    private static double[] values(IsotonicRegression steps) {
        double[] values = new double[steps.steps()];
        Arrays.setAll(values, steps::value);
        return values;
    }

    private static CalibrationRows rows(double[] said, int... happened) {
        boolean[] up = new boolean[said.length];
        float[] weight = new float[said.length];
        for (int row = 0; row < said.length; row++) {
            up[row] = happened[row] == 1;
            weight[row] = 1.0f;
        }
        return new CalibrationRows(said, up, weight);
    }
}
