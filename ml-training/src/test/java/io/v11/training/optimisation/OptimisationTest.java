package io.v11.training.optimisation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.ledger.TrialReturns;
import io.v11.training.optimisation.sampler.SamplerSettings.Method;
import io.v11.training.optimisation.trial.Objective;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OptimisationTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Method.class)
    void shouldWriteTheSameBytesWithAnyNumberOfWorkers(Method method) throws IOException {
        OptimisationSettings settings = Searches.settings("search", method);

        OptimisationResult one = Searches.of(settings, folder.resolve("1")).run(Searches.strategy(), 1,
                OptimisationListener.SILENT);
        for (int workers : new int[]{2, 7}) {
            Path other = folder.resolve(Integer.toString(workers));
            OptimisationResult many = Searches.of(settings, other).run(uneven(), workers, OptimisationListener.SILENT);

            assertSame(folder.resolve("1"), other);
            assertEquals(one.chosen(), many.chosen());
        }
        int trials = method == Method.GRID ? 27 : 40;
        assertEquals(2 * (trials + 5), one.trials().trials());
        assertEquals(2 * (trials + 5), Files.readAllLines(folder.resolve("1/search.ledger")).stream()
                .filter(line -> line.startsWith("trial\t")).count());
    }

    /** The same answers, the later trials of a batch first. */
    private static Objective uneven() {
        AtomicInteger calls = new AtomicInteger();
        return (point, segment) -> {
            try {
                Thread.sleep(3 - calls.getAndIncrement() % 4);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Searches.strategy().evaluate(point, segment);
        };
    }

    @Test
    void shouldKeepWhatWasDoneWhenATrialThrowsAndGoOnFromThere() throws IOException {
        OptimisationSettings settings = Searches.settings("search", Method.TPE);
        Searches.of(settings, folder.resolve("whole")).run(Searches.strategy(), 2, OptimisationListener.SILENT);
        AtomicInteger calls = new AtomicInteger();
        Objective failing = (point, segment) -> {
            if (calls.incrementAndGet() == 30) {
                throw new IllegalStateException("disk full");
            }
            return Searches.strategy().evaluate(point, segment);
        };

        String message = assertThrows(IllegalStateException.class, () -> Searches.of(settings, folder.resolve("cut"))
                .run(failing, 1, OptimisationListener.SILENT)).getMessage();
        AtomicInteger resumed = new AtomicInteger();
        Searches.of(settings, folder.resolve("cut")).run(Searches.strategy(), 2, new OptimisationListener() {
            @Override
            public void onTrial(Trial trial, int total, boolean before) {
                resumed.addAndGet(before ? 1 : 0);
            }
        });

        assertTrue(message.startsWith("trial 29 on train-0 at {signal.entryBps=") && message.endsWith("disk full"),
                message);
        assertEquals(29, resumed.get());
        assertSame(folder.resolve("whole"), folder.resolve("cut"));
    }

    @Test
    void shouldRefuseToContinueAnotherSearch() {
        Searches.of(Searches.settings("search", Method.TPE), folder).run(Searches.strategy(), 1,
                OptimisationListener.SILENT);

        String message = assertThrows(ConfigurationException.class,
                () -> Searches.of(Searches.settings("search", Method.RANDOM), folder).run(Searches.strategy(), 1,
                        OptimisationListener.SILENT))
                .getMessage();

        assertTrue(message.contains("was begun with 'setting sampler TPE'") && message.contains("another name"),
                message);
    }

    @Test
    void shouldCountFailedTrialsAndNeverChooseThem() {
        OptimisationSettings settings = Searches.settings("search", Method.TPE);
        Objective half = (point, segment) -> point.real("signal.exitFraction") < 0.5
                ? Outcome.failed()
                : Searches.strategy().evaluate(point, segment);

        OptimisationResult result = Searches.of(settings, folder).run(half, 1, OptimisationListener.SILENT);

        assertEquals(90, result.trials().trials());
        assertTrue(result.trials().sharpes() < 90 && result.trials().sharpes() > 10);
        assertTrue(result.chosen().real("signal.exitFraction") >= 0.5);
        assertThrows(IllegalStateException.class, () -> Searches.of(Searches.settings("none", Method.RANDOM), folder)
                .run((point, segment) -> Outcome.failed(), 1, OptimisationListener.SILENT));
    }

    @Test
    void shouldGiveReturnsOfEveryTrialOfASegment() {
        OptimisationResult result = Searches.of(Searches.settings("search", Method.RANDOM), folder)
                .run(Searches.strategy(), 2, OptimisationListener.SILENT);

        TrialReturns returns = TrialReturns.of(folder, "search", "train-1");

        assertEquals(40, returns.returns().length);
        Trial third = result.steps().get(1).search().get(3);
        assertEquals(third.number(), returns.trials()[3]);
        assertArrayEquals(Searches.strategy().evaluate(third.point(), third.segment()).returns(),
                returns.returns()[3]);
    }

    @Test
    void shouldCountReadingsOfTheHoldoutOverAllSearches() throws IOException {
        Optimisation first = Searches.of(Searches.settings("first", Method.TPE), folder);
        OptimisationResult result = first.run(Searches.strategy(), 1, OptimisationListener.SILENT);
        Optimisation second = Searches.of(Searches.settings("second", Method.RANDOM), folder);
        second.run(Searches.strategy(), 1, OptimisationListener.SILENT);

        HoldoutReading once = first.readHoldout(Searches.strategy(), result.chosen(), "somebody", "2026-01-01T00:00Z");
        HoldoutReading twice = second.readHoldout(Searches.strategy(), result.chosen(), "some body", "later");

        assertEquals("holdout read 1 time, 180 trials on this data", once.verdict());
        assertEquals("holdout read 2 times, 180 trials on this data; only the first reading was of unseen data",
                twice.verdict());
        assertEquals(once.outcome().measures(), twice.outcome().measures());
        assertEquals(2, Files.readAllLines(folder.resolve("holdout.log")).size());
        assertEquals(0, result.holdoutTrials().trials());
    }

    private static void assertSame(Path expected, Path actual) throws IOException {
        for (String file : new String[]{"search.ledger", "search.returns"}) {
            assertEquals(-1, Files.mismatch(expected.resolve(file), actual.resolve(file)), actual + "/" + file);
        }
    }
}
