package io.v11.engine.book;

import org.junit.jupiter.api.Test;

import io.v11.config.Instrument;

import static io.v11.engine.book.MarketFrames.NONE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BookSynchronizerTest {
    private static final long[] BIDS = {100, 5, 99, 6};
    private static final long[] ASKS = {101, 7, 102, 8};

    private final MarketFrames frames = new MarketFrames();
    private final BookSynchronizer spot = new BookSynchronizer(Instrument.Market.SPOT);
    private final BookSynchronizer futures = new BookSynchronizer(Instrument.Market.USDM);

    private BookOutcome snapshot(BookSynchronizer to, long id) {
        frames.snapshot(id, BIDS, ASKS);
        return to.onSnapshot(frames.buffer(), 0);
    }

    private BookOutcome delta(BookSynchronizer to, long first, long last, long previous, long... bids) {
        frames.delta(0, true, first, last, previous, bids, NONE);
        return to.onDelta(frames.buffer(), 0, frames.length());
    }

    private BookOutcome spotDelta(long first, long last, long... bids) {
        return delta(spot, first, last, -1, bids);
    }

    private BookOutcome frame(int index, boolean last, long first, long finalId, long[] bids, long[] asks) {
        frames.delta(index, last, first, finalId, -1, bids, asks);
        return spot.onDelta(frames.buffer(), 0, frames.length());
    }

    @Test
    void shouldApplySnapshotThenConnectedDeltas() {
        assertEquals(BookOutcome.SNAPSHOT, snapshot(spot, 10));
        assertTrue(spot.synced());

        assertEquals(BookOutcome.APPLIED, spotDelta(11, 13, 100, 9));
        assertEquals(BookOutcome.APPLIED, spotDelta(14, 14, 100, 0));

        assertEquals(99, spot.book().bids().bestPriceE8());
        assertEquals(14, spot.lastUpdateId());
    }

    @Test
    void shouldReplayDeltasThatCameBeforeTheSnapshot() {
        assertEquals(BookOutcome.BUFFERED, spotDelta(8, 9, 100, 1));
        assertEquals(BookOutcome.BUFFERED, spotDelta(10, 12, 100, 2));
        assertEquals(BookOutcome.BUFFERED, spotDelta(13, 14, 98, 3));
        assertFalse(spot.synced());

        assertEquals(BookOutcome.SNAPSHOT, snapshot(spot, 10));

        assertEquals(14, spot.lastUpdateId());
        assertEquals(2, spot.book().bids().quantityAtE8(100));
        assertEquals(3, spot.book().bids().quantityAtE8(98));
        assertEquals(BookOutcome.APPLIED, spotDelta(15, 15, 97, 1));
    }

    @Test
    void shouldDropWaitingDeltasThatTheSnapshotAlreadyHolds() {
        spotDelta(8, 10, 100, 1);

        snapshot(spot, 10);

        assertEquals(5, spot.book().bids().quantityAtE8(100));
        assertEquals(10, spot.lastUpdateId());
        assertEquals(BookOutcome.APPLIED, spotDelta(11, 11, 100, 4));
    }

    @Test
    void shouldRefuseSnapshotThatEndsBeforeTheWaitingDeltasBegin() {
        spotDelta(12, 13, 100, 1);

        assertEquals(BookOutcome.SNAPSHOT_STALE, snapshot(spot, 10));
        assertFalse(spot.synced());
        assertEquals(BookOutcome.SNAPSHOT, snapshot(spot, 11));

        assertTrue(spot.synced());
        assertEquals(13, spot.lastUpdateId());
    }

    @Test
    void shouldLeaveSyncedBookAloneWhenAnOlderSnapshotComes() {
        snapshot(spot, 10);
        spotDelta(11, 20, 100, 77);

        assertEquals(BookOutcome.SNAPSHOT_STALE, snapshot(spot, 15));

        assertTrue(spot.synced());
        assertEquals(77, spot.book().bids().quantityAtE8(100));
    }

    @Test
    void shouldBeUnsyncedFromGapUntilNextSnapshot() {
        snapshot(spot, 10);

        assertEquals(BookOutcome.GAP, spotDelta(12, 13, 100, 1));
        assertFalse(spot.synced());
        assertTrue(spot.book().bids().isEmpty());
        assertEquals(BookOutcome.BUFFERED, spotDelta(14, 15, 100, 2));
        assertEquals(BookOutcome.SNAPSHOT, snapshot(spot, 13));

        assertEquals(1, spot.count(BookOutcome.GAP));
        assertEquals(2, spot.book().bids().quantityAtE8(100));
        assertEquals(15, spot.lastUpdateId());
    }

    @Test
    void shouldStartWaitingAnewWhenWaitingDeltasDoNotConnect() {
        spotDelta(1, 2, 100, 1);

        assertEquals(BookOutcome.BUFFER_RESTARTED, spotDelta(5, 6, 100, 2));
        assertEquals(BookOutcome.SNAPSHOT_STALE, snapshot(spot, 2));
        assertEquals(BookOutcome.SNAPSHOT, snapshot(spot, 4));

        assertEquals(2, spot.book().bids().quantityAtE8(100));
    }

    @Test
    void shouldNotChangeOnDuplicates() {
        snapshot(spot, 10);
        spotDelta(11, 12, 100, 9);
        long before = spot.stateHash();

        assertEquals(BookOutcome.DUPLICATE, spotDelta(11, 12, 100, 1));
        assertEquals(BookOutcome.DUPLICATE, spotDelta(10, 11, 100, 2));

        assertEquals(9, spot.book().bids().quantityAtE8(100));
        assertEquals(12, spot.lastUpdateId());
        assertEquals(before, spot.stateHash());
    }

    @Test
    void shouldConnectFuturesByPreviousId() {
        assertEquals(BookOutcome.BUFFERED, delta(futures, 900, 1000, 890, 100, 1));
        assertEquals(BookOutcome.BUFFERED, delta(futures, 1005, 1010, 1000, 100, 2));

        assertEquals(BookOutcome.SNAPSHOT, snapshot(futures, 950));

        assertEquals(1010, futures.lastUpdateId());
        assertEquals(2, futures.book().bids().quantityAtE8(100));
        assertEquals(BookOutcome.APPLIED, delta(futures, 1033, 1040, 1010, 100, 3));
        assertEquals(BookOutcome.GAP, delta(futures, 1041, 1050, 1039, 100, 4));
        assertFalse(futures.synced());
    }

    @Test
    void shouldConnectFuturesWhenTheSnapshotEndsWithADelta() {
        delta(futures, 900, 1000, 890, 100, 1);

        assertEquals(BookOutcome.SNAPSHOT, snapshot(futures, 1000));
        assertEquals(BookOutcome.APPLIED, delta(futures, 1007, 1010, 1000, 100, 2));

        assertEquals(2, futures.book().bids().quantityAtE8(100));
    }

    @Test
    void shouldRefuseFuturesSnapshotOlderThanTheFirstWaitingDelta() {
        delta(futures, 900, 1000, 890, 100, 1);

        assertEquals(BookOutcome.SNAPSHOT_STALE, snapshot(futures, 880));
        assertFalse(futures.synced());
    }

    @Test
    void shouldTakeFramesOfOneMessageAsAWhole() {
        snapshot(spot, 10);

        assertEquals(BookOutcome.INCOMPLETE, frame(0, false, 11, 15, new long[]{101, 1}, NONE));
        assertEquals(10, spot.lastUpdateId());
        assertEquals(BookOutcome.APPLIED, frame(1, true, 11, 15, NONE, new long[]{101, 0}));

        // Between the frames bid and ask met at 101; only the complete message counts.
        assertTrue(spot.synced());
        assertEquals(101, spot.book().bids().bestPriceE8());
        assertEquals(102, spot.book().asks().bestPriceE8());
        assertEquals(15, spot.lastUpdateId());
    }

    @Test
    void shouldBeUnsyncedWhileASnapshotComesInFrames() {
        snapshot(spot, 10);
        frames.snapshot(0, false, 20, new long[]{50, 1}, NONE);
        assertEquals(BookOutcome.INCOMPLETE, spot.onSnapshot(frames.buffer(), 0));
        assertFalse(spot.synced());

        frames.snapshot(1, true, 20, NONE, new long[]{51, 2});
        assertEquals(BookOutcome.SNAPSHOT, spot.onSnapshot(frames.buffer(), 0));

        assertTrue(spot.synced());
        assertEquals(1, spot.book().bids().size());
        assertEquals(51, spot.book().asks().bestPriceE8());
    }

    @Test
    void shouldBeUnsyncedWhenAFrameIsMissing() {
        snapshot(spot, 10);
        frame(0, false, 11, 15, new long[]{98, 1}, NONE);

        assertEquals(BookOutcome.FRAME_LOST, frame(2, true, 11, 15, NONE, NONE));
        assertFalse(spot.synced());

        snapshot(spot, 20);
        frame(0, false, 21, 25, new long[]{98, 1}, NONE);
        assertEquals(BookOutcome.BUFFERED, spotDelta(26, 27, 100, 1));
        assertFalse(spot.synced());
        assertEquals(2, spot.count(BookOutcome.FRAME_LOST));
    }

    @Test
    void shouldReplayFramedDeltasWhole() {
        frame(0, false, 9, 12, new long[]{97, 1}, NONE);
        frame(1, true, 9, 12, new long[]{96, 1}, NONE);
        spotDelta(13, 13, 95, 1);

        snapshot(spot, 10);

        assertEquals(5, spot.book().bids().size());
        assertEquals(13, spot.lastUpdateId());
    }

    @Test
    void shouldBeUnsyncedWhenCrossed() {
        snapshot(spot, 10);

        assertEquals(BookOutcome.CROSSED, spotDelta(11, 12, 101, 1));

        assertFalse(spot.synced());
        assertEquals(1, spot.count(BookOutcome.CROSSED));
        assertEquals(BookOutcome.BUFFERED, spotDelta(13, 13, 99, 1));
        assertEquals(BookOutcome.SNAPSHOT, snapshot(spot, 12));
    }

    @Test
    void shouldBeUnsyncedWhenTheFeedIsLost() {
        snapshot(spot, 10);

        assertEquals(BookOutcome.DISCONNECTED, spot.onDisconnect());

        assertFalse(spot.synced());
        assertEquals(-1, spot.lastUpdateId());
        assertEquals(BookOutcome.SNAPSHOT, snapshot(spot, 5));
        assertTrue(spot.synced());
    }

    @Test
    void shouldStartWaitingAnewWhenTheStoreIsFull() {
        BookSynchronizer small = new BookSynchronizer(Instrument.Market.SPOT, 100, 512);
        long id = 1;
        while (delta(small, id, id, -1, 100, id) == BookOutcome.BUFFERED) {
            id++;
        }

        assertEquals(6, id, "five frames of 88 bytes and their lengths fit 512 bytes");
        assertEquals(1, small.count(BookOutcome.BUFFER_RESTARTED));
        assertEquals(BookOutcome.SNAPSHOT_STALE, snapshot(small, 2));
        assertEquals(BookOutcome.SNAPSHOT, snapshot(small, 5));
        assertEquals(6, small.book().bids().quantityAtE8(100));
    }

    @Test
    void shouldGiveDifferentHashesForDifferentWaitingDeltas() {
        BookSynchronizer other = new BookSynchronizer(Instrument.Market.SPOT);
        delta(other, 5, 5, -1, 100, 1);
        spotDelta(5, 5, 100, 2);

        assertNotEquals(other.stateHash(), spot.stateHash());
    }
}
