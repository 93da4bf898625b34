package io.v11.ml.net;

/** A running 64-bit digest of numbers: an exclusive or, a multiplication, a shift each. Stateless; allocates nothing. */
public final class StateDigest {
    public static final long START = 0x9E3779B97F4A7C15L;

    private StateDigest() {
    }

    public static long add(long hash, long value) {
        long mixed = (hash ^ value) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 29;
    }

    /** Adds the bits of so many numbers from one place on. */
    public static long add(long hash, float[] values, int from, int count) {
        long mixed = hash;
        for (int i = from; i < from + count; i++) {
            mixed = add(mixed, Float.floatToRawIntBits(values[i]));
        }
        return mixed;
    }
}
