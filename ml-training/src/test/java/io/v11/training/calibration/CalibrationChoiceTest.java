package io.v11.training.calibration;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CalibrationChoiceTest {
    @Test
    void shouldLeaveACalibratedModelAlone() {
        int left = 0;
        int least = 0;
        for (long seed = 1; seed <= 40; seed++) {
            CalibrationChoice choice = CalibrationChoice.of(Market.rows(3_000, seed, truth -> truth));
            left += choice.chosen() == CalibrationMethod.IDENTITY ? 1 : 0;
            least += choice.trials().getFirst().aboveBest() == 0.0 ? 1 : 0;
        }

        System.out.println("identity chosen for " + left + " of 40 calibrated models, least loss for " + least);
        // One standard error may be passed by chance now and then.
        assertTrue(left >= 36 && left >= least, "identity for " + left + " of 40, least loss for " + least);
    }

    @Test
    void shouldTakeTheSimplestMethodThatUndoesTheDistortion() {
        for (long seed = 1; seed <= 3; seed++) {
            CalibrationChoice choice = CalibrationChoice.of(Market.rows(6_000, seed, truth -> 2.5 * truth));

            assertEquals(CalibrationMethod.PLATT, choice.chosen(), "seed " + seed + "\n" + choice.text());
            assertTrue(choice.after().calibrationError() < 0.25 * choice.before().calibrationError(), choice.text());
            assertTrue(choice.after().brier() < choice.before().brier(), choice.text());
            assertTrue(choice.after().logLoss() < choice.before().logLoss(), choice.text());
            assertEquals(choice.chosen().name(), choice.fitted().method());
        }
    }

    @Test
    void shouldTakeTheLineWhenNoFormulaFits() {
        // Flat in the middle and at both ends: three levels.
        CalibrationChoice choice = CalibrationChoice.of(
                Market.rows(10_000, 3, truth -> Math.abs(truth) < 1.0
                        ? 2.5 * truth
                        : truth > 0
                                ? 3.0 + 0.01 * truth
                                : -3.0 + 0.01 * truth));

        assertEquals(CalibrationMethod.ISOTONIC, choice.chosen(), choice.text());
    }

    @Test
    void shouldJudgeOnRowsThatTheFitDidNotSee() {
        // What happened is a coin; a fit that were judged on its own rows would find something in it.
        CalibrationRows coin = Market.rows(2_000, 11, truth -> truth);
        boolean[] up = new boolean[coin.rows()];
        for (int row = 0; row < up.length; row++) {
            up[row] = coin.up()[(row + 1) % up.length];
        }
        CalibrationRows rows = new CalibrationRows(coin.probability(), up, coin.weight());

        CalibrationChoice choice = CalibrationChoice.of(rows);

        double isotonic = choice.trials().get(CalibrationMethod.ISOTONIC.ordinal()).logLoss();
        double own = rows.calibrated(CalibrationMethod.ISOTONIC.fit(rows)).logLoss();
        assertTrue(isotonic > own + 0.0005, isotonic + " held out, " + own + " on its own rows");
        assertEquals(CalibrationMethod.PLATT, choice.chosen(), choice.text());
        assertEquals(Math.log(2.0), choice.after().logLoss(), 0.005);
    }

    @Test
    void shouldKeepRowsNextToAHeldOutStretchFromTheFit() {
        CalibrationRows rows = Market.rows(900, 12, truth -> truth);
        CalibrationMethod platt = CalibrationMethod.PLATT;

        CalibrationChoice apart = CalibrationChoice.of(rows, 3, 100);

        double first = rows.within(0, 300).calibrated(platt.fit(rows.within(400, 900))).logLoss();
        double second = rows.within(300, 600).calibrated(platt.fit(rows.without(200, 700))).logLoss();
        double third = rows.within(600, 900).calibrated(platt.fit(rows.within(0, 500))).logLoss();
        assertEquals((first + second + third) / 3.0, apart.trials().get(platt.ordinal()).logLoss(), 1e-12);
    }

    @Test
    void shouldRefuseTooFewRows() {
        CalibrationRows rows = Market.rows(499, 1, truth -> truth);

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> CalibrationChoice.of(rows));

        assertTrue(refused.getMessage().contains("499 rows do not make 10 stretches"), refused.getMessage());
        assertThrows(IllegalArgumentException.class, () -> CalibrationChoice.of(rows, 2, 200));
        assertThrows(IllegalArgumentException.class, () -> CalibrationChoice.of(rows, 1, 0));
    }

    @Test
    void shouldLeaveOutRowsWithoutProbabilityOrWeight() {
        double[] probability = {0.1, Double.NaN, 0.3, 0.4};
        boolean[] up = {true, false, false, true};

        CalibrationRows rows = CalibrationRows.scored(probability, up, new float[]{1.0f, 1.0f, 0.0f, 2.0f});

        assertTrue(Arrays.equals(new double[]{0.1, 0.4}, rows.probability()));
        assertTrue(Arrays.equals(new boolean[]{true, true}, rows.up()));
        assertThrows(IllegalArgumentException.class,
                () -> new CalibrationRows(probability, up, new float[]{1.0f, 1.0f, 1.0f, 1.0f}));
        assertSame(rows.up(), rows.calibrated(CalibrationMethod.IDENTITY.fit(rows)).up());
    }
}
