package io.v11.config;

import java.math.BigDecimal;

/**
 * The one place where money in E8 fixed point and statistics in floating point meet.
 * Prices, quantities, fees and balances are {@code long} with eight decimals; features, scores and risk figures are
 * {@code double}. Nothing here allocates except {@link #parse} and {@link #format}, which belong to the cold path.
 */
public final class FixedPoint {
    /** One unit in E8. */
    public static final long ONE = 100_000_000L;
    private static final int DECIMALS = 8;

    private FixedPoint() {
    }

    /** E8 to units. Exact to the 53 bits of a double. */
    public static double toDouble(long e8) {
        return e8 / (double) ONE;
    }

    /** Units to E8, half to even; fails on NaN, infinity and values that do not fit. */
    public static long ofDouble(double value) {
        double scaled = Math.rint(value * ONE);
        if (!(Math.abs(scaled) < 9.2e18)) {
            throw new ArithmeticException("value does not fit E8 fixed point: value=" + value);
        }
        return (long) scaled;
    }

    /** Product of two E8 numbers in E8, rounded towards zero, e.g. price times quantity; exact in 128 bits, fails on overflow. */
    public static long multiply(long leftE8, long rightE8) {
        long high = Math.multiplyHigh(leftE8, rightE8);
        long low = leftE8 * rightE8;
        if (high == (low >> 63)) {
            return low / ONE;
        }
        return divideWide(high, low);
    }

    /**
     * Quotient of two E8 numbers in E8, rounded towards zero, e.g. notional by price. Exact: the eight decimals come by
     * long division, for the numerator times 10^8 may need more than 64 bits. The divisor's magnitude must leave a
     * decimal digit of room in a long.
     */
    public static long divide(long numeratorE8, long denominatorE8) {
        if (Math.abs(denominatorE8) > Long.MAX_VALUE / 10 || denominatorE8 == 0 || denominatorE8 == Long.MIN_VALUE) {
            throw new ArithmeticException("cannot divide by " + denominatorE8 + " E8");
        }
        long quotient = numeratorE8 / denominatorE8;
        long remainder = numeratorE8 % denominatorE8;
        for (int digit = 0; digit < DECIMALS; digit++) {
            remainder *= 10;
            quotient = Math.addExact(Math.multiplyExact(quotient, 10L), remainder / denominatorE8);
            remainder %= denominatorE8;
        }
        return quotient;
    }

    /** {@code valueE8} times {@code bps} basis points, rounded away from zero: fees are never understated. */
    public static long basisPointsUp(long valueE8, double bps) {
        double exact = valueE8 * bps / 10_000.0;
        return (long) (exact < 0 ? Math.floor(exact) : Math.ceil(exact));
    }

    /** {@code value} lowered to a multiple of {@code step} (both E8, value not negative). */
    public static long floorTo(long valueE8, long stepE8) {
        return valueE8 - Math.floorMod(valueE8, stepE8);
    }

    /** Decimal text to E8; fails when it has more than eight decimals or does not fit. */
    public static long parse(String text) {
        return new BigDecimal(text.trim()).movePointRight(DECIMALS).longValueExact();
    }

    /** E8 to plain decimal text without trailing zeros. */
    public static String format(long e8) {
        BigDecimal value = BigDecimal.valueOf(e8, DECIMALS).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0).toPlainString() : value.toPlainString();
    }

    /** Divides the 128-bit number by {@link #ONE}: two 64-bit steps over the unsigned magnitude. */
    private static long divideWide(long high, long low) {
        boolean negative = high < 0;
        long magnitudeHigh = negative ? ~high + (low == 0 ? 1 : 0) : high;
        long magnitudeLow = negative ? -low : low;
        if (magnitudeHigh >= ONE) {
            throw new ArithmeticException("product does not fit E8 fixed point");
        }
        long upper = (magnitudeHigh << 32) | (magnitudeLow >>> 32);
        long quotientUpper = Long.divideUnsigned(upper, ONE);
        long lower = (Long.remainderUnsigned(upper, ONE) << 32) | (magnitudeLow & 0xffff_ffffL);
        long quotientLower = Long.divideUnsigned(lower, ONE);
        if (quotientUpper >>> 31 != 0) {
            throw new ArithmeticException("product does not fit E8 fixed point");
        }
        long quotient = (quotientUpper << 32) + quotientLower;
        return negative ? -quotient : quotient;
    }
}
