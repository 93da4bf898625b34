package io.v11.engine.book;

import java.nio.ByteBuffer;

import org.agrona.BitUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.engine.slot.StateHash;

/**
 * Delta frames that wait for a snapshot, copied one behind the other into a store of fixed size.
 * Whatever is in here is unbroken: the synchronizer starts anew with each delta that does not connect. Confined to one
 * thread; allocates nothing after construction.
 */
final class PendingDeltas {
    private static final int LENGTH_BYTES = Integer.BYTES;

    private final UnsafeBuffer store;
    private int used;
    private long contentHash;

    PendingDeltas(int bytes) {
        store = new UnsafeBuffer(ByteBuffer.allocateDirect(bytes));
        clear();
    }

    /** Copies a frame in; false when there is no room. */
    boolean add(DirectBuffer frame, int offset, int length) {
        int needed = BitUtil.align(LENGTH_BYTES + length, Long.BYTES);
        if (used + needed > store.capacity()) {
            return false;
        }
        store.putInt(used, length);
        store.putBytes(used + LENGTH_BYTES, frame, offset, length);
        for (int i = 0; i + Long.BYTES <= length; i += Long.BYTES) {
            contentHash = StateHash.add(contentHash, store.getLong(used + LENGTH_BYTES + i));
        }
        used += needed;
        return true;
    }

    boolean isEmpty() {
        return used == 0;
    }

    void clear() {
        used = 0;
        contentHash = StateHash.start();
    }

    /** Position of the first frame; walk on with {@link #next} while below {@link #end}. */
    int first() {
        return 0;
    }

    int next(int position) {
        return position + BitUtil.align(LENGTH_BYTES + store.getInt(position), Long.BYTES);
    }

    int end() {
        return used;
    }

    DirectBuffer buffer() {
        return store;
    }

    /** Where the frame at a position begins in {@link #buffer()}. */
    int frameOffset(int position) {
        return position + LENGTH_BYTES;
    }

    long stateHash() {
        return StateHash.add(contentHash, used);
    }
}
