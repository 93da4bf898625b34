package io.v11.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;

/**
 * A way to lay the stages on threads that is tried against the others.
 *
 * @param note what must be known to read its figures, empty when nothing
 */
record Candidate(String name, ThreadPlan plan, String note) {
    private static final List<String> ALL = Pipeline.STAGES;
    private static final List<String> BEHIND_JOURNAL = ALL.subList(1, ALL.size());

    /** All candidates for a machine with so many cores, the planner's own choice among them. */
    static List<Candidate> of(int cores, int ringSize, ThreadPlan chosen) {
        List<Candidate> candidates = new ArrayList<>();
        if (cores > 1) {
            candidates.add(new Candidate("fused", plan(Wait.BUSY_SPIN, ringSize, 0,
                    new ThreadPlan.Group("engine", ALL, 1)), "one thread beside ingest, spinning, pinned"));
            candidates.add(twoThreads(cores, ringSize));
        }
        candidates.add(new Candidate("yielding", plan(Wait.YIELDING, ringSize, -1,
                new ThreadPlan.Group("journal", ALL.subList(0, 1), -1),
                new ThreadPlan.Group("engine", BEHIND_JOURNAL, -1)),
                "journal and engine, yielding, unpinned"));
        candidates.add(new Candidate("invoker", ThreadPlan.inline("candidate"), "everything on the ingest thread"));
        if (candidates.stream().noneMatch(candidate -> candidate.isLike(chosen))) {
            candidates.add(new Candidate("planner", chosen, "as planned"));
        }
        return candidates;
    }

    /** No plan would spin with more threads than cores; to show what that costs, ingest gives way where it must. */
    private static Candidate twoThreads(int cores, int ringSize) {
        boolean roomForIngest = cores > 2;
        int journalCore = roomForIngest ? 1 : 0;
        ThreadPlan plan = plan(Wait.BUSY_SPIN, ringSize, roomForIngest ? 0 : -1,
                new ThreadPlan.Group("journal", ALL.subList(0, 1), journalCore),
                new ThreadPlan.Group("engine", BEHIND_JOURNAL, journalCore + 1));
        return new Candidate("two spinning", plan, "journal and engine, spinning, pinned"
                + (roomForIngest ? "" : "; no core left for ingest, which yields between them"));
    }

    private static ThreadPlan plan(Wait wait, int ringSize, int ingestCore, ThreadPlan.Group... groups) {
        return new ThreadPlan(Mode.SHARED, wait, ringSize, List.of(groups), ingestCore, "candidate");
    }

    /** Same threads, stages, cores and way of waiting, whatever the names and reasons. */
    boolean isLike(ThreadPlan other) {
        return plan.groups().stream().map(group -> group.stages() + "@" + group.core()).toList()
                .equals(other.groups().stream().map(group -> group.stages() + "@" + group.core()).toList())
                && (plan.groups().isEmpty() || plan.waitStrategy() == other.waitStrategy());
    }
}
