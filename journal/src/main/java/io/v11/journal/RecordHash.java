package io.v11.journal;

import org.agrona.DirectBuffer;

/**
 * The rolling hash of a log: H(n) = hash(H(n-1), record n), H(0) = {@link #START}.
 * A CRC tells a damaged record; the chain tells a record that was exchanged, dropped or doubled together with its CRC.
 * It is evidence, not a seal: whoever can rewrite the whole log can rewrite the chain. Folding the 128-bit product of two
 * words is how wyhash (Wang Yi, public domain) mixes; the rotated state is added so that no factor of zero can
 * wipe out the past. Allocates nothing.
 */
final class RecordHash {
    static final long START = 0x5631314a4f55524eL;
    private static final long FIRST = 0x9e3779b97f4a7c15L;
    private static final long SECOND = 0xc2b2ae3d27d4eb4fL;
    private static final int BLOCK = 16;

    private RecordHash() {
    }

    /** @param length bytes of the record without its CRC, at least 16 */
    static long next(long previous, DirectBuffer record, int offset, int length) {
        long hash = previous;
        int last = length - BLOCK;
        for (int i = 0; i < last; i += BLOCK) {
            hash = mix(hash, record, offset + i);
        }
        hash = mix(hash, record, offset + last);
        return fold(hash ^ length, FIRST);
    }

    private static long mix(long hash, DirectBuffer record, int index) {
        long low = record.getLong(index, RecordLayout.ORDER);
        long high = record.getLong(index + Long.BYTES, RecordLayout.ORDER);
        return fold(low ^ hash, high ^ SECOND) + Long.rotateLeft(hash, 29);
    }

    private static long fold(long left, long right) {
        return left * right ^ Math.unsignedMultiplyHigh(left, right);
    }
}
