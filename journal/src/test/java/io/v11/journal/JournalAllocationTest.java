package io.v11.journal;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Profile.JournalSettings.Durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JournalAllocationTest {
    private static final int ROUNDS = 1000;
    private static final int ROUND = 1000;
    private static final int EVENTS = ROUNDS * ROUND;
    private static final int WARM_UP = 100_000;
    /** Chronicle begins a page of its index once in a million records, and a block once in 64 MiB. */
    private static final int ROUNDS_THAT_MAY_ALLOCATE = 5;
    private static final long BYTES_THAT_MAY_BE_ALLOCATED = 16_384;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    private int allocatingRounds;

    @Test
    void shouldAllocateNothingPerAppend() {
        TestEvents events = new TestEvents();
        long allocated;
        try (JournalWriter writer = JournalWriter.open(folder, Durability.OS)) {
            append(writer, events, WARM_UP);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < ROUNDS; round++) {
                long start = threads.getCurrentThreadAllocatedBytes();
                append(writer, events, ROUND);
                allocatingRounds += threads.getCurrentThreadAllocatedBytes() == start ? 0 : 1;
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertTrue(allocatingRounds <= ROUNDS_THAT_MAY_ALLOCATE && allocated <= BYTES_THAT_MAY_BE_ALLOCATED,
                allocated + " bytes in " + allocatingRounds + " of " + ROUNDS + " rounds of " + ROUND + " appends");
        assertEquals(WARM_UP + EVENTS, TestEvents.readTrades(folder));
    }

    @Test
    void shouldAllocateNothingPerRead() {
        TestEvents.write(folder, 1, WARM_UP + EVENTS);

        long sum;
        long allocated;
        try (JournalReader reader = JournalReader.open(folder)) {
            sum = read(reader, WARM_UP);
            long before = threads.getCurrentThreadAllocatedBytes();
            sum += read(reader, EVENTS);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }

        long all = WARM_UP + EVENTS;
        assertEquals(all * (all + 1) / 2, sum);
        assertEquals(0, allocated, "bytes allocated by " + EVENTS + " reads");
    }

    private static void append(JournalWriter writer, TestEvents events, int count) {
        for (int i = 0; i < count; i++) {
            writer.append(events.frame(), 0, events.trade(writer.lastRecord() + 1));
        }
    }

    private static long read(JournalReader reader, int count) {
        long sum = 0;
        for (int i = 0; i < count && reader.next(); i++) {
            sum += reader.sequence();
        }
        return sum;
    }
}
