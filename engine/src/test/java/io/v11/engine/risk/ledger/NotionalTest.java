package io.v11.engine.risk.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NotionalTest {
    private static final long SEED = 3L;

    @Test
    void shouldRoundUpAndSaturateLikeDecimalArithmetic() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100_000; i++) {
            long price = random.nextLong(Long.MAX_VALUE) >> random.nextInt(60);
            long quantity = random.nextLong(Long.MAX_VALUE) >> random.nextInt(60);
            BigInteger exact = new BigDecimal(BigInteger.valueOf(price).multiply(BigInteger.valueOf(quantity)))
                    .movePointLeft(8).setScale(0, RoundingMode.UP).toBigInteger();

            assertEquals(exact.min(BigInteger.valueOf(Long.MAX_VALUE)).longValue(), Notional.up(price, quantity),
                    "seed " + SEED + " price " + price + " quantity " + quantity);
        }
    }

    @Test
    void shouldSaturateSums() {
        assertEquals(3, Notional.sum(1, 2));
        assertEquals(Long.MAX_VALUE, Notional.sum(Long.MAX_VALUE, 1));
        assertEquals(Long.MAX_VALUE, Notional.sum(Long.MAX_VALUE, Long.MAX_VALUE));
    }
}
