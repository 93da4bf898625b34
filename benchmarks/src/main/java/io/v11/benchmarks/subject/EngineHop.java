package io.v11.benchmarks.subject;

import java.util.List;

import org.agrona.concurrent.UnsafeBuffer;

import io.v11.benchmarks.setting.Cores;
import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;
import io.v11.engine.BareFlow;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;

/** The engine's hop: its own ring, slots, group and latch, up to the first stage. */
public final class EngineHop implements Hop {
    private static final int SLOTS = 1024;

    private final UnsafeBuffer frame = Hop.frame();
    private final long firstBytes = frame.getLong(0);
    private final Receipt receipt = new Receipt();
    private final Pipeline pipeline;

    /** @param core where the engine thread spins */
    public EngineHop(Cores cores, int core) {
        ThreadPlan plan = new ThreadPlan(Mode.SHARED, Wait.BUSY_SPIN, SLOTS,
                List.of(new ThreadPlan.Group("engine", BareFlow.roles(), core)), -1, "hop benchmark");
        pipeline = BareFlow.start(new SeeingStage(receipt), plan, cores::pin);
    }

    private record SeeingStage(Receipt receipt) implements Stage {
        @Override
        public String roleName() {
            return "journal";
        }

        @Override
        public void onEvent(EngineEvent event) {
            long bytes = event.frame().getLong(0); // before the clock: a frame has come over when it can be read
            receipt.seen(event.sequence(), System.nanoTime(), bytes);
        }
    }

    @Override
    public long send() {
        long start = System.nanoTime();
        long sequence = pipeline.publish(frame, 0, Hop.frameLength(), start);
        if (sequence == 0) {
            throw new IllegalStateException("the engine stopped: " + pipeline.failure());
        }
        return receipt.await(sequence, firstBytes) - start;
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
