package io.v11.engine.feature.bar;

import java.util.List;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

/**
 * One indicator over the bars of one instrument and one length: a small state, O(1) per bar, and a few outputs that share
 * it. {@link BarFeatures} feeds it every closed bar and holds its outputs until the next. Confined to the feature thread;
 * allocates nothing after construction.
 */
public interface Indicator {
    /** Its outputs in the order in which they are written; names without the prefix of the bar length. */
    List<Feature> outputs(BarLength length);

    /** Takes the newest bar, which is at age 0 of the history. */
    void onBar(BarHistory bars);

    /** Sets or invalidates each output, the first at index {@code first}; comes after {@link #onBar} of the newest bar. */
    void write(FeatureVector held, int first, BarHistory bars);

    /** Back to the state after construction. */
    void reset();

    /** Continues a digest with all state that later values depend on, the history excepted. */
    long stateHash(long start);
}
