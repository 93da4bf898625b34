package io.v11.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one writer at a time into a log folder; the system takes the lock back from a process that dies. Cold path. */
final class WriterLock implements AutoCloseable {
    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    static WriterLock acquire(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(LogFolder.LOCK), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException _) {
            // Said below, as for another process.
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
        if (lock == null) {
            throw new JournalException(
                    "journal " + folder + " is being written by another writer; close that one first");
        }
        return new WriterLock(channel);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
