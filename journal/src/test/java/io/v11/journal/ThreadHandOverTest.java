package io.v11.journal;

import java.nio.file.Path;

import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Profile.JournalSettings.Durability;
import io.v11.journal.event.EventHeaderEncoder;
import io.v11.journal.event.TimerEncoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** The engine opens its journal on the main thread, writes it on a pinned one, and may close it on a third. */
class ThreadHandOverTest {
    @TempDir
    private Path folder;
    private volatile Throwable thrown;

    @Test
    void shouldBeOpenedWrittenAndClosedOnThreeThreads() throws InterruptedException {
        JournalWriter writer = JournalWriter.open(folder, Durability.OS);

        onThread(() -> {
            for (int i = 1; i <= 3_000; i++) {
                append(writer, i);
            }
        });
        onThread(writer::close);

        assertNull(thrown);
        assertEquals(3_000, JournalVerifier.verify(folder).events());
    }

    private void onThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((dead, cause) -> thrown = cause);
        thread.start();
        thread.join();
    }

    private static void append(JournalWriter writer, long sequence) {
        UnsafeBuffer frame = new UnsafeBuffer(new byte[128]);
        TimerEncoder timer = new TimerEncoder().wrapAndApplyHeader(frame, 0, new EventHeaderEncoder());
        timer.timerId(1).dueTimeNs(sequence);
        new EventHeaderEncoder().wrap(frame, 0).sequence(sequence).ingestTimeNs(sequence).instrument(-1);
        writer.append(frame, 0, EventHeaderEncoder.ENCODED_LENGTH + timer.encodedLength());
    }
}
