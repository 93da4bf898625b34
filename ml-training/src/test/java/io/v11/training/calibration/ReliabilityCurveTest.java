package io.v11.training.calibration;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReliabilityCurveTest {
    @Test
    void shouldGiveMeanAndShareOfEachBin() {
        CalibrationRows rows = new CalibrationRows(new double[]{0.11, 0.19, 0.95, 1.0},
                new boolean[]{false, true, true, true}, new float[]{3.0f, 1.0f, 1.0f, 1.0f});

        ReliabilityCurve curve = ReliabilityCurve.equalWidth(rows);

        assertEquals(2, curve.bins().size());
        ReliabilityCurve.Bin first = curve.bins().getFirst();
        assertEquals(0.13, first.probability(), 1e-12);
        assertEquals(0.25, first.upShare(), 1e-12);
        assertEquals(2, first.rows());
        assertEquals(4.0, first.weight());
        assertEquals((4 * 0.12 + 2 * 0.025) / 6, curve.calibrationError(), 1e-12);
    }

    @Test
    void shouldAgreeWithTheMetricsOfTheModules() {
        CalibrationRows rows = Market.rows(5_000, 1, truth -> 2.0 * truth);
        Scores scores = new Scores(rows.probability(), rows.up(), new int[rows.rows()]);

        assertEquals(Metrics.calibrationError(scores), ReliabilityCurve.equalWidth(rows).calibrationError(), 1e-12);
        assertEquals(Metrics.logLoss(scores), rows.logLoss(), 1e-12);
        assertEquals(Metrics.brier(scores), rows.brier(), 1e-12);
    }

    @Test
    void shouldShareRowsEquallyWhenAsked() {
        CalibrationRows rows = Market.rows(1_003, 2, truth -> 0.05 * truth);

        ReliabilityCurve curve = ReliabilityCurve.equalCount(rows);

        assertEquals(10, curve.bins().size());
        double last = 0.0;
        for (ReliabilityCurve.Bin bin : curve.bins()) {
            assertEquals(100.3, bin.rows(), 1.0);
            assertTrue(bin.probability() > last);
            last = bin.probability();
        }
        assertTrue(ReliabilityCurve.equalWidth(rows).bins().size() < 10);
    }

    @Test
    void shouldFindTheConfidenceThatTheStatedShareReaches() {
        double[] probability = {0.5, 0.9, Double.NaN, 0.2, 0.55};
        // Confidences 0, 0.4, 0.3, 0.05: with 4 rows, coverage 0.4 takes the 2nd largest of them, 0.7 the 4th.
        assertEquals(0.3, SplitConformal.threshold(probability, 0.4), 1e-12);
        assertEquals(0.0, SplitConformal.threshold(probability, 0.7), 1e-12);
        assertEquals(0.0, SplitConformal.threshold(probability, 1.0));
        assertThrows(IllegalArgumentException.class, () -> SplitConformal.threshold(new double[]{Double.NaN}, 0.5));
        assertThrows(IllegalArgumentException.class, () -> SplitConformal.threshold(probability, 0.0));
    }

    @Test
    void shouldReachTheStatedShareOfNewRowsOnAverage() {
        SplittableRandom random = new SplittableRandom(3);
        int reached = 0;
        int rounds = 4_000;
        for (int round = 0; round < rounds; round++) {
            double[] probability = random.doubles(19).toArray();
            double threshold = SplitConformal.threshold(probability, 0.25);
            reached += Math.abs(random.nextDouble() - 0.5) >= threshold ? 1 : 0;
        }

        // 5th largest of 19: exactly 5 in 20; the standard error of the count is 0.7 %.
        assertEquals(0.25, reached / (double) rounds, 0.02);
    }
}
