package io.v11.training.optimisation.sampler;

import java.util.Random;

/**
 * A stream of random numbers for each trial. {@link Random}, because its algorithm, normal numbers included, is part
 * of Java's specification: the ledger is the same on every machine. Its seeds go through the finaliser of SplitMix64
 * (Steele, Lea, Flood 2014), as streams of neighbouring seeds would be alike.
 *
 * @param seed of the whole search
 */
record Streams(long seed) {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    Random of(int trial) {
        return new Random(mix(mix(seed + GOLDEN) + GOLDEN * (trial + 1L)));
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
