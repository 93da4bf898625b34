package io.v11.engine.feature.group;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * Sums over all past observations x_i, each weighted exp(-(t - t_i) / window), for several channels and neighbouring
 * windows. Decay is collected per window and applied when something is added; reading changes nothing. Confined to one
 * thread; allocates nothing after construction.
 */
public final class DecayedSums {
    private final int firstWindow;
    private final int windows;
    private final double[] sums;
    private final double[] pending;
    private boolean empty = true;

    /** Windows from {@code first} to {@code last}, both included. */
    public DecayedSums(int channels, Window first, Window last) {
        this.firstWindow = first.ordinal();
        this.windows = last.ordinal() - firstWindow + 1;
        this.sums = new double[channels * windows];
        this.pending = new double[windows];
        reset();
    }

    public void reset() {
        Arrays.fill(sums, 0.0);
        Arrays.fill(pending, 1.0);
        empty = true;
    }

    /** Lets time pass; to be called on every event, before anything is added. */
    public void onTime(Moment moment) {
        if (empty || moment.elapsedNs == 0) {
            return;
        }
        for (int w = 0; w < windows; w++) {
            double factor = pending[w] * moment.decay(firstWindow + w);
            pending[w] = factor < Decay.NOTHING ? 0.0 : factor;
        }
    }

    /** Applies the decay so far; to be called once before the {@link #add}s of an event. */
    public void settle() {
        empty = false;
        for (int w = 0; w < windows; w++) {
            double factor = pending[w];
            if (factor != 1.0) {
                for (int i = w; i < sums.length; i += windows) {
                    double sum = sums[i] * factor;
                    sums[i] = Math.abs(sum) < Decay.NOTHING ? 0.0 : sum;
                }
                pending[w] = 1.0;
            }
        }
    }

    public void add(int channel, double value) {
        int at = channel * windows;
        for (int w = 0; w < windows; w++) {
            sums[at + w] += value;
        }
    }

    public double sum(int channel, Window window) {
        int w = window.ordinal() - firstWindow;
        return sums[channel * windows + w] * pending[w];
    }

    /** Quotient of two channels; free of the decay they share. NaN when nothing was added yet. */
    public double ratio(int numerator, int denominator, Window window) {
        int w = window.ordinal() - firstWindow;
        return sums[numerator * windows + w] / sums[denominator * windows + w];
    }

    public long stateHash(long start) {
        long hash = start;
        for (int i = 0; i < sums.length; i++) {
            hash = StateHash.add(hash, sums[i]);
        }
        for (int w = 0; w < windows; w++) {
            hash = StateHash.add(hash, pending[w]);
        }
        return hash;
    }
}
