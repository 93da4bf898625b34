package io.v11.engine.feature.regime;

import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.ml.FeatureVector;

/**
 * Something measured over the moves of one series of bars: state of fixed size, constant time per bar on average, and a
 * few outputs. Confined to the feature thread; allocates nothing after construction.
 */
interface Measure {
    /** Its outputs in the order in which they are written. */
    List<Feature> outputs();

    /** Takes the next move; moves come without a gap, and {@link #reset} comes where one was. */
    void onMove(BarMoves moves);

    /** Sets or invalidates each output, the first at index {@code first}. */
    void write(FeatureVector held, int first);

    /** Back to the state after construction. */
    void reset();

    /** Continues a digest with all state that later values depend on. */
    long stateHash(long start);
}
