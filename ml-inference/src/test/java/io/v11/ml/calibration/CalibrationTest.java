package io.v11.ml.calibration;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.ml.AllocatedBytes;
import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CalibrationTest {
    private static final Calibration ISOTONIC = new IsotonicCalibration(new double[]{0.2, 0.4, 0.7},
            new double[]{0.1, 0.1, 0.9});
    private static final List<Calibration> ALL = List.of(Calibration.IDENTITY, new PlattCalibration(0.6, -0.1),
            new PlattCalibration(0.0, 0.3), new BetaCalibration(0.5, 1.7, 0.2), new BetaCalibration(0.0, 1.0, 0.0),
            new BetaCalibration(1e6, 1e6, -1e6), ISOTONIC,
            new IsotonicCalibration(new double[]{0.5}, new double[]{0.4}));

    private double sink;

    @Test
    void shouldFollowItsFormula() {
        assertEquals(0.3, Calibration.IDENTITY.apply(0.3));
        // logit(0.8) = ln 4; half of it is ln 2, and 2 to 1 is two thirds.
        assertEquals(2.0 / 3.0, new PlattCalibration(0.5, 0.0).apply(0.8), 1e-15);
        assertEquals(0.8, new PlattCalibration(0.0, Math.log(4.0)).apply(0.1), 1e-15);
        assertEquals(0.37, new BetaCalibration(1.0, 1.0, 0.0).apply(0.37), 1e-15);
        // odds = 0.5^2 / 0.5 = 0.5
        assertEquals(1.0 / 3.0, new BetaCalibration(2.0, 1.0, 0.0).apply(0.5), 1e-15);
    }

    @Test
    void shouldJoinKnotsByStraightLinesAndStayFlatOutside() {
        assertEquals(0.1, ISOTONIC.apply(0.0));
        assertEquals(0.1, ISOTONIC.apply(0.3), 1e-15);
        assertEquals(0.1, ISOTONIC.apply(0.4));
        assertEquals(0.1 + 0.8 * 0.005 / 0.3, ISOTONIC.apply(0.405), 1e-15);
        assertEquals(0.5, ISOTONIC.apply(0.55), 1e-15);
        assertEquals(0.9, ISOTONIC.apply(0.7));
        assertEquals(0.9, ISOTONIC.apply(1.0));
    }

    @Test
    void shouldNeverFallAndNeverLeaveTheUnitInterval() {
        SplittableRandom random = new SplittableRandom(20261128);
        for (Calibration calibration : ALL) {
            for (int i = 0; i < 20_000; i++) {
                double p = random.nextDouble();
                double near = i % 2 == 0 ? Math.nextUp(p) : Math.min(1.0, p + random.nextDouble() * 1e-3);

                double low = calibration.apply(p);
                double high = calibration.apply(near);

                assertTrue(0.0 <= low && low <= high && high <= 1.0,
                        calibration + " at " + p + ": " + low + ", " + high);
            }
            assertTrue(calibration.apply(0.0) >= 0.0 && calibration.apply(1.0) <= 1.0, calibration.toString());
        }
    }

    @Test
    void shouldLeaveNonsenseRecognisable() {
        for (Calibration calibration : ALL) {
            assertEquals(Double.NaN, calibration.apply(Double.NaN));
            assertEquals(Double.NaN, calibration.apply(1.5));
            assertEquals(Double.NaN, calibration.apply(-0.1));
            assertEquals(Double.NaN, calibration.apply(Double.POSITIVE_INFINITY));
        }
    }

    @Test
    void shouldGiveTheSameBitsAfterARoundTripThroughText() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            Calibration calibration = new BetaCalibration(random.nextDouble(3.0), random.nextDouble(3.0),
                    random.nextDouble() - 0.5);

            CalibrationText text = CalibrationText.of(calibration);

            assertEquals(calibration, new CalibrationText(text.method(), text.parameters()).calibration());
        }
        for (Calibration calibration : ALL) {
            Calibration again = CalibrationText.of(calibration).calibration();
            assertEquals(calibration.method(), again.method());
            assertArrayEquals(calibration.parameters(), again.parameters());
            assertEquals(calibration.apply(0.61), again.apply(0.61));
        }
        assertEquals(new CalibrationText("IDENTITY", ""), CalibrationText.IDENTITY);
    }

    @Test
    void shouldSayWhatIsWrongWithParameters() {
        assertRefused("no calibration is called 'platt'", "platt", "1 0");
        assertRefused("takes 2 parameters (a (slope) and b (shift)), not 1", "PLATT", "1.0");
        assertRefused("a must be 0 to 1e6", "PLATT", "-0.1 0");
        assertRefused("b must be -1e6 to 1e6, is NaN", "PLATT", "1 NaN");
        assertRefused("takes 3 parameters", "BETA", "1 1");
        assertRefused("b must be 0 to 1e6", "BETA", "1 -1 0");
        assertRefused("takes 0 parameters (none)", "IDENTITY", "1");
        assertRefused("parameter 2 'x' is not a number", "PLATT", "1 x");
        assertRefused("two parameters a knot, not 3", "ISOTONIC", "0.1 0.2 0.3");
        assertRefused("must have 1 to 64 knots", "ISOTONIC", "");
        assertRefused("knot 2 must lie to the right", "ISOTONIC", "0.1 0.2 0.1 0.3");
        assertRefused("knot 2 must lie to the right of the one before it and not below", "ISOTONIC", "0.1 0.2 0.3 0.1");
        assertRefused("knot 1 (0.1, 1.2) must lie within 0 and 1", "ISOTONIC", "0.1 1.2");
    }

    private static void assertRefused(String part, String method, String parameters) {
        ModelException refused = assertThrows(ModelException.class, () -> new CalibrationText(method, parameters));

        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    @Test
    void shouldAllocateNothing() {
        long bytes = AllocatedBytes.of(() -> {
            for (int i = 0; i < 20_000; i++) {
                for (int j = 0; j < ALL.size(); j++) {
                    sink += ALL.get(j).apply(i / 20_000.0);
                }
            }
        });

        assertEquals(0L, bytes);
    }
}
