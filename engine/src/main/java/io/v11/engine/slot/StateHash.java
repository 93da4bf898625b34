package io.v11.engine.slot;

/** Order-dependent 64-bit digest of a stage's state. Not cryptographic: it finds differences, it does not resist forgery. */
public final class StateHash {
    private static final long SEED = 0x243F6A8885A308D3L;

    private StateHash() {
    }

    public static long start() {
        return SEED;
    }

    public static long add(long hash, long value) {
        long mixed = (hash ^ value) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 32);
    }

    /** Adds the exact bits of a double: 0.0 and -0.0 differ. */
    public static long add(long hash, double value) {
        return add(hash, Double.doubleToRawLongBits(value));
    }

    public static long add(long hash, boolean value) {
        return add(hash, value ? 1L : 2L);
    }
}
