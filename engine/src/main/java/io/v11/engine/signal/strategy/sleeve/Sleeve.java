package io.v11.engine.signal.strategy.sleeve;

import io.v11.config.ExternalSeries;

/** One effect: a score from -1, short, to 1, long, of every instrument. Allocates nothing after construction. */
interface Sleeve {
    /** A bar of an instrument closed; {@code prices} has it already. */
    default void onBar(int instrument, SleeveBar bar, PriceHistory prices) {
        // Not of bars.
    }

    /** A value of a series from outside the venue was published. */
    default void onExternalValue(ExternalSeries series, double value) {
        // Not of series.
    }

    double score(int instrument, PriceHistory prices);

    long addTo(long hash);
}
