package io.v11.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FixedPointTest {
    @Test
    void shouldMultiplyLikeExactArithmetic() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            long left = random.nextLong() >> random.nextInt(63);
            long right = random.nextLong() >> random.nextInt(63);
            BigInteger exact = BigInteger.valueOf(left).multiply(BigInteger.valueOf(right))
                    .divide(BigInteger.valueOf(FixedPoint.ONE));
            if (exact.bitLength() < 63) {
                assertEquals(exact.longValueExact(), FixedPoint.multiply(left, right), left + " * " + right);
            } else if (exact.bitLength() > 63) {
                assertThrows(ArithmeticException.class, () -> FixedPoint.multiply(left, right));
            }
        }
    }

    @Test
    void shouldParseAndFormatExactly() {
        assertEquals(6_183_763_000_000L, FixedPoint.parse("61837.63000000"));
        assertEquals("61837.63", FixedPoint.format(6_183_763_000_000L));
        assertEquals("-0.00000001", FixedPoint.format(-1));
        assertEquals("100", FixedPoint.format(100 * FixedPoint.ONE));
        assertThrows(ArithmeticException.class, () -> FixedPoint.parse("0.123456789"));
        assertThrows(ArithmeticException.class, () -> FixedPoint.ofDouble(Double.NaN));
        assertThrows(ArithmeticException.class, () -> FixedPoint.ofDouble(1e12));
    }

    @Test
    void shouldNeverUnderstateAFee() {
        long notional = FixedPoint.parse("199.99999999");
        BigDecimal exact = new BigDecimal("199.99999999").multiply(new BigDecimal("0.001"));

        long fee = FixedPoint.basisPointsUp(notional, 10.0);

        assertEquals(exact.setScale(8, RoundingMode.UP), BigDecimal.valueOf(fee, 8));
        assertEquals(-2L, FixedPoint.basisPointsUp(-15L, 1000.0));
    }

    @Test
    void shouldFloorToTheStep() {
        assertEquals(123_000L, FixedPoint.floorTo(123_999L, 1_000L));
        assertEquals(0L, FixedPoint.floorTo(999L, 1_000L));
    }
}
