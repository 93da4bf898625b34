package io.v11.engine.feature.bar.trend;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;

/** A moving average of closes. Confined to the feature thread; allocates nothing after construction. */
interface Average {
    /** Name in features, with its length: {@code ema_20}. */
    String name();

    /** Formula and words for the documentation. */
    String formula();

    /** Whose it is. */
    String source();

    /** Bars until it has a value. */
    int warmUp();

    /** Of the average itself. */
    Settling settling(BarLength length);

    /** Takes the newest close, at age 0. */
    void onBar(BarHistory bars);

    boolean ready();

    /** Means nothing before {@link #ready()}. */
    double value();

    void reset();

    long stateHash(long start);
}
