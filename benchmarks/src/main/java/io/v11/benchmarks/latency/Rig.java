package io.v11.benchmarks.latency;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.Scratch;
import io.v11.benchmarks.subject.DisruptorHop;
import io.v11.benchmarks.subject.EngineRun;
import io.v11.benchmarks.subject.Workbench;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;
import io.v11.engine.ThreadPlanner;

/** One open-loop play of the recording, and the raw hop measured beside it on the same cores. */
final class Rig {
    private static final int HOPS = 200_000;
    private static final int WARM_UP_PART = 4;

    private final Workbench bench;
    private final ThreadPlan plan;

    Rig(Workbench bench, ThreadPlan plan) {
        this.bench = bench;
        this.plan = plan;
    }

    /** The plan that {@code v11 run} would take with this profile on this machine. */
    static ThreadPlan plan(Workbench bench) {
        return new ThreadPlanner(Pipeline.STAGES, Cores.count()).plan(bench.configuration().profile().threading());
    }

    /** Stages on the way of an order: those behind dispatch delay nothing. */
    static List<String> way() {
        return Pipeline.STAGES.subList(0, Pipeline.STAGES.indexOf("dispatch") + 1);
    }

    /**
     * Plays at so many events a second, the first quarter unmeasured.
     *
     * @param events fewer than the recording has: so many from the beginning of its last session, where the books begin
     */
    RigReport play(int events, int rate, long timer) {
        Recording recording = bench.recording();
        int first = events >= recording.count() ? 0 : recording.lastSession();
        int count = Math.min(events, recording.count() - first);
        int[] hops = hops();
        double hop = hops[0] == 0 ? 0 : hop(hops[1]);
        WayProbe probe = new WayProbe(way());
        Path folder = bench.scratch().fresh("rig");
        EngineRun.Result result = new EngineRun(bench, plan, rate + "/s", probe, folder)
                .play(recording.source(first, count), recording.timeNs(first), count / WARM_UP_PART, probe::measure);
        Scratch.delete(folder);
        return new RigReport(bench.configuration().profile(), probe, result, timer, hop, hops[0]);
    }

    /** Ring crossings from ingest to dispatch, and the core of the first thread behind the ring. */
    private int[] hops() {
        if (plan.groups().isEmpty()) {
            return new int[]{0, -1};
        }
        // A journal on its own thread runs beside the others: it adds no crossing to the way of an order.
        int dispatch = 0;
        while (!plan.groups().get(dispatch).stages().contains("dispatch")) {
            dispatch++;
        }
        boolean journalBeside = dispatch > 0 && plan.groups().getFirst().stages().size() == 1;
        return new int[]{journalBeside ? dispatch : dispatch + 1, plan.groups().getLast().core()};
    }

    /** Median of a raw Disruptor hop between the cores of ingest and engine, ns. */
    private double hop(int core) {
        long[] nanos = new long[HOPS];
        try (DisruptorHop hop = new DisruptorHop(bench.cores(), core)) {
            bench.cores().pin(plan.ingestCore());
            for (int i = 0; i < HOPS; i++) {
                nanos[i] = hop.send();
            }
        } finally {
            bench.cores().release();
        }
        // The first half was compiled while it ran.
        long[] warm = Arrays.copyOfRange(nanos, HOPS / 2, HOPS);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }
}
