package io.v11.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import org.agrona.DirectBuffer;

import io.v11.config.Profile.Threading.Wait;
import io.v11.engine.slot.EngineEvent;

/** SHARED and DEDICATED: the stage groups on threads of their own, chained over one ring. */
final class RingRunner implements Runner {
    private static final long JOIN_SECONDS = 10;

    private final Disruptor<EngineEvent> disruptor;
    private final RingBuffer<EngineEvent> ring;
    private final StageGroup last;
    private final FailureLatch failure;
    private final List<Thread> threads = new ArrayList<>();
    private boolean closed;

    /**
     * @param groups            in the order of the pipeline, the journal in the first
     * @param executionPosition position in the pipeline of the stage that must wait for the journal
     */
    RingRunner(List<StageGroup> groups, int executionPosition, ThreadPlan plan, Supplier<EngineEvent> slots,
            FailureLatch failure) {
        this.failure = failure;
        this.last = groups.getLast();
        this.disruptor = new Disruptor<>(slots::get, plan.ringSize(), task -> thread(task, plan), ProducerType.SINGLE,
                waitStrategy(plan.waitStrategy()));
        disruptor.setDefaultExceptionHandler(failure);
        last.clearSlots();
        chain(groups, executionPosition);
        this.ring = disruptor.start();
    }

    /** A journal on its own thread runs beside the stages and meets them at execution; fused, it simply comes first. */
    private void chain(List<StageGroup> groups, int executionPosition) {
        StageGroup journal = groups.getFirst();
        boolean journalAlone = journal.size() == 1;
        disruptor.handleEventsWith(journal);
        for (int i = 1; i < groups.size(); i++) {
            StageGroup group = groups.get(i);
            StageGroup previous = groups.get(i - 1);
            if (i == 1 && journalAlone) {
                disruptor.handleEventsWith(group);
            } else if (journalAlone && group.startsAt(executionPosition)) {
                disruptor.after(journal, previous).handleEventsWith(group);
            } else {
                disruptor.after(previous).handleEventsWith(group);
            }
            if (journalAlone && group.holdsInside(executionPosition)) {
                group.gate(executionPosition, journal);
            }
        }
    }

    private synchronized Thread thread(Runnable task, ThreadPlan plan) {
        Thread thread = new Thread(task, plan.groups().get(threads.size()).name());
        thread.setDaemon(true);
        // What a stage throws is kept by the latch; the thread's death needs no second report.
        thread.setUncaughtExceptionHandler((dead, cause) -> failure.record(dead.getName(), cause));
        threads.add(thread);
        return thread;
    }

    private static WaitStrategy waitStrategy(Wait wait) {
        return switch (wait) {
            case BUSY_SPIN -> new BusySpinWaitStrategy();
            case YIELDING -> new YieldingWaitStrategy();
            case SLEEPING -> new SleepingWaitStrategy();
            case BLOCKING -> new BlockingWaitStrategy();
        };
    }

    @Override
    public long publish(DirectBuffer frame, int offset, int length, long arrivalNanos) {
        long claimed = claim();
        if (claimed < 0) {
            return 0L;
        }
        EngineEvent slot = ring.get(claimed);
        slot.take(frame, offset, length, claimed + 1);
        slot.arrivalNanos(arrivalNanos);
        ring.publish(claimed);
        return claimed + 1;
    }

    /** Never blocks in the ring: a dead consumer would hold the publisher for ever. */
    private long claim() {
        while (!failure.tripped()) {
            try {
                return ring.tryNext();
            } catch (InsufficientCapacityException full) {
                Thread.onSpinWait();
            }
        }
        return -1L;
    }

    @Override
    public void awaitProcessed() {
        while (last.processed() < ring.getCursor() && !failure.tripped()) {
            Thread.yield();
        }
    }

    @Override
    public long processed() {
        return last.processed() + 1; // ring sequences count from 0, ours from 1
    }

    @Override
    public List<Thread> threads() {
        return List.copyOf(threads);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        disruptor.halt();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(JOIN_SECONDS);
        for (Thread thread : threads) {
            join(thread, Math.max(1L, (deadline - System.nanoTime()) / 1_000_000L));
        }
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
