package io.v11.engine.feature.generated;

import io.v11.engine.feature.group.Decay;
import io.v11.engine.slot.StateHash;

/**
 * How much samples weigh after a time, exp(-age / window), and since when there are any. After {@value #FORGOTTEN_WINDOWS}
 * windows without a sample it begins anew: whoever starts within the pause must come to the same result. Confined to one
 * thread; allocates nothing after construction.
 */
final class Forgetting {
    private static final int FORGOTTEN_WINDOWS = 8;
    private static final long NS_PER_S = 1_000_000_000L;

    private final int windowS;
    private final double rate;
    private final double perSecond;
    private boolean any;
    private long firstS;
    private long lastS;
    private double weight;

    Forgetting(int windowS) {
        this.windowS = windowS;
        rate = Decay.rate(windowS * NS_PER_S);
        perSecond = Decay.factor(NS_PER_S, rate);
    }

    /** A sample comes: the factor for all sums so far, 0 when there are none that count. */
    double onSample(long atS) {
        boolean begins = !any || atS - lastS > (long) FORGOTTEN_WINDOWS * windowS;
        double factor = begins ? 0.0 : atS - lastS == 1L ? perSecond : Decay.factor((atS - lastS) * NS_PER_S, rate);
        if (begins) {
            any = true;
            firstS = atS;
        }
        lastS = atS;
        weight = weight * factor + 1.0;
        return factor;
    }

    /** Sum of the weights, 1 at least after a sample. */
    double weight() {
        return weight;
    }

    /** Samples go back one window, and have not stopped so long ago that the next will begin anew. */
    boolean warm(long nowS) {
        return any && nowS - firstS >= windowS && nowS - lastS <= (long) FORGOTTEN_WINDOWS * windowS;
    }

    void reset() {
        any = false;
        firstS = 0L;
        lastS = 0L;
        weight = 0.0;
    }

    long stateHash(long start) {
        return StateHash.add(StateHash.add(StateHash.add(StateHash.add(start, any), firstS), lastS), weight);
    }
}
