package io.v11.engine.play;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;

/** Counts the bytes that threads allocate between two points, as the JVM itself accounts for them. */
final class AllocationMeter {
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private List<Thread> measured = List.of();
    private long[] before = new long[0];

    /** Bytes that one thread allocated. */
    record Allocation(String thread, long bytes) {
    }

    void begin(List<Thread> toMeasure) {
        measured = List.copyOf(toMeasure);
        before = new long[measured.size()];
        for (int i = 0; i < before.length; i++) {
            before[i] = threads.getThreadAllocatedBytes(measured.get(i).threadId());
        }
    }

    /** Bytes since {@link #begin}; the threads must still live. */
    List<Allocation> end() {
        List<Allocation> result = new ArrayList<>();
        for (int i = 0; i < before.length; i++) {
            long now = threads.getThreadAllocatedBytes(measured.get(i).threadId());
            result.add(new Allocation(measured.get(i).getName(), now - before[i]));
        }
        return result;
    }
}
