package io.v11.engine;

import java.util.List;
import java.util.stream.Collectors;

import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;

/**
 * Which thread runs which stage, on which core, and why. Made by {@link ThreadPlanner}, printed at start.
 *
 * @param mode       INVOKER, SHARED or DEDICATED; never AUTO
 * @param groups     threads in the order of the pipeline; empty for INVOKER
 * @param ingestCore core of the publishing thread, -1 when it is not pinned
 * @param reason     one sentence for a person
 */
public record ThreadPlan(Mode mode, Wait waitStrategy, int ringSize, List<Group> groups, int ingestCore,
        String reason) {

    /** One thread: its stages in order, and its core, -1 when it is not pinned. */
    public record Group(String name, List<String> stages, int core) {
        public Group {
            stages = List.copyOf(stages);
        }
    }

    public ThreadPlan {
        groups = List.copyOf(groups);
    }

    /** Everything on the publisher's thread. */
    public static ThreadPlan inline(String reason) {
        return new ThreadPlan(Mode.INVOKER, Wait.YIELDING, 0, List.of(), -1, reason);
    }

    /** Threads that never give their core away, the publisher's included. */
    public int spinningThreads() {
        return mode == Mode.INVOKER ? 0 : waitStrategy.needsOwnCore() ? groups.size() + 1 : 0;
    }

    /** For the start-up print and the report. */
    public String describe() {
        String threads = groups.isEmpty()
                ? "all stages on the publisher's thread"
                : groups.stream().map(ThreadPlan::describe).collect(Collectors.joining("; "));
        String ingest = ingestCore < 0 ? "" : "; ingest on core " + ingestCore;
        return mode + (groups.isEmpty() ? "" : " " + waitStrategy) + ": " + threads + ingest + " (" + reason + ")";
    }

    private static String describe(Group group) {
        return group.name() + "=" + group.stages() + (group.core() < 0 ? "" : " on core " + group.core());
    }
}
