package io.v11.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

import org.agrona.DirectBuffer;

import io.v11.config.Instruments;
import io.v11.config.Profile;
import io.v11.engine.execution.DispatchStage;
import io.v11.engine.execution.ExecutionStage;
import io.v11.engine.feature.FeatureStage;
import io.v11.engine.inference.InferenceStage;
import io.v11.engine.inference.Scorer;
import io.v11.engine.market.MarketStage;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.portfolio.PortfolioStage;
import io.v11.engine.record.JournalStage;
import io.v11.engine.record.RecordStage;
import io.v11.engine.regime.RegimeStage;
import io.v11.engine.risk.RiskStage;
import io.v11.engine.signal.SignalStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.slot.Stage;

/**
 * The whole flow of V11, and nothing else.
 *
 * <pre>
 *   ingest ─► [ring] ─► journal ──────────────────────────────────────────────────┐
 *                └────► market ► portfolio ► feature ► inference ► regime ► signal ► risk ─► execution ► record ► dispatch ► monitor
 * </pre>
 *
 * Execution waits for risk and for the journal: no order leaves before its cause has been appended. Record comes before
 * dispatch: no order leaves before it is on record itself. Which thread runs which stage is the {@link ThreadPlan}'s.
 */
public final class Pipeline implements AutoCloseable {
    /** The stages by name, in the order of the drawing. */
    public static final List<String> STAGES = List.of("journal", "market", "portfolio", "feature", "inference",
            "regime", "signal", "risk", "execution", "record", "dispatch", "monitor");

    private final FailureLatch failure = new FailureLatch();
    private final boolean inline;
    private final Runner runner;
    private final Supervisor supervisor;

    /** Builds the flow and starts it. */
    public static Pipeline start(EngineContext context, MonitorStage monitor) {
        Profile profile = context.configuration().profile();
        Instruments instruments = context.configuration().instruments();
        List<Stage> flow = List.of( //
                new JournalStage(context.input()), // 1 keep what came in
                new MarketStage(instruments), // 2 books, tops, bars
                new PortfolioStage(instruments, profile.risk()), // 3 fills into position and equity
                new FeatureStage(instruments, context.cadence(), context.models().normalised()), // 4 the vector of a decision
                new InferenceStage(Scorer.of(context.models().ensemble())), // 5 the models' probabilities
                new RegimeStage(instruments, profile.regime()), // 6 the state of the market
                new SignalStage(instruments, profile.venue().fees(), profile.signal(),
                        context.models().meanMoveBps(instruments), context.models().ensemble().names(),
                        context.models().schema(), context.runId()), // 7 opinion into proposal
                new RiskStage(instruments, profile.risk(), context.runId()), // 8 the last word
                new ExecutionStage(profile.execution(), context.runId()), // 9 life of every order; waits for 1
                new RecordStage(context.derived(), context.models().schema().hash64(),
                        profile.journal().vectors()), // 10 keep what was concluded
                new DispatchStage(context.venue()), // 11 send
                monitor); // 12 count
        int features = context.models().schema().size();
        int models = context.models().ensemble().size();
        return new Pipeline(flow, context.plan(), () -> new EngineEvent(features, models, flow.size()),
                context.probe(), context.pinning(),
                timeNs -> context.venue().submit(OrderIntent.cancelAllButProtection(), timeNs));
    }

    Pipeline(List<Stage> flow, ThreadPlan plan, Supplier<EngineEvent> slots, LatencyProbe probe, IntConsumer pinning,
            LongConsumer cancelOrders) {
        int execution = position(flow, "execution");
        int dispatch = position(flow, "dispatch");
        inline = plan.groups().isEmpty();
        if (inline) {
            runner = new InlineRunner(new StageGroup(flow, 0, dispatch, probe, failure, -1, pinning), slots.get(),
                    failure);
        } else {
            List<StageGroup> groups = new ArrayList<>();
            int first = 0;
            for (ThreadPlan.Group group : plan.groups()) {
                int next = first + group.stages().size();
                groups.add(new StageGroup(flow.subList(first, next), first, dispatch, probe, failure, group.core(),
                        pinning));
                first = next;
            }
            runner = new RingRunner(groups, execution, plan, slots, failure);
        }
        supervisor = new Supervisor(failure, runner, cancelOrders);
        if (!inline) {
            supervisor.watch();
        }
    }

    private static int position(List<Stage> flow, String role) {
        for (int i = 0; i < flow.size(); i++) {
            if (flow.get(i).roleName().equals(role)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the flow has no stage " + role);
    }

    /**
     * Sends a frame on its way. One publishing thread.
     *
     * @return its sequence, or 0 when the engine has stopped and the frame was not taken
     */
    public long publish(DirectBuffer frame, int offset, int length, long arrivalNanos) {
        long sequence = runner.publish(frame, offset, length, arrivalNanos);
        if (sequence == 0 && inline) {
            supervisor.bringDown();
        }
        return sequence;
    }

    /** Waits until everything published has passed the last stage, or the engine has stopped. */
    public void awaitProcessed() {
        runner.awaitProcessed();
    }

    /** Sequence of the last event that passed every stage. */
    public long processed() {
        return runner.processed();
    }

    /** The engine has failed and takes no more events. */
    public boolean stopped() {
        return failure.tripped();
    }

    /** The threads that run stages. */
    public List<Thread> threads() {
        return runner.threads();
    }

    /** The first failure, null while there is none. */
    public EngineFailure failure() {
        return failure.failure();
    }

    /** Ends the threads and closes the logs; after a failure, waits until the supervisor has done so. */
    @Override
    public void close() {
        if (failure.tripped()) {
            supervisor.awaitDown();
        } else {
            runner.close();
            failure.release();
        }
    }
}
