package io.v11.engine.feature.bar;

/**
 * An indicator without any memory but the bars that the history keeps: computed anew from them when it is written, so
 * that nothing can drift. Confined to the feature thread; allocates nothing.
 */
public interface WindowIndicator extends Indicator {
    @Override
    default void onBar(BarHistory bars) {
        // The history has it.
    }

    @Override
    default void reset() {
        // Nothing is kept.
    }

    @Override
    default long stateHash(long start) {
        return start;
    }
}
