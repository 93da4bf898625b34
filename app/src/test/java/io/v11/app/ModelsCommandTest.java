package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;
import io.v11.ml.Sha256;
import io.v11.ml.registry.GoldenRow;
import io.v11.ml.registry.LivePointer;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ManifestFile;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.registry.StackSchema;
import io.v11.ml.stack.StackFile;
import io.v11.ml.stack.StackModel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelsCommandTest {
    private static final List<String> MEMBERS = List.of("xgboost/1", "mlp/1");

    @TempDir
    private Path models;
    private StringWriter said = new StringWriter();

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        System.setProperty("v11.home", Bundled.ROOT.toString());
        for (String id : MEMBERS) {
            Bundled.copy(Bundled.models().resolve(id), models.resolve(id));
        }
    }

    @Test
    void shouldPromoteAndRollBackStacksThatPassEveryCheck() throws IOException {
        stack("1", 1.0);
        stack("2", 0.5);

        assertEquals(ExitCode.USAGE, execute("rollback"), said.toString());
        assertEquals(ExitCode.OK, execute("promote", "stack/1"), said.toString());
        assertEquals(ExitCode.OK, execute("promote", "stack/2"), said.toString());
        assertEquals(new LivePointer("stack/2", List.of("stack/1")), LivePointer.require(models));
        assertEquals(ExitCode.OK, execute("list"), said.toString());
        assertEquals(ExitCode.OK, execute("rollback"), said.toString());

        assertEquals(new LivePointer("stack/1", List.of()), LivePointer.require(models));
        assertTrue(said.toString().contains("(base rate 53.5, best rule 68.4, coverage 100.0, 68,775 rows)"),
                said.toString());
        assertTrue(said.toString().matches("(?s).*stack/2 +STACK +live.*xgboost/1 +XGBOOST +member.*"), said.toString());
    }

    @Test
    void shouldLeaveThePointerWhereItIsWhenACheckFails() throws IOException {
        stack("1", 1.0);
        stack("2", 0.5);
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
        stack("1", 1.0);

        assertEquals(ExitCode.OK, execute("parity"), said.toString());
        assertEquals(ExitCode.OK, execute("parity", "--journal", Bundled.market().toString(), "--rows", "2000"),
                said.toString());

        assertTrue(said.toString().matches("(?s).*xgboost/1 +kernel and XGBoost library, log-odds +2,000.*bit-equal.*"),
                said.toString());
        assertTrue(said.toString().contains("stack/1 reads members"), said.toString());
    }

    @Test
    void shouldShowAndCompare() throws IOException {
        stack("1", 1.0);

        assertEquals(ExitCode.OK, execute("show", "mlp/1"));
        assertTrue(said.toString().startsWith("# mlp/1: MLP, manifest "), said.toString());
        assertEquals(ExitCode.OK, execute("show", "mlp/1", "--json"));
        assertEquals(ExitCode.OK, execute("list", "--json"));
        said = new StringWriter();
        assertEquals(ExitCode.OK, execute("diff", "xgboost/1", "mlp/1"));

        assertTrue(said.toString().contains("only xgboost/1 (47)"), said.toString());
        assertTrue(said.toString().matches("(?s).*base rate +0.5353 +0.5353.*accuracy +0.67.*"), said.toString());
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

    /** A stack over the shipped models, as training writes one. */
    private void stack(String version, double weight) throws IOException {
        List<LoadedModel> members = ModelRegistry.open(models).load(MEMBERS, FeatureCatalog.schema());
        FeatureSchema schema = StackSchema.of(members);
        members.forEach(member -> member.model().close());
        StackFile weights = new StackFile(0.0, MEMBERS.stream().map(id -> new StackFile.Member(id, weight)).toList());
        byte[] file = weights.text().getBytes(StandardCharsets.UTF_8);
        StackModel model = new StackModel("stack", weights, schema);
        ModelInputs inputs = ModelInputs.all(schema);
        List<GoldenRow> golden = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < ModelManifest.GOLDEN_ROWS; i++) {
            FeatureVector row = inputs.vector(random.doubles(2).toArray());
            golden.add(GoldenRow.of(inputs, row, model.score(row)));
        }
        ModelManifest m = members.getFirst().manifest();
        Path home = Files.createDirectories(models.resolve("stack").resolve(version));
        Files.write(home.resolve(StackFile.NAME), file);
        ManifestFile.write(home, new ModelManifest("stack", version, Family.STACK, ModelManifest.Output.PROBABILITY,
                List.of(new ModelManifest.ModelFile(StackFile.NAME, Sha256.hex(file))),
                ModelManifest.Inputs.of(InputPlane.RAW, 1.0,
                        schema.definitions().stream().map(each -> ModelManifest.Feature.of(each, 0.5, 1.0)).toList()),
                Memory.NONE, ModelManifest.Calibrated.IDENTITY, m.label(), m.fit(), m.metrics(), m.lineage(), golden));
    }
}
