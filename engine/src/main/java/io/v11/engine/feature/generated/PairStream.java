package io.v11.engine.feature.generated;

/** Two features at one event; no state. */
final class PairStream extends Stream {
    private final Operator operator;

    PairStream(Operator operator, int[] positions) {
        super(positions);
        this.operator = operator;
    }

    @Override
    double value(double a, double b, long nowS) {
        return switch (operator) {
            case PRODUCT -> a * b;
            case DIFFERENCE -> a - b;
            case CONTRAST -> (a - b) / (Math.abs(a) + Math.abs(b));
            case SIGNED -> a * Math.signum(b);
            case AGREEMENT -> agreement(a, b);
            default -> throw new IllegalStateException("no operator of two present values");
        };
    }

    private static double agreement(double a, double b) {
        if (a > 0.0 && b > 0.0) {
            return Math.min(a, b);
        }
        return a < 0.0 && b < 0.0 ? Math.max(a, b) : 0.0;
    }

    @Override
    void sample(double a, double b, long atS) {
    }

    @Override
    void skip(long atS) {
    }

    @Override
    boolean warm(long nowS) {
        return true;
    }

    @Override
    void reset() {
    }

    @Override
    long stateHash(long start) {
        return start;
    }
}
