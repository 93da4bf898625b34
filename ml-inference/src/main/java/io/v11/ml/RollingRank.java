package io.v11.ml;

import java.util.Arrays;

/**
 * Where a value stands among the last samples of one series, in [-1, 1]. The samples are kept twice, in order of arrival
 * and in order of size, as floats: 8 bytes a sample. Ranking is two binary searches; a sample moves at most all others by
 * one place, a copy of at most 16 KiB once a second. Confined to one thread; allocates nothing after construction.
 */
final class RollingRank {
    /** Valid samples before there is a rank. */
    static final int WARM_UP = 32;

    private final float[] arrivals;
    private final float[] sorted;
    private int count;
    private int next;
    /** Sum over the places of arrival: equal for equal contents, and kept in constant time. */
    private long digest;

    RollingRank(int samples) {
        arrivals = new float[samples];
        sorted = new float[samples];
    }

    void sample(double value) {
        float added = narrow(value);
        if (count == arrivals.length) {
            remove(arrivals[next]);
        }
        int place = notAbove(added);
        System.arraycopy(sorted, place, sorted, place + 1, count - place);
        sorted[place] = added;
        count++;
        arrivals[next] = added;
        digest += digest(next, added);
        next = next + 1 == arrivals.length ? 0 : next + 1;
    }

    private void remove(float oldest) {
        int place = below(oldest);
        count--;
        System.arraycopy(sorted, place + 1, sorted, place, count - place);
        digest -= digest(next, oldest);
    }

    boolean warm() {
        return count >= WARM_UP;
    }

    /** -1 below all samples, 1 above all, 0 in the middle; a tie counts half. */
    double rank(double value) {
        float ranked = narrow(value);
        int below = below(ranked);
        // A second search only where there is a tie.
        int notAbove = below < count && sorted[below] == ranked ? notAbove(ranked) : below;
        return (double) (below + notAbove) / count - 1.0;
    }

    /** Number of samples below the value. The step is a conditional move: where to go next cannot be predicted. */
    private int below(float value) {
        int low = 0;
        int length = count;
        while (length > 0) {
            int half = (length + 1) >>> 1;
            low += sorted[low + half - 1] < value ? half : 0;
            length -= half;
        }
        return low;
    }

    /** Number of samples below or equal to the value: those below the next float. */
    private int notAbove(float value) {
        int bits = Float.floatToRawIntBits(value);
        return value == Float.POSITIVE_INFINITY ? count : below(Float.intBitsToFloat(bits >= 0 ? bits + 1 : bits - 1));
    }

    /** The sum turns -0 into 0, so that equal samples have equal bits. */
    private static float narrow(double value) {
        return (float) value + 0.0f;
    }

    void reset() {
        Arrays.fill(arrivals, 0.0f);
        Arrays.fill(sorted, 0.0f);
        count = 0;
        next = 0;
        digest = 0;
    }

    long stateHash(long start) {
        return FeatureVector.mix(FeatureVector.mix(start, (long) count << 32 | next), digest);
    }

    private static long digest(int place, float value) {
        return FeatureVector.mix(place, Float.floatToRawIntBits(value));
    }
}
