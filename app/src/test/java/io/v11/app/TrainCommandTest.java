package io.v11.app;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainCommandTest {
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void home() {
        System.setProperty("v11.home", Bundled.ROOT.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--cpcv 6 | it is [6]",
        "--cpcv 2,2 | it is [2, 2]",
        "--cpcv 6,0 | it is [6, 0]",
        "--cpcv 6,2,1 | it is [6, 2, 1]",
        "--cpcv 6,2 --families stack | there is no family 'stack'"})
    void shouldRefuseBeforeReadingAnything(String arguments, String reason) {
        PrintWriter writer = new PrintWriter(said, true);
        CommandLine line = V11.commandLine().setOut(writer).setErr(writer);

        int code = line.execute(("train --journal /nowhere " + arguments).split(" "));

        assertEquals(ExitCode.USAGE, code);
        assertTrue(said.toString().contains(reason), said.toString());
    }
}
