package io.v11.engine.book;

import org.agrona.DirectBuffer;

import io.v11.config.Instrument;
import io.v11.config.Limits;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.BookDeltaDecoder;
import io.v11.journal.event.BookSnapshotDecoder;
import io.v11.journal.event.EventHeaderDecoder;

/**
 * Builds a book from a snapshot and the deltas around it, and knows whether the result can be trusted.
 *
 * <p>The rules are Binance's ("How to manage a local order book correctly", spot and USD-M). Spot: a delta is known when
 * its u is not above the book's id, connects when its U is at most that id + 1, and else reveals a gap. USD-M: a delta
 * connects when its pu equals the book's id; the first one after a snapshot when the snapshot's id lies in [pu, u).
 * Deltas that come before the snapshot wait in a bounded store. A gap, a crossed book, a lost frame or a lost feed makes
 * the book empty and unsynced until the next snapshot; each is counted.
 *
 * <p>A message of several frames counts as a whole: the outcome of all but its last frame is
 * {@link BookOutcome#INCOMPLETE}, and until then the levels must not be read. Confined to one thread; allocates nothing
 * after construction.
 */
public final class BookSynchronizer {
    /** What is being done with the message whose frames are coming in. */
    private enum Message {
        NONE, APPLY, BUFFER, SKIP, SNAPSHOT
    }

    private static final long UNKNOWN = -1L;
    private static final BookOutcome[] OUTCOMES = BookOutcome.values();

    private final boolean futures;
    private final OrderBook book;
    private final PendingDeltas pending;
    private final EventHeaderDecoder header = new EventHeaderDecoder();
    private final BookDeltaDecoder delta = new BookDeltaDecoder();
    private final BookSnapshotDecoder snapshot = new BookSnapshotDecoder();
    private final long[] counts = new long[OUTCOMES.length];

    private boolean synced;
    private boolean firstAfterSnapshot;
    private long lastUpdateId = UNKNOWN;
    private long pendingFirstId = UNKNOWN;
    private long pendingPreviousId = UNKNOWN;
    private long pendingLastId = UNKNOWN;

    private Message message = Message.NONE;
    private BookOutcome verdict = BookOutcome.INCOMPLETE;
    private long messageId = UNKNOWN;
    private int nextFrame;

    public BookSynchronizer(Instrument.Market market) {
        this(market, Limits.BOOK_DEPTH, Limits.BOOK_PENDING_BYTES);
    }

    /**
     * @param depth        levels kept on each side
     * @param pendingBytes room for deltas that wait for a snapshot
     */
    public BookSynchronizer(Instrument.Market market, int depth, int pendingBytes) {
        futures = market == Instrument.Market.USDM;
        book = new OrderBook(depth);
        pending = new PendingDeltas(pendingBytes);
    }

    /** Takes a {@code bookDelta} frame, header at {@code offset}. */
    public BookOutcome onDelta(DirectBuffer frame, int offset, int length) {
        delta.wrapAndApplyHeader(frame, offset, header);
        int index = header.frameIndex();
        boolean last = header.lastFrame() == 1;
        if (index == 0) {
            begin(delta.finalUpdateId());
            onDeltaDecide(delta.firstUpdateId(), delta.finalUpdateId(), delta.previousUpdateId());
        } else if (!continues(index, delta.finalUpdateId()) || message == Message.SNAPSHOT) {
            return lose(BookOutcome.FRAME_LOST);
        }
        if (message == Message.APPLY) {
            applyDelta();
        } else if (message == Message.BUFFER) {
            buffer(frame, offset, length, index);
        }
        return end(last);
    }

    /** Takes a {@code bookSnapshot} frame, header at {@code offset}. */
    public BookOutcome onSnapshot(DirectBuffer frame, int offset) {
        snapshot.wrapAndApplyHeader(frame, offset, header);
        int index = header.frameIndex();
        boolean last = header.lastFrame() == 1;
        if (index == 0) {
            begin(snapshot.lastUpdateId());
            onSnapshotDecide(snapshot.lastUpdateId());
        } else if (!continues(index, snapshot.lastUpdateId()) || message == Message.APPLY
                || message == Message.BUFFER) {
            return lose(BookOutcome.FRAME_LOST);
        }
        if (message == Message.SNAPSHOT) {
            applySnapshot();
            if (last) {
                onSnapshotComplete();
            }
        }
        return end(last);
    }

    /** The edge lost the feed: whatever comes next need not connect. */
    public BookOutcome onDisconnect() {
        lastUpdateId = UNKNOWN;
        return lose(BookOutcome.DISCONNECTED);
    }

    /** The book; its levels mean something while {@link #synced()} and no message is half applied. */
    public OrderBook book() {
        return book;
    }

    /** Every update up to {@link #lastUpdateId()} is in the book. */
    public boolean synced() {
        return synced;
    }

    /** Update id of the last complete message, -1 when there is none. */
    public long lastUpdateId() {
        return lastUpdateId;
    }

    /** How often an outcome came about. */
    public long count(BookOutcome outcome) {
        return counts[outcome.ordinal()];
    }

    /** Digest of levels, ids, half-received message and waiting deltas, in constant time. */
    public long stateHash() {
        long hash = StateHash.add(StateHash.start(), book.stateHash());
        hash = StateHash.add(hash, synced);
        hash = StateHash.add(hash, firstAfterSnapshot);
        hash = StateHash.add(hash, lastUpdateId);
        hash = StateHash.add(hash, pendingLastId);
        hash = StateHash.add(hash, message.ordinal());
        hash = StateHash.add(hash, messageId);
        hash = StateHash.add(hash, nextFrame);
        return StateHash.add(hash, pending.stateHash());
    }

    private void begin(long id) {
        if (message != Message.NONE && message != Message.SKIP) {
            lose(BookOutcome.FRAME_LOST);
        }
        messageId = id;
        nextFrame = 0;
    }

    private boolean continues(int index, long id) {
        return message != Message.NONE && index == nextFrame && id == messageId;
    }

    private void onDeltaDecide(long first, long last, long previous) {
        if (!synced) {
            onDeltaDecideToBuffer(first, last, previous);
        } else if (last <= lastUpdateId) {
            decide(Message.SKIP, BookOutcome.DUPLICATE);
        } else if (connects(first, previous)) {
            decide(Message.APPLY, BookOutcome.APPLIED);
        } else {
            forget();
            startPending(first, previous);
            pendingLastId = last;
            decide(Message.BUFFER, BookOutcome.GAP);
        }
    }

    private void onDeltaDecideToBuffer(long first, long last, long previous) {
        if (pending.isEmpty()) {
            startPending(first, previous);
            decide(Message.BUFFER, BookOutcome.BUFFERED);
        } else if (last <= pendingLastId) {
            decide(Message.SKIP, BookOutcome.DUPLICATE);
            return;
        } else if (futures ? previous == pendingLastId : first <= pendingLastId + 1) {
            decide(Message.BUFFER, BookOutcome.BUFFERED);
        } else {
            startPending(first, previous);
            decide(Message.BUFFER, BookOutcome.BUFFER_RESTARTED);
        }
        pendingLastId = last;
    }

    private boolean connects(long first, long previous) {
        if (!futures) {
            return first <= lastUpdateId + 1;
        }
        return firstAfterSnapshot ? previous <= lastUpdateId : previous == lastUpdateId;
    }

    private void startPending(long first, long previous) {
        pending.clear();
        pendingFirstId = first;
        pendingPreviousId = previous;
    }

    private void buffer(DirectBuffer frame, int offset, int length, int index) {
        if (pending.add(frame, offset, length)) {
            return;
        }
        pending.clear();
        if (index == 0 && pending.add(frame, offset, length)) {
            pendingFirstId = delta.firstUpdateId();
            pendingPreviousId = delta.previousUpdateId();
            verdict = BookOutcome.BUFFER_RESTARTED;
        } else {
            decide(Message.SKIP, BookOutcome.BUFFER_RESTARTED);
        }
    }

    private void onSnapshotDecide(long id) {
        boolean beforeBook = synced && id < lastUpdateId;
        boolean beforePending = !synced && !pending.isEmpty()
                && (futures ? id < pendingPreviousId : id + 1 < pendingFirstId);
        if (beforeBook || beforePending) {
            decide(Message.SKIP, BookOutcome.SNAPSHOT_STALE);
            return;
        }
        book.clear();
        synced = false;
        decide(Message.SNAPSHOT, BookOutcome.SNAPSHOT);
    }

    private void onSnapshotComplete() {
        lastUpdateId = messageId;
        firstAfterSnapshot = true;
        synced = true;
        for (int at = pending.first(); at < pending.end(); at = pending.next(at)) {
            delta.wrapAndApplyHeader(pending.buffer(), pending.frameOffset(at), header);
            // Frames of one message bear the same ids: the book's id moves on only with the last of them.
            if (delta.finalUpdateId() > lastUpdateId) {
                boolean complete = header.lastFrame() == 1;
                long id = delta.finalUpdateId();
                applyDelta();
                if (complete) {
                    lastUpdateId = id;
                    firstAfterSnapshot = false;
                }
            }
        }
        pending.clear();
    }

    private BookOutcome end(boolean last) {
        nextFrame++;
        if (!last) {
            return counted(BookOutcome.INCOMPLETE);
        }
        if (message == Message.APPLY) {
            lastUpdateId = messageId;
            firstAfterSnapshot = false;
        }
        boolean levelsNew = message == Message.APPLY || message == Message.SNAPSHOT;
        endMessage();
        if (levelsNew && book.crossed()) {
            return lose(BookOutcome.CROSSED);
        }
        return counted(verdict);
    }

    private BookOutcome lose(BookOutcome reason) {
        forget();
        endMessage();
        return counted(reason);
    }

    private void endMessage() {
        message = Message.NONE;
        messageId = UNKNOWN;
        nextFrame = 0;
    }

    private void forget() {
        synced = false;
        book.clear();
        pending.clear();
    }

    private void decide(Message what, BookOutcome outcome) {
        message = what;
        verdict = outcome;
    }

    private BookOutcome counted(BookOutcome outcome) {
        counts[outcome.ordinal()]++;
        return outcome;
    }

    private void applyDelta() {
        BookSide bids = book.bids();
        for (BookDeltaDecoder.BidsDecoder level = delta.bids(); level.hasNext();) {
            level.next();
            bids.set(level.priceE8(), level.quantityE8());
        }
        BookSide asks = book.asks();
        for (BookDeltaDecoder.AsksDecoder level = delta.asks(); level.hasNext();) {
            level.next();
            asks.set(level.priceE8(), level.quantityE8());
        }
    }

    private void applySnapshot() {
        BookSide bids = book.bids();
        for (BookSnapshotDecoder.BidsDecoder level = snapshot.bids(); level.hasNext();) {
            level.next();
            bids.set(level.priceE8(), level.quantityE8());
        }
        BookSide asks = book.asks();
        for (BookSnapshotDecoder.AsksDecoder level = snapshot.asks(); level.hasNext();) {
            level.next();
            asks.set(level.priceE8(), level.quantityE8());
        }
    }
}
