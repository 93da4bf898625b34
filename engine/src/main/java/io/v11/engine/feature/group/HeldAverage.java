package io.v11.engine.feature.group;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * Time-weighted exponential average of a quantity that holds its value until it is set anew, such as a queue or the
 * spread: da/dt = (x - a) / window. How often the same value is repeated does not matter. Confined to one thread;
 * allocates nothing after construction.
 */
public final class HeldAverage {
    private final int firstWindow;
    private final double[] averages;
    private final double[] pending;
    private double held;
    private boolean empty = true;

    public HeldAverage(Window first, Window last) {
        firstWindow = first.ordinal();
        averages = new double[last.ordinal() - firstWindow + 1];
        pending = new double[averages.length];
        reset();
    }

    public void reset() {
        Arrays.fill(averages, 0.0);
        Arrays.fill(pending, 1.0);
        held = 0.0;
        empty = true;
    }

    /** Lets time pass; to be called on every event, before {@link #hold}. */
    public void onTime(Moment moment) {
        if (empty || moment.elapsedNs == 0) {
            return;
        }
        for (int w = 0; w < pending.length; w++) {
            double factor = pending[w] * moment.decay(firstWindow + w);
            pending[w] = factor < Decay.NOTHING ? 0.0 : factor;
        }
    }

    public void hold(double value) {
        for (int w = 0; w < averages.length; w++) {
            averages[w] = empty ? value : average(w);
            pending[w] = 1.0;
        }
        held = value;
        empty = false;
    }

    public double average(Window window) {
        return average(window.ordinal() - firstWindow);
    }

    /** (held - average) / (held + average) in [-1, 1] for quantities above 0: free of scale, and tame. */
    public double contrast(Window window) {
        double average = average(window);
        return (held - average) / (held + average);
    }

    public long stateHash(long start) {
        long hash = StateHash.add(start, held);
        for (int w = 0; w < averages.length; w++) {
            hash = StateHash.add(hash, averages[w]);
            hash = StateHash.add(hash, pending[w]);
        }
        return hash;
    }

    private double average(int w) {
        return held + (averages[w] - held) * pending[w];
    }
}
