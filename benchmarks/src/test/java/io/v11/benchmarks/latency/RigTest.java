package io.v11.benchmarks.latency;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.v11.benchmarks.setting.Cores;
import io.v11.benchmarks.setting.TestHome;
import io.v11.benchmarks.subject.Workbench;
import io.v11.engine.ThreadPlan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The rig and the contest of plans play and count right; how fast is not asked. */
class RigTest {
    private static final int EVENTS = 3000;
    private static final int RATE = 20_000;

    private static Workbench bench;

    @BeforeAll
    static void open() {
        bench = Workbench.open(TestHome.find(), "latency", new Cores(false));
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void shouldTimeEveryStageOfADecisionButWholesOfOthers() {
        RigReport report = new Rig(bench, ThreadPlan.inline("test")).play(EVENTS, RATE, 20);

        WayProbe.Way decisions = report.probe().decisions();
        assertEquals(EVENTS, report.result().marketEvents());
        assertTrue(decisions.whole.getTotalCount() > 0);
        assertTrue(decisions.whole.getTotalCount() + decisions.edge.getTotalCount() <= report.result().summary()
                .decisions());
        for (int i = 0; i < Rig.way().size(); i++) {
            assertEquals(decisions.edge.getTotalCount(), decisions.stages[i].getTotalCount(), Rig.way().get(i));
        }
        assertTrue(report.parts(decisions) > 0);
    }

    @Test
    void shouldPlayTheSameUnderPlansThatDoNotSpin() {
        List<Candidate> candidates = Candidate.of(1, 1024, ThreadPlan.inline("test"));
        PlanContest contest = new PlanContest(bench, candidates, EVENTS, RATE);

        contest.round(0, true);
        contest.round(1, true);

        assertEquals(List.of("yielding", "invoker"), candidates.stream().map(Candidate::name).toList());
        assertEquals(candidates.size() + 3, contest.lines(ThreadPlan.inline("test")).size());
    }

    @Test
    void shouldNeverSpinWithMoreThreadsThanCoresExceptInTheCandidateThatSaysSo() {
        for (int cores = 1; cores <= 8; cores++) {
            for (Candidate candidate : Candidate.of(cores, 1024, ThreadPlan.inline("test"))) {
                boolean ingestYields = candidate.note().contains("no core left for ingest");
                int spinning = candidate.plan().spinningThreads() - (ingestYields ? 1 : 0);
                assertTrue(spinning <= cores, candidate + " on " + cores + " cores");
            }
        }
    }
}
