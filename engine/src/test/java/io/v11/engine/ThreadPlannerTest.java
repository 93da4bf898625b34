package io.v11.engine;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.ConfigurationException;
import io.v11.config.Profile.Threading;
import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ThreadPlannerTest {
    private static final List<String> STAGES = List.of("journal", "market", "risk", "execution", "dispatch");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 64})
    void shouldNeverSpinOnMoreThreadsThanThereAreCores(int cores) {
        ThreadPlan plan = new ThreadPlanner(STAGES, cores).plan(wish(Mode.AUTO, Wait.BUSY_SPIN, List.of()));

        assertTrue(plan.spinningThreads() <= cores, plan.describe());
    }

    @Test
    void shouldFuseJournalAndEngineOnTwoCoresEachThreadPinned() {
        ThreadPlan plan = new ThreadPlanner(STAGES, 2).plan(wish(Mode.AUTO, Wait.BUSY_SPIN, List.of()));

        assertEquals(List.of(new ThreadPlan.Group("engine", STAGES, 1)), plan.groups());
        assertEquals(0, plan.ingestCore());
        assertTrue(plan.reason().startsWith("2 cores"), plan.reason());
    }

    @Test
    void shouldRunInlineOnOneCore() {
        ThreadPlan plan = new ThreadPlanner(STAGES, 1).plan(wish(Mode.AUTO, Wait.BUSY_SPIN, List.of()));

        assertEquals(Mode.INVOKER, plan.mode());
    }

    @Test
    void shouldRefuseANamedModeThatWantsMoreCoresThanThereAre() {
        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> new ThreadPlanner(STAGES, 2).plan(wish(Mode.DEDICATED, Wait.BUSY_SPIN, List.of())));

        assertTrue(failure.getMessage().contains("needs 6 cores"), failure.getMessage());
        assertTrue(failure.getMessage().contains("the machine has 2"), failure.getMessage());
    }

    @Test
    void shouldLetYieldingThreadsShareCoresUnpinned() {
        ThreadPlan plan = new ThreadPlanner(STAGES, 2).plan(wish(Mode.SHARED, Wait.YIELDING, List.of()));

        assertEquals(List.of("journal", "engine"), plan.groups().stream().map(ThreadPlan.Group::name).toList());
        assertEquals(List.of(-1, -1), plan.groups().stream().map(ThreadPlan.Group::core).toList());
    }

    @Test
    void shouldRefuseGroupsThatMissAStage() {
        List<List<String>> groups = List.of(List.of("journal"), List.of("market", "execution", "dispatch"));

        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> new ThreadPlanner(STAGES, 8).plan(wish(Mode.DEDICATED, Wait.BUSY_SPIN, groups)));

        assertTrue(failure.getMessage().contains("must name every stage once"), failure.getMessage());
    }

    private static Threading wish(Mode mode, Wait wait, List<List<String>> groups) {
        return new Threading(mode, wait, 1024, true, groups);
    }
}
