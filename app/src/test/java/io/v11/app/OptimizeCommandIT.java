package io.v11.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.OptimisationSettings;
import io.v11.training.optimisation.sampler.SamplerSettings.Method;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.walk.WalkForward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A small search by backtests of two months of synthetic hours: the same bytes however it was run, and a holdout that remembers. */
class OptimizeCommandIT {
    private static final int HOURS = 1_440;
    private static final int TRIALS = 8;
    private static final int KILLED_AFTER = 2;
    private static final Path PLANS = Bundled.ROOT.resolve("app/src/test/resources/optimisation");
    private static final Path SHIPPED = Bundled.ROOT.resolve("config/optimisation/hours.yaml");

    @TempDir
    private Path folder;
    private Path journal;

    @BeforeEach
    void write() {
        journal = new HourlyJournal(HOURS).write(folder.resolve("journal"));
    }

    private String words(String options) {
        return "optimize " + journal + BacktestCommandIT.HOURS + "--plan " + PLANS.resolve("small.yaml") + " "
                + options;
    }

    @Test
    void shouldGiveTheSameLedgerWithOneWorkerWithTwoAndAfterAKill() throws IOException, InterruptedException {
        try (CommandRun one = CommandRun.in(folder.resolve("one"));
                CommandRun two = CommandRun.in(folder.resolve("two"));
                CommandRun killed = CommandRun.in(folder.resolve("killed"))) {
            CommandRun.Answer first = one.execute(words("-j 1"));
            assertEquals(ExitCode.OK, first.exitCode(), first.text());
            assertEquals(TRIALS, trials(one), first.text());
            assertTrue(Files.size(one.home().resolve("runs/optimize-small/optimisation.html")) > 1_000);

            CommandRun.Answer second = two.execute(words("-j 2"));
            assertEquals(ExitCode.OK, second.exitCode(), second.text());
            assertSame(one, two);

            kill(killed);
            long kept = trials(killed);
            CommandRun.Answer resumed = killed.execute(words("-j 2"));
            assertEquals(ExitCode.OK, resumed.exitCode(), resumed.text());
            assertEquals(kept, resumed.text().lines().filter(line -> line.contains("(kept)")).count());
            assertSame(one, killed);
        }
    }

    @Test
    void shouldNoteEveryReadingOfTheHoldout() throws IOException {
        try (CommandRun command = CommandRun.in(folder)) {
            String count = "trials count " + journal + " --from 2019-02-20";
            command.execute(words("-j 2"));
            assertTrue(command.execute(count).text().startsWith("0 trials in 0 ledgers"), "the search keeps off it");

            CommandRun.Answer first = command.execute(words("--holdout"));
            CommandRun.Answer second = command.execute(words("--holdout"));

            assertEquals(ExitCode.OK, first.exitCode(), first.text());
            assertTrue(first.text().contains("holdout read 1 time, 8 trials on this data: {"), first.text());
            assertTrue(
                    second.text().contains("holdout read 2 times, 8 trials on this data; only the first reading was of "
                            + "unseen data: {"),
                    second.text());
            assertEquals(2, Files.readAllLines(command.home().resolve("runs/trials/holdout.log")).stream()
                    .filter(line -> line.contains("read\t")).count());
            try (Stream<Path> left = Files.list(command.home().resolve("runs/optimize-scratch"))) {
                assertEquals(0, left.count(), "trials leave nothing behind");
            }
        }
    }

    @Test
    void shouldRefuseAPlanThatCannotBeAndAnotherSearchOfTheSameName() throws IOException {
        try (CommandRun command = CommandRun.in(folder)) {
            Path plan = folder.resolve("plan.yaml");
            String text = Files.readString(PLANS.resolve("small.yaml")).replace("trials: 6", "trials: 1")
                    .replace("finalists: 2", "finalists: 1");
            Files.writeString(plan, text);
            assertEquals(ExitCode.OK, command.execute(words("--plan " + plan).replace(
                    "--plan " + PLANS.resolve("small.yaml"), "")).exitCode());

            assertRefused(command, plan, text.replace("seed: 7", "seed: 8"), "give the search another name");
            assertRefused(command, plan, text.replace("name: small", "name: small2\nspeed: 3"), "speed");
            assertRefused(command, plan, text.replace("name: small", "name: small3").replace("signal.sleeves.band",
                    "signal.sleeves.bend"), "signal.sleeves.bend");
            assertRefused(command, plan, text.replace("trainMinutes: 43200", "trainMinutes: 432000"), "no room");
        }
    }

    @Test
    void shouldShipAPlanWhosePathsTheProfileHas() {
        OptimisationSettings settings = OptimisationSettings.read(SHIPPED);
        Configuration configuration = Configuration.load(Bundled.ROOT.resolve("config"), "hours");
        SearchSpace space = SearchSpace.of(settings.space());
        WalkForward walk = WalkForward.of(settings.walk());

        assertEquals(Method.TPE, settings.sampler().method());
        settings.sampler().create(space, settings.goals(), settings.seed(), settings.batch(), settings.trials());
        assertEquals(1, walk.steps().size());
        assertTrue(walk.searched().toNs() <= walk.holdout().fromNs());
        for (double unit : new double[]{0.0, 0.5, 1.0}) {
            space.parameters().forEach(parameter -> configuration.with(Map.of(parameter.path(),
                    parameter.text(parameter.value(unit)))));
        }
        assertThrows(ConfigurationException.class,
                () -> configuration.with(Map.of("signal.sleeves.bend", "0.1")));
    }

    private void assertRefused(CommandRun command, Path plan, String text, String reason) throws IOException {
        Files.writeString(plan, text);

        CommandRun.Answer answer = command.execute(words("").replace(PLANS.resolve("small.yaml").toString(),
                plan.toString()));

        assertEquals(ExitCode.USAGE, answer.exitCode(), answer.text());
        assertTrue(answer.text().contains(reason) && !answer.text().contains("\tat "), answer.text());
    }

    /** Ends a search in a process of its own while it runs. */
    private void kill(CommandRun command) throws IOException, InterruptedException {
        Process process = ChildProcess.startAt(command.home(), words("-j 1").split(" +"));
        while (trials(command) < KILLED_AFTER && process.isAlive()) {
            process.getInputStream().skipNBytes(process.getInputStream().available());
            Thread.sleep(5);
        }
        boolean running = process.isAlive();
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process does not die");
        assertTrue(running, "it ended before it was killed");
        assertTrue(trials(command) < TRIALS, "something is left to do");
    }

    private static long trials(CommandRun command) throws IOException {
        Path ledger = ledger(command, "ledger");
        return Files.notExists(ledger)
                ? 0L
                : Files.readAllLines(ledger).stream().filter(line -> line.contains("trial\t")).count();
    }

    private static void assertSame(CommandRun one, CommandRun other) throws IOException {
        for (String suffix : List.of("ledger", "returns")) {
            assertEquals(-1L, Files.mismatch(ledger(one, suffix), ledger(other, suffix)), suffix);
        }
        assertTrue(Files.size(ledger(one, "returns")) > 8 * 30 * 6, "daily returns of every trial");
    }

    private static Path ledger(CommandRun command, String suffix) {
        return command.home().resolve("runs/trials/small." + suffix);
    }
}
