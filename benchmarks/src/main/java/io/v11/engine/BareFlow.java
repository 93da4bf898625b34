package io.v11.engine;

import java.util.List;
import java.util.function.IntConsumer;

import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;

/**
 * The pipeline's real runners with stages that do nothing, so that a benchmark can measure the hop alone. It stands in
 * this package because the pipeline lets nobody else choose its stages, and must not: a flow without risk is for
 * benchmarks only, which are never on the engine's class path.
 */
public final class BareFlow {
    private BareFlow() {
    }

    /** The roles that a plan for this flow has to place. */
    public static List<String> roles() {
        return List.of("journal", "execution", "dispatch");
    }

    /** Starts a flow whose first stage is the given one, in slots as large as the engine's. */
    public static Pipeline start(Stage first, ThreadPlan plan, IntConsumer pinning) {
        List<Stage> flow = List.of(first, new Idle("execution"), new Idle("dispatch"));
        return new Pipeline(flow, plan, () -> new EngineEvent(FeatureCatalog.size(), 2, Pipeline.STAGES.size()),
                LatencyProbe.OFF, pinning, timeNs -> {
                });
    }

    private record Idle(String roleName) implements Stage {
        @Override
        public void onEvent(EngineEvent event) {
        }
    }
}
