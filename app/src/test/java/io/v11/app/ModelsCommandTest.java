package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.registry.LivePointer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelsCommandTest {
    @TempDir
    private Path models;
    private StringWriter said = new StringWriter();

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        System.setProperty("v11.home", Bundled.ROOT.toString());
        StackFolder.copyMembers(models);
    }

    @Test
    void shouldPromoteAndRollBackStacksThatPassEveryCheck() throws IOException {
        StackFolder.write(models, "1", 1.0);
        StackFolder.write(models, "2", 0.5);

        assertEquals(ExitCode.USAGE, execute("rollback"), said.toString());
        assertEquals(ExitCode.OK, execute("promote", "stack/1"), said.toString());
        assertEquals(ExitCode.OK, execute("promote", "stack/2"), said.toString());
        assertEquals(new LivePointer("stack/2", List.of("stack/1")), LivePointer.require(models));
        assertEquals(ExitCode.OK, execute("list"), said.toString());
        assertEquals(ExitCode.OK, execute("rollback"), said.toString());

        assertEquals(new LivePointer("stack/1", List.of()), LivePointer.require(models));
        assertTrue(said.toString().contains("(base rate 53.5, best rule 68.4, coverage 100.0, 68,775 rows)"),
                said.toString());
        assertTrue(said.toString().matches("(?s).*stack/2 +STACK +live.*xgboost/1 +XGBOOST +member.*"),
                said.toString());
    }

    @Test
    void shouldLeaveThePointerWhereItIsWhenACheckFails() throws IOException {
        StackFolder.write(models, "1", 1.0);
        StackFolder.write(models, "2", 0.5);
        execute("promote", "stack/1");
        Path file = models.resolve("stack/2/stack.yaml");
        Files.writeString(file, Files.readString(file).replace("0.5", "0.6"));

        assertEquals(ExitCode.USAGE, execute("promote", "stack/2"));
        assertTrue(said.toString().contains("model stack/2 was refused by the canary"), said.toString());
        assertEquals(ExitCode.USAGE, execute("promote", "mlp/1"));
        assertTrue(said.toString().contains("only a stack can be live"), said.toString());
        assertEquals(ExitCode.FAILED, execute("list"));

        assertEquals("stack/1", LivePointer.require(models).stack());
        assertTrue(said.toString().contains("REFUSED, see below"), said.toString());
    }

    @Test
    void shouldFindKernelsAndLibrariesOfOneMindOnGoldenRowsAndRealDecisions() throws IOException {
        StackFolder.write(models, "1", 1.0);

        assertEquals(ExitCode.OK, execute("parity"), said.toString());
        assertEquals(ExitCode.OK, execute("parity", "--journal", Bundled.market().toString(), "--rows", "2000"),
                said.toString());

        assertTrue(said.toString().matches("(?s).*xgboost/1 +kernel and XGBoost library, log-odds +2,000.*bit-equal.*"),
                said.toString());
        assertTrue(said.toString().contains("stack/1 reads members"), said.toString());
    }

    @Test
    void shouldShowAndCompare() throws IOException {
        StackFolder.write(models, "1", 1.0);

        assertEquals(ExitCode.OK, execute("show", "mlp/1"));
        assertTrue(said.toString().startsWith("# mlp/1: MLP, manifest "), said.toString());
        assertEquals(ExitCode.OK, execute("show", "mlp/1", "--json"));
        assertEquals(ExitCode.OK, execute("list", "--json"));
        said = new StringWriter();
        Bundled.copy(Bundled.models().resolve("logistic/1"), models.resolve("logistic/1"));
        assertEquals(ExitCode.OK, execute("diff", "xgboost/1", "logistic/1"), said.toString());

        assertTrue(said.toString().matches("(?s).*only xgboost/1 \\(\\d+\\).*"), said.toString());
        assertTrue(said.toString().matches("(?s).*base rate +0.5353 +0.5353.*accuracy +0.6.*"), said.toString());
        assertFalse(said.toString().contains("cannot be compared"), said.toString());
        assertEquals(ExitCode.USAGE, execute("show", "nothing/1"));
    }

    private int execute(String... arguments) {
        List<String> words = new ArrayList<>(List.of("models"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--models", models.toString()));
        PrintWriter writer = new PrintWriter(said, true);
        return V11.commandLine().setOut(writer).setErr(writer).execute(words.toArray(new String[0]));
    }
}
