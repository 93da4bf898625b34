package io.v11.ml;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeatureVectorCauseTest {
    @Test
    void shouldTellWhyAFeatureIsNotValid() {
        FeatureVector vector = new FeatureVector(5);

        vector.set(0, Double.NaN);
        vector.set(1, Double.NEGATIVE_INFINITY);
        vector.invalidate(2);
        vector.invalidate(3, Invalidity.STALE);
        vector.set(4, 1.5);

        assertEquals(Invalidity.UNDEFINED, vector.cause(0));
        assertEquals(Invalidity.INFINITE, vector.cause(1));
        assertEquals(Invalidity.NOT_WARM, vector.cause(2));
        assertEquals(Invalidity.STALE, vector.cause(3));
        assertEquals(1, vector.validCount());
    }

    @Test
    void shouldCountTheInvalidByCause() {
        FeatureVector vector = new FeatureVector(130);
        for (int i = 0; i < 130; i += 2) {
            vector.set(i, i);
        }
        vector.set(127, Double.NaN);
        vector.invalidate(129, Invalidity.STALE);
        long[] counts = new long[Invalidity.values().length];

        vector.countInvalid(counts);

        assertEquals(63, counts[Invalidity.NOT_WARM.ordinal()]);
        assertEquals(1, counts[Invalidity.UNDEFINED.ordinal()]);
        assertEquals(0, counts[Invalidity.INFINITE.ordinal()]);
        assertEquals(1, counts[Invalidity.STALE.ordinal()]);
    }

    @Test
    void shouldTakeOverAPartWithItsCauses() {
        FeatureVector part = new FeatureVector(3);
        part.set(0, 7.0);
        part.set(1, Double.NaN);
        part.invalidate(2, Invalidity.STALE);
        FeatureVector whole = new FeatureVector(70);
        whole.set(63, 1.0);
        whole.set(64, 1.0);

        whole.copyFrom(part, 62);

        assertTrue(whole.isValid(62));
        assertEquals(7.0, whole.value(62));
        assertFalse(whole.isValid(63) || whole.isValid(64));
        assertEquals(0.0, whole.value(63));
        assertEquals(Invalidity.UNDEFINED, whole.cause(63));
        assertEquals(Invalidity.STALE, whole.cause(64));
        assertEquals(1, whole.validCount());
    }
}
