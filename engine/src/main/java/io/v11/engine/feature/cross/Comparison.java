package io.v11.engine.feature.cross;

import io.v11.engine.feature.group.Settling;
import io.v11.engine.feature.shared.MarketMemory;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

/** Whether two markets can be compared, and how it is written down when they cannot. Stateless; allocates nothing. */
final class Comparison {
    /** What bars, pauses and a late first event may add to a window before the start is forgotten. */
    private static final long BEGINNING_NS = 300_000_000_000L;

    private Comparison() {
    }

    /** Prices within a window. */
    static Settling window(long overNs) {
        return Settling.after(overNs + BEGINNING_NS);
    }

    /** Decayed sums of minutes. */
    static Settling fading(long windowMinutes) {
        return Settling.fading(12 * windowMinutes * 60_000_000_000L + BEGINNING_NS);
    }

    /** Writes a value made of the present prices of both and of those {@code overNs} ago; NaN: that far back is not known. */
    static void write(FeatureVector vector, int index, MarketMemory own, MarketMemory other, long nowNs, long overNs,
            double value) {
        if (!own.configured() || !other.configured()) {
            vector.invalidate(index, Invalidity.UNDEFINED);
        } else if (!own.priced() || !other.priced()) {
            vector.invalidate(index);
        } else if (own.stale(nowNs) || other.stale(nowNs)) {
            vector.invalidate(index, Invalidity.STALE);
        } else if (overNs > 0 && Math.max(own.resolutionNs(), other.resolutionNs()) > overNs) {
            // Bars do not tell what happened within them.
            vector.invalidate(index, Invalidity.UNDEFINED);
        } else if (value != value) {
            vector.invalidate(index);
        } else {
            vector.set(index, value);
        }
    }
}
