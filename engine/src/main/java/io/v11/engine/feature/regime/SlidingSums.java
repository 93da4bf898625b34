package io.v11.engine.feature.regime;

import java.util.Arrays;

import io.v11.engine.slot.StateHash;

/**
 * Sums of the last {@code length} values of several channels, in constant time on average and without ever subtracting:
 * nothing drifts, and a wild value leaves no trace once it is out of the window. The numbers of the bars are cut into
 * blocks of the window's length; a window is the end of the block before, of which the sums of all ends were made when it
 * was full, and the beginning of the present one. The order of the additions depends on the numbers only, hence the bits
 * do not depend on where the series began. Confined to one thread; allocates nothing after construction.
 */
final class SlidingSums {
    private final int length;
    private final int channels;
    /** Up to the present position the values of its block; beyond, what the block before sums to from there on. */
    private final double[] values;
    /** Sums of the present block from its beginning. */
    private final double[] beginning;
    private int position;
    private long count;
    private long historyHash;

    SlidingSums(int length, int channels) {
        this.length = length;
        this.channels = channels;
        this.values = new double[length * channels];
        this.beginning = new double[channels];
        reset();
    }

    void reset() {
        Arrays.fill(values, 0.0);
        Arrays.fill(beginning, 0.0);
        position = 0;
        count = 0L;
        historyHash = StateHash.start();
    }

    /** Begins the values of the bar with the number, one more than the one before; each channel is to be {@link #set}. */
    void next(long number) {
        if (count > 0 && position == length - 1) {
            closeBlock();
        }
        position = (int) Math.floorMod(number, (long) length);
        count++;
        historyHash = StateHash.add(historyHash, number);
    }

    void set(int channel, double value) {
        values[position * channels + channel] = value;
        beginning[channel] += value;
        historyHash = StateHash.add(historyHash, value);
    }

    /** As many values were seen as the window holds. */
    boolean full() {
        return count >= length;
    }

    double sum(int channel) {
        return position == length - 1
                ? beginning[channel]
                : values[(position + 1) * channels + channel] + beginning[channel];
    }

    double mean(int channel) {
        return sum(channel) / length;
    }

    /** Digest of everything added since the beginning: what is kept follows from it. */
    long stateHash(long start) {
        return StateHash.add(StateHash.add(start, historyHash), count);
    }

    private void closeBlock() {
        int last = (length - 1) * channels;
        for (int channel = 0; channel < channels; channel++) {
            double sum = 0.0;
            for (int at = last + channel; at >= 0; at -= channels) {
                sum += values[at];
                values[at] = sum;
            }
            beginning[channel] = 0.0;
        }
    }
}
