package io.v11.journal;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import net.openhft.chronicle.bytes.MappedBytesStore;
import net.openhft.chronicle.bytes.MappedFile;
import net.openhft.chronicle.core.io.ReferenceOwner;

/**
 * Maps and touches the pages ahead of the appender in a daemon thread of its own, so that the appender meets neither page faults
 * nor a block being mapped (24-30 ms at worst without), nor the unmapping of the block it left.
 * Chronicle's own pre-toucher is not in its open edition. A page is touched through the mapping that the appender will use, by
 * exchanging an int for itself: atomic, so it can never undo a write. The thread holds the blocks it touches, so none is
 * unmapped under it. A failure ends the touching and nothing else: the appender will meet the same one, if it is real.
 */
final class PageToucher implements AutoCloseable {
    private static final long AHEAD_BYTES = 16 << 20;
    private static final long PAGE = 4096;
    private static final long PERIOD_NS = 1_000_000;

    private final ReferenceOwner owner = ReferenceOwner.temporary("journal-toucher");
    private final AtomicLong position = new AtomicLong();
    private final ArrayDeque<MappedBytesStore> blocks = new ArrayDeque<>();
    private final Thread thread;
    private volatile MappedFile file;
    private volatile boolean closed;
    private MappedFile touchedFile;
    private long touched;

    PageToucher(String name) {
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** The appender is in this file now. Position first: a new file must never meet the position in the old one. */
    void follow(MappedFile newFile) {
        if (newFile != file) {
            position.lazySet(0);
            file = newFile;
        }
    }

    /** How far the appender has come. */
    void position(long newPosition) {
        position.lazySet(newPosition);
    }

    private void run() {
        try {
            while (!closed) {
                touch();
                LockSupport.parkNanos(PERIOD_NS);
            }
        } catch (Throwable failure) {
            closed = true;
        } finally {
            releaseUpTo(Long.MAX_VALUE);
        }
    }

    private void touch() throws Exception {
        MappedFile current = file;
        if (current == null) {
            return;
        }
        long now = position.get();
        if (current != touchedFile) {
            releaseUpTo(Long.MAX_VALUE);
            touchedFile = current;
            touched = 0;
        }
        touched = Math.max(touched, now & -PAGE);
        for (long end = now + AHEAD_BYTES; touched < end && !closed; touched += PAGE) {
            if (blocks.isEmpty() || touched >= blocks.getLast().safeLimit()) {
                blocks.addLast(current.acquireByteStore(owner, touched));
            }
            blocks.getLast().compareAndSwapInt(touched, 0, 0);
        }
        releaseUpTo(now);
    }

    private void releaseUpTo(long end) {
        while (!blocks.isEmpty() && blocks.getFirst().safeLimit() <= end) {
            blocks.removeFirst().release(owner);
        }
    }

    /** Ends the thread and waits for it. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
