package io.v11.engine.risk.ledger;

import io.v11.config.FixedPoint;

/**
 * Price times quantity for comparison with a limit: rounded to the side that refuses, and never an exception, for an
 * absurd price is something to refuse and not a reason to stop the engine.
 */
public final class Notional {
    private Notional() {
    }

    /** Rounded up to E8; the largest long when it does not fit. Both factors must not be negative. */
    public static long up(long priceE8, long quantityE8) {
        // high x 2^64 / 10^8 reaches 2^63 exactly when high reaches half of 10^8.
        if (Math.multiplyHigh(priceE8, quantityE8) >= FixedPoint.ONE / 2) {
            return Long.MAX_VALUE;
        }
        long down = FixedPoint.multiply(priceE8, quantityE8);
        // Remainders multiply: the product of two numbers below 10^8 fits a long.
        boolean exact = (priceE8 % FixedPoint.ONE) * (quantityE8 % FixedPoint.ONE) % FixedPoint.ONE == 0;
        return exact || down == Long.MAX_VALUE ? down : down + 1;
    }

    /** Sum of two notionals that are not negative; the largest long when it does not fit. */
    public static long sum(long left, long right) {
        long sum = left + right;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** A fraction, E8, of an amount: rounded down, 0 for an amount that is not above 0, the largest long when it does not fit. */
    public static long share(long amountE8, long fractionE8) {
        if (amountE8 <= 0) {
            return 0L;
        }
        return Math.multiplyHigh(amountE8, fractionE8) >= FixedPoint.ONE / 2
                ? Long.MAX_VALUE
                : FixedPoint.multiply(amountE8, fractionE8);
    }
}
