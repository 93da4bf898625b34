package io.v11.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

import org.agrona.DirectBuffer;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.slot.Stage;
import io.v11.journal.event.IntentKind;

/** Runs a flow of stages; see package-info for now. */
public final class Pipeline implements AutoCloseable {
    private final FailureLatch failure = new FailureLatch();
    private final Runner runner;
    private final Supervisor supervisor;
    private final boolean inline;

    Pipeline(List<Stage> stages, ThreadPlan plan, Supplier<EngineEvent> slots, LatencyProbe probe, IntConsumer pinning,
            Runnable cancelOrders) {
        int execution = position(stages, "execution");
        int dispatch = position(stages, "dispatch");
        inline = plan.groups().isEmpty();
        if (inline) {
            StageGroup all = new StageGroup(stages, 0, dispatch, probe, failure, -1, pinning);
            runner = new InlineRunner(all, slots.get(), failure);
        } else {
            List<StageGroup> groups = new ArrayList<>();
            int first = 0;
            for (ThreadPlan.Group group : plan.groups()) {
                int next = first + group.stages().size();
                groups.add(new StageGroup(stages.subList(first, next), first, dispatch, probe, failure, group.core(), pinning));
                first = next;
            }
            runner = new RingRunner(groups, execution, plan, slots, failure);
        }
        supervisor = new Supervisor(failure, runner, cancelOrders);
        if (!inline) {
            supervisor.watch();
        }
    }

    private static int position(List<Stage> stages, String role) {
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).roleName().equals(role)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the flow has no stage " + role);
    }

    public long publish(DirectBuffer frame, int offset, int length, long arrivalNanos) {
        long sequence = runner.publish(frame, offset, length, arrivalNanos);
        if (sequence == 0 && inline) {
            supervisor.bringDown();
        }
        return sequence;
    }

    public void awaitProcessed() {
        runner.awaitProcessed();
    }

    public List<Thread> threads() {
        return runner.threads();
    }

    /** The first failure, null while there is none. */
    public EngineFailure failure() {
        return failure.failure();
    }

    @Override
    public void close() {
        if (failure.tripped()) {
            supervisor.awaitDown();
        } else {
            runner.close();
            failure.release();
        }
    }

    static OrderIntent cancelAll() {
        OrderIntent intent = new OrderIntent();
        intent.kind = IntentKind.CANCEL_ALL;
        return intent;
    }
}
