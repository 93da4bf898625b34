package io.v11.journal;

import java.nio.ByteOrder;

import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;

/**
 * The rolling hash of a log: H(n) = hash(H(n-1), record n), H(0) = {@link #START}.
 * A CRC tells a damaged record; the chain tells a record that was exchanged, dropped or doubled together with its CRC.
 * It is evidence, not a seal: whoever can rewrite the whole log can rewrite the chain. Folding the 128-bit product of two
 * words is how wyhash (Wang Yi, public domain) mixes; the rotated state is added so that no factor of zero can
 * wipe out the past. Two lanes, because each multiplication waits for the one before it in its lane. Allocates nothing.
 */
final class RecordHash {
    static final long START = 0x5631314a4f55524eL;
    private static final long FIRST = 0x9e3779b97f4a7c15L;
    private static final long SECOND = 0xc2b2ae3d27d4eb4fL;
    private static final int LANE = 16;
    private static final int BLOCK = 2 * LANE;

    private static final boolean SWAP = ByteOrder.nativeOrder() != RecordLayout.ORDER;

    private RecordHash() {
    }

    /**
     * @param record off the heap
     * @param length bytes of the record without its CRC, at least 32; the last block overlaps the one before it
     */
    static long next(long previous, DirectBuffer record, int offset, int length) {
        // One check for all words: checked one by one, they would take longer than the hash.
        record.boundsCheck(offset, length);
        long start = record.addressOffset() + offset;
        long last = start + length - BLOCK;
        long even = previous;
        long odd = previous ^ FIRST;
        for (long address = start; address < last; address += BLOCK) {
            even = mix(even, address);
            odd = mix(odd, address + LANE);
        }
        even = mix(even, last);
        odd = mix(odd, last + LANE);
        return fold(even ^ length, Long.rotateLeft(odd, 32) ^ FIRST);
    }

    private static long mix(long hash, long address) {
        return fold(word(address) ^ hash, word(address + Long.BYTES) ^ SECOND) + Long.rotateLeft(hash, 29);
    }

    private static long word(long address) {
        long word = UnsafeApi.getLong(address);
        return SWAP ? Long.reverseBytes(word) : word;
    }

    private static long fold(long left, long right) {
        return left * right ^ Math.unsignedMultiplyHigh(left, right);
    }
}
