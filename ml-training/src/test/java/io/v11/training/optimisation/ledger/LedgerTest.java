package io.v11.training.optimisation.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.OptimisationListener;
import io.v11.training.optimisation.Searches;
import io.v11.training.optimisation.sampler.SamplerSettings.Method;
import io.v11.training.optimisation.trial.Segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LedgerTest {
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long START_NS = 1_704_067_200_000_000_000L; // 2024-01-01
    private static final Segment ALL = new Segment("all", START_NS, START_NS + 10 * DAY_NS);

    @TempDir
    private Path folder;

    /** Wherever a writing process died: header, trial or line end. */
    @Test
    void shouldRedoWhatWasTornOffAtAnyByte() throws IOException {
        run("search");
        Path ledger = folder.resolve("search.ledger");
        byte[] whole = Files.readAllBytes(ledger);
        byte[] returns = Files.readAllBytes(folder.resolve("search.returns"));
        for (int length = 0; length < whole.length; length += 997) {
            Files.write(ledger, Arrays.copyOf(whole, length));

            run("search");

            assertArrayEquals(whole, Files.readAllBytes(ledger), "cut to " + length);
            assertArrayEquals(returns, Files.readAllBytes(folder.resolve("search.returns")), "cut to " + length);
        }
    }

    @Test
    void shouldRedoALastLineThatWasWrittenInPart() throws IOException {
        run("search");
        Path ledger = folder.resolve("search.ledger");
        byte[] whole = Files.readAllBytes(ledger);
        byte[] torn = whole.clone();
        Arrays.fill(torn, whole.length - 60, whole.length - 40, (byte) 0);
        Files.write(ledger, torn);

        run("search");

        assertArrayEquals(whole, Files.readAllBytes(ledger));
    }

    @Test
    void shouldRefuseDamageInTheMiddleWithItsLine() throws IOException {
        run("search");
        Path ledger = folder.resolve("search.ledger");
        List<String> lines = Files.readAllLines(ledger);
        String changed = lines.get(40).replaceFirst("sharpe=", "sharpe=1");
        Files.writeString(ledger, String.join("\n", lines).replace(lines.get(40), changed) + "\n");

        assertMessage(ledger + ":41: the line does not follow", () -> run("search"));
        assertMessage(ledger + ":41: the line does not follow", () -> TrialCount.of(folder, Searches.DATA, ALL));
    }

    @Test
    void shouldRefuseALineThatWasTakenOut() throws IOException {
        run("search");
        Path ledger = folder.resolve("search.ledger");
        List<String> lines = Files.readAllLines(ledger);
        lines.remove(50);
        Files.writeString(ledger, String.join("\n", lines) + "\n");

        assertMessage(ledger + ":51: the line does not follow", () -> run("search"));
    }

    @Test
    void shouldRefuseChangedReturns() throws IOException {
        run("search");
        byte[] returns = Files.readAllBytes(folder.resolve("search.returns"));
        returns[1_000] ^= 1;
        Files.write(folder.resolve("search.returns"), returns);

        assertMessage("the returns are not those", () -> run("search"));
    }

    @Test
    void shouldRefuseASecondWriter() throws IOException {
        Files.createDirectories(folder);
        try (ChainedLines other = ChainedLines.open(folder.resolve("search.ledger"))) {
            String message = assertThrows(IllegalStateException.class, () -> run("search")).getMessage();

            assertTrue(message.contains("is being written by another run") && other.lines().isEmpty(), message);
        }
    }

    /** Steps: train 1-5, validation 5-7; train 1-7, validation 7-9; holdout 9-11 January. */
    @Test
    void shouldCountEveryTrialWhoseDataOverlap() {
        run("first");
        run("second");
        Segment fourth = new Segment("day", START_NS + 3 * DAY_NS, START_NS + 4 * DAY_NS - 60 * 60_000_000_000L);
        Segment eighth = new Segment("day", START_NS + 7 * DAY_NS, START_NS + 8 * DAY_NS);
        Segment tenth = new Segment("day", START_NS + 9 * DAY_NS, START_NS + 10 * DAY_NS);
        DataIdentity recordedAgain = new DataIdentity("other", List.of("ETHUSDT.SPOT"));
        DataIdentity elsewhere = new DataIdentity("other", List.of("NEXOUSDT.SPOT"));

        assertEquals(180, TrialCount.of(folder, Searches.DATA, ALL).trials());
        assertEquals(160, TrialCount.of(folder, Searches.DATA, fourth).trials());
        assertEquals(10, TrialCount.of(folder, recordedAgain, eighth).trials());
        assertEquals(0, TrialCount.of(folder, Searches.DATA, tenth).trials());
        assertEquals(0, TrialCount.of(folder, elsewhere, ALL).trials());
        assertEquals(0, TrialCount.of(folder.resolve("nothing"), Searches.DATA, ALL).trials());
        assertEquals(List.of("first.ledger", "second.ledger"), TrialCount.of(folder, Searches.DATA, ALL).ledgers());
    }

    /** Against Welford's recurrence over the text of the ledger. */
    @Test
    void shouldKnowTheVarianceOfTheSharpes() throws IOException {
        run("search");
        double mean = 0.0;
        double squares = 0.0;
        int count = 0;
        for (String line : Files.readAllLines(folder.resolve("search.ledger"))) {
            int at = line.indexOf("sharpe=");
            if (at >= 0) {
                double sharpe = Double.parseDouble(line.substring(at + 7).split("\t")[0]);
                count++;
                double step = sharpe - mean;
                mean += step / count;
                squares += step * (sharpe - mean);
            }
        }

        TrialCount found = TrialCount.of(folder, Searches.DATA, ALL);

        assertEquals(90, count);
        assertEquals(count, found.sharpes());
        assertEquals(mean, found.sharpeMean(), 1e-12);
        assertEquals(squares / (count - 1), found.sharpeVariance(), 1e-12);
    }

    @Test
    void shouldRefuseDataWithoutNames() {
        assertThrows(ConfigurationException.class, () -> new DataIdentity("", List.of("BTCUSDT.SPOT")));
        assertThrows(ConfigurationException.class, () -> new DataIdentity("x", List.of()));
    }

    private void run(String name) {
        Searches.of(Searches.settings(name, Method.RANDOM), folder).run(Searches.strategy(), 2,
                OptimisationListener.SILENT);
    }

    private static void assertMessage(String words, Executable run) {
        String message = assertThrows(IllegalArgumentException.class, run).getMessage();
        assertTrue(message.contains(words), message);
    }
}
