package io.v11.config;

/** A decimal number from a configuration file, exact, in E8 fixed point. */
public record Decimal(long e8) {
    public static Decimal parse(String text) {
        return new Decimal(FixedPoint.parse(text));
    }

    @Override
    public String toString() {
        return FixedPoint.format(e8);
    }
}
