package io.v11.benchmarks.subject;

import java.nio.ByteBuffer;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import org.agrona.concurrent.UnsafeBuffer;

import io.v11.benchmarks.setting.Cores;
import io.v11.config.Limits;

/** The floor: one Disruptor ring, one spinning handler, the same frame copied into the slot, nothing else. */
public final class DisruptorHop implements Hop {
    private static final int SLOTS = 1024;

    private final UnsafeBuffer frame = Hop.frame();
    private final long firstBytes = frame.getLong(0);
    private final Receipt receipt = new Receipt();
    private final Disruptor<Slot> disruptor;
    private final RingBuffer<Slot> ring;
    private Thread handlerThread;

    private static final class Slot {
        private final UnsafeBuffer frame = new UnsafeBuffer(ByteBuffer.allocateDirect(Limits.FRAME_BYTES));
    }

    /** @param core where the far side spins */
    public DisruptorHop(Cores cores, int core) {
        disruptor = new Disruptor<>(Slot::new, SLOTS, this::thread, ProducerType.SINGLE, new BusySpinWaitStrategy());
        disruptor.handleEventsWith(new EventHandler<>() {
            @Override
            public void onStart() {
                cores.pin(core);
            }

            @Override
            public void onEvent(Slot slot, long sequence, boolean endOfBatch) {
                long bytes = slot.frame.getLong(0); // before the clock: a frame has come over when it can be read
                receipt.seen(sequence + 1, System.nanoTime(), bytes);
            }
        });
        ring = disruptor.start();
    }

    private Thread thread(Runnable task) {
        handlerThread = new Thread(task, "raw-hop");
        handlerThread.setDaemon(true);
        return handlerThread;
    }

    @Override
    public long send() {
        long start = System.nanoTime();
        long sequence = ring.next();
        ring.get(sequence).frame.putBytes(0, frame, 0, Hop.frameLength());
        ring.publish(sequence);
        return receipt.await(sequence + 1, firstBytes) - start;
    }

    @Override
    public void close() {
        disruptor.halt();
        try {
            handlerThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
