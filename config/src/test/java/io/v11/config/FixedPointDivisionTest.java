package io.v11.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class FixedPointDivisionTest {
    private static final long SEED = 20_261_123L;

    @Test
    void shouldDivideNotionalByPriceExactly() {
        assertEquals(FixedPoint.parse("0.00333333"),
                FixedPoint.divide(FixedPoint.parse("200"), FixedPoint.parse("60000")));
        assertEquals(FixedPoint.parse("-0.5"), FixedPoint.divide(FixedPoint.parse("-1"), FixedPoint.parse("2")));
        assertEquals(FixedPoint.parse("1000000"), FixedPoint.divide(FixedPoint.parse("1000000"), FixedPoint.ONE));
    }

    @Test
    void shouldAgreeWithDecimalArithmeticOnRandomNumbers() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            long numerator = random.nextLong() >> random.nextInt(1, 60);
            long denominator = (random.nextLong() >> random.nextInt(4, 50)) | 1L;
            BigDecimal exact = BigDecimal.valueOf(numerator).movePointRight(8).divide(BigDecimal.valueOf(denominator),
                    0,
                    RoundingMode.DOWN);
            if (exact.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
                assertThrows(ArithmeticException.class, () -> FixedPoint.divide(numerator, denominator),
                        "seed " + SEED);
            } else {
                assertEquals(exact.longValueExact(), FixedPoint.divide(numerator, denominator), "seed " + SEED);
            }
        }
    }

    @Test
    void shouldRefuseADivisorThatHasNoRoom() {
        assertThrows(ArithmeticException.class, () -> FixedPoint.divide(1L, 0L));
        assertThrows(ArithmeticException.class, () -> FixedPoint.divide(1L, Long.MIN_VALUE));
        assertThrows(ArithmeticException.class, () -> FixedPoint.divide(1L, Long.MAX_VALUE));
    }
}
