package io.v11.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import io.v11.config.ConfigurationException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeaturesSelectCommandTest {
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void home() {
        System.setProperty("v11.home", Bundled.ROOT.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--from 2024-07-24T07:00:00Z --to 2024-07-24T09:00:00Z | overlaps the test range",
        "--from 2023-08-01T00:00:00Z | give --from and --to together",
        "--label tomorrow | 'tomorrow' is not next-move or horizon",
        "--label horizon --horizon 15x | must be a number with s, m or h"})
    void shouldRefuseBeforeReadingAnything(String arguments, String reason, @TempDir Path folder) {
        int code = execute(("features select /nowhere --out " + folder + " " + arguments).split(" "));

        assertEquals(ExitCode.USAGE, code);
        assertTrue(said.toString().contains(reason), said.toString());
    }

    @Test
    void shouldReadHorizonsInSecondsMinutesAndHours() {
        assertEquals(30_000_000_000L, FeaturesSelectCommand.horizonNs("30s"));
        assertEquals(900_000_000_000L, FeaturesSelectCommand.horizonNs("15m"));
        assertEquals(14_400_000_000_000L, FeaturesSelectCommand.horizonNs("4h"));
        assertThrows(ConfigurationException.class, () -> FeaturesSelectCommand.horizonNs("0m"));
        assertThrows(ConfigurationException.class, () -> FeaturesSelectCommand.horizonNs("9999999h"));
    }

    @Test
    void shouldReportOnDaysOfRealBarsTheSameTwice(@TempDir Path folder) throws Exception {
        Path bars = data().resolve("binance-spot-klines-1m/BTCUSDT");
        String journal = folder.resolve("J").toString();
        assertEquals(ExitCode.OK, execute("import", "--to", journal, day(bars, 1), day(bars, 2), day(bars, 3)));

        for (String out : List.of("a", "b")) {
            int code = execute("features", "select", journal, "--label", "horizon", "--horizon", "15m", "--folds", "3",
                    "--from",
                    "2023-08-01T00:00:00Z", "--to", "2023-08-04T00:00:00Z", "--out", folder.resolve(out).toString());
            assertTrue(code == ExitCode.OK || code == ExitCode.FAILED, said.toString());
        }

        for (String file : List.of("selection.html", "selection.json")) {
            assertEquals(-1, Files.mismatch(folder.resolve("a").resolve(file), folder.resolve("b").resolve(file)),
                    file);
        }
        String json = Files.readString(folder.resolve("a/selection.json"));
        assertTrue(json.contains("\"decisions\": \"BAR_CLOSE\""), json.substring(0, 400));
        assertTrue(json.contains("\"instruments\": \"BTCUSDT.SPOT 4301 rows"),
                "of 4,320 bars: " + json.substring(0, 400));
        try (Stream<Path> left = Files.list(folder.resolve("a"))) {
            assertTrue(left.noneMatch(file -> file.toString().endsWith(".scratch")), "the scratch file is taken away");
        }
    }

    private int execute(String... arguments) {
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine line = V11.commandLine().setOut(writer).setErr(writer);
        return line.execute(arguments);
    }

    private static String day(Path bars, int day) {
        return bars.resolve("BTCUSDT-1m-2023-08-0" + day + ".zip").toString();
    }

    /** The shared data, from property or environment V11_DATA or a shared/data folder above. */
    private static Path data() {
        String named = System.getProperty("V11_DATA", System.getenv("V11_DATA"));
        Path found = named == null ? null : Path.of(named);
        for (Path at = Path.of("").toAbsolutePath(); found == null && at != null; at = at.getParent()) {
            found = Files.isDirectory(at.resolve("shared/data")) ? at.resolve("shared/data") : null;
        }
        Assumptions.assumeTrue(found != null && Files.isDirectory(found.resolve("binance-spot-klines-1m")),
                "skipped: the shared data set binance-spot-klines-1m is not here; V11_DATA names its folder");
        return found;
    }
}
