package io.v11.engine.feature.generated;

import io.v11.ml.FeatureVector;

/**
 * One expression at work for one instrument. Seconds are whole seconds of event time since the epoch and never go back.
 * Confined to the feature thread; constant time per sample, on average, and per value; allocates nothing after construction.
 */
abstract class Stream {
    /** Squares of values beyond this are no longer numbers; a sample so large leaves no trace. */
    private static final double LARGEST = 1e100;

    final int first;
    final int second;

    /** @param positions of the one or two inputs in the vector */
    Stream(int[] positions) {
        first = positions[0];
        second = positions[positions.length - 1];
    }

    static Stream of(Expression expression, int[] positions) {
        return switch (expression.operator()) {
            case PRODUCT, DIFFERENCE, CONTRAST, SIGNED, AGREEMENT -> new PairStream(expression.operator(), positions);
            case CHANGE -> new ChangeStream(expression.windowS(), positions);
            case MEAN, GAP, ZSCORE -> new MeanStream(expression.operator(), expression.windowS(), positions);
            case RESIDUAL -> new ResidualStream(expression.windowS(), positions);
        };
    }

    /** Takes the values at the first event of a second. */
    final void sample(FeatureVector vector, long atS) {
        boolean valid = vector.isValid(first) && vector.isValid(second)
                && Math.abs(vector.value(first)) <= LARGEST && Math.abs(vector.value(second)) <= LARGEST;
        if (valid) {
            sample(vector.value(first), vector.value(second), atS);
        } else {
            skip(atS);
        }
    }

    /** Sets or invalidates the feature at {@code index}; an input that is not valid hands its cause on. */
    final void write(FeatureVector vector, int index, long nowS) {
        if (!vector.isValid(first)) {
            vector.invalidate(index, vector.cause(first));
        } else if (!vector.isValid(second)) {
            vector.invalidate(index, vector.cause(second));
        } else if (warm(nowS)) {
            vector.set(index, value(vector.value(first), vector.value(second), nowS));
        } else {
            vector.invalidate(index);
        }
    }

    abstract void sample(double a, double b, long atS);

    /** The second has no sample. */
    abstract void skip(long atS);

    abstract boolean warm(long nowS);

    /** NaN when it is not defined. */
    abstract double value(double a, double b, long nowS);

    abstract void reset();

    abstract long stateHash(long start);
}
