package io.v11.ml.net.kernel;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Errors against StrictMath over the whole range, and at its ends. */
class ActivationsTest {
    private static final double BOUND = 3e-8;

    @Test
    void shouldBeExactEnoughOverTheWholeRange() {
        double worst = 0;
        double at = 0;
        for (double x = -103.99; x < 103.99; x += 0.000_37) {
            double error = Math.max(relative(Activations.exp(x), StrictMath.exp(x)),
                    Math.max(relative(Activations.sigmoid(x), 1 / (1 + StrictMath.exp(-x))),
                            relative(Activations.tanh(x), StrictMath.tanh(x))));
            at = error > worst ? x : at;
            worst = Math.max(worst, error);
        }

        assertTrue(worst < BOUND, "relative error " + worst + " at " + at);
    }

    @Test
    void shouldBeExactInFloatWhereNetsLive() {
        int different = 0;
        int count = 0;
        for (float x = -12f; x < 12f; x += 0.000_13f) {
            count++;
            different += (float) Activations.exp(x) == (float) StrictMath.exp(x) ? 0 : 1;
            different += (float) Activations.tanh(x) == (float) StrictMath.tanh(x) ? 0 : 1;
        }

        assertTrue(different < count / 1000, different + " of " + 2 * count + " floats differ");
    }

    @Test
    void shouldKeepTheDigitsOfSmallTangents() {
        for (double x = Float.MIN_VALUE; x < 1; x *= 1.07) {
            assertTrue(relative(Activations.tanh(x), StrictMath.tanh(x)) < 1e-14, "x=" + x);
            assertTrue(relative(Activations.tanh(-x), StrictMath.tanh(-x)) < 1e-14, "x=" + -x);
        }
    }

    @Test
    void shouldEndAsTheFunctionsEnd() {
        for (double far : new double[]{105, 1e10, Float.MAX_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            assertEquals(Float.POSITIVE_INFINITY, (float) Activations.exp(far));
            assertEquals(0f, (float) Activations.exp(-far));
            assertEquals(1f, (float) Activations.sigmoid(far));
            assertEquals(0f, (float) Activations.sigmoid(-far), Float.MIN_VALUE);
            assertEquals(1f, (float) Activations.tanh(far));
            assertEquals(-1f, (float) Activations.tanh(-far));
        }
        assertEquals(1.0, Activations.exp(0.0));
        assertEquals(0.5, Activations.sigmoid(-0.0));
        assertEquals(0.0, Activations.tanh(0.0));
    }

    @Test
    void shouldLetNothingButNaNThroughForNaN() {
        float[] values = {Float.NaN, 0f, Float.NaN};

        Activations.relu(values, 3);

        assertTrue(Float.isNaN(values[0]) && values[1] == 0f);
        assertTrue(Double.isNaN(Activations.exp(Double.NaN)));
        assertTrue(Double.isNaN(Activations.sigmoid(Double.NaN)));
        assertTrue(Double.isNaN(Activations.tanh(Double.NaN)));
    }

    @Test
    void shouldGiveTheSameBitsInLoopsAsOneByOne() {
        float[] many = new float[1037];
        for (int round = 0; round < 2000; round++) {
            for (int i = 0; i < many.length; i++) {
                many[i] = (i - 500) * 0.17f + round * 0.001f;
            }
            float[] sigmoids = many.clone();
            float[] tangents = many.clone();
            float[] powers = many.clone();

            Activations.sigmoid(sigmoids, many.length);
            Activations.tanh(tangents, many.length);
            Activations.exp(powers, many.length);

            int i = round % many.length;
            assertEquals((float) Activations.sigmoid(many[i]), sigmoids[i]);
            assertEquals((float) Activations.tanh(many[i]), tangents[i]);
            assertEquals((float) Activations.exp(many[i]), powers[i]);
        }
    }

    private static double relative(double actual, double expected) {
        return expected == 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
    }
}
