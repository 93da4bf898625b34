package io.v11.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FeaturesGenerateCommandTest {
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void home() {
        System.setProperty("v11.home", Bundled.ROOT.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--budget-us 1 --from 2024-07-24T07:00:00Z --to 2024-07-24T09:00:00Z | overlaps the test range",
        "--budget-us 1 --from 2024-07-23T16:00:00Z | give --from and --to together",
        "--budget-us 0 | budget must be above 0",
        "--budget-us 1 --count 65 | count must be 1 to 64",
        "--count 3 | Missing required option: '--budget-us=N'"})
    void shouldRefuseBeforeReadingAnything(String arguments, String reason, @TempDir Path folder) throws Exception {
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine line = V11.commandLine().setOut(writer).setErr(writer);

        int code = line.execute(("features generate /nowhere --out " + folder.resolve("list.yaml") + " " + arguments)
                .split(" "));

        assertEquals(ExitCode.USAGE, code);
        assertTrue(said.toString().contains(reason), said.toString());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(0, left.count(), "nothing is written");
        }
    }
}
