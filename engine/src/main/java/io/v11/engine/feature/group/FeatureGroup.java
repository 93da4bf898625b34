package io.v11.engine.feature.group;

import java.util.List;

import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/**
 * Features that share state, for one instrument. {@link #onMarket} comes with every market event of the instrument,
 * {@link #write} on decisions only, after it, for the same event; it must not change what later values will be.
 * Confined to the feature thread; allocates nothing after construction.
 */
public interface FeatureGroup {
    /** What is said of it; the same for every instrument. */
    Heading heading();

    default String name() {
        return heading().name();
    }

    default Category category() {
        return heading().category();
    }

    default String inputs() {
        return heading().inputs();
    }

    default List<Feature> features() {
        return heading().features();
    }

    void onMarket(MarketView market, Moment moment);

    /** Sets or invalidates each of its features, the first at index {@code first}. */
    void write(FeatureVector vector, int first, Moment moment);

    /** Back to the state after construction. */
    void reset();

    /** Continues a digest with all state that later values depend on. */
    long stateHash(long start);
}
