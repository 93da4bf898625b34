package io.v11.ml.registry.canary;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.FeatureSchema;
import io.v11.ml.ModelException;
import io.v11.ml.ServingBackend;
import io.v11.ml.registry.ModelFolder;
import io.v11.ml.registry.canary.CanaryVerdict.Outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelCanaryTest {
    private static final FeatureSchema SCHEMA = ModelFolder.SCHEMA;

    @TempDir
    private Path models;

    @Test
    void shouldLoadModelsAndStacksInAChildByTheSameChecks() throws Exception {
        ModelFolder.writeTrees(models, "1", SCHEMA);
        ModelFolder.writeNet(models, "1", SCHEMA);
        ModelFolder.writeStack(models, "1", List.of("trees/1", "net/1"));
        ModelFolder.writeNet(models, "2", SCHEMA);
        Path file = models.resolve("net/2/model.onnx");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 4;
        Files.write(file, content);

        List<CanaryVerdict> verdicts = new ModelCanary().check(requests("trees/1", "net/1", "stack/1", "net/2",
                "net/9"), SCHEMA);

        assertEquals(List.of(Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.ACCEPTED, Outcome.REFUSED, Outcome.REFUSED),
                verdicts.stream().map(CanaryVerdict::outcome).toList(), verdicts.toString());
        assertTrue(verdicts.get(0).message().contains("32 margins equal to XGBoost's to the bit"));
        assertTrue(verdicts.get(2).message().startsWith("2 members; "), verdicts.get(2).message());
        assertTrue(verdicts.get(3).message().contains("the manifest says "), verdicts.get(3).message());
        ModelException refusal = assertThrows(ModelException.class,
                () -> ModelCanary.require(models, List.of("trees/1", "net/2"), SCHEMA, ServingBackend.KERNEL));
        assertTrue(refusal.getMessage().startsWith("model net/2 was refused by the canary: "), refusal.getMessage());
    }

    @Test
    void shouldOutliveAChildThatCrashesHangsOrHoards() {
        ModelCanary canary = new ModelCanary(15_000, ChildCommand.of(HarmfulProcess.class.getName()));

        List<CanaryVerdict> verdicts = canary.check(requests("good/1", "crash/1", "good/2", "hoard/1", "good/3"),
                SCHEMA);
        List<CanaryVerdict> hanging = new ModelCanary(2_500, ChildCommand.of(HarmfulProcess.class.getName()))
                .check(requests("hang/1"), SCHEMA);

        assertEquals(List.of(Outcome.ACCEPTED, Outcome.CRASHED, Outcome.ACCEPTED, Outcome.CRASHED, Outcome.ACCEPTED),
                verdicts.stream().map(CanaryVerdict::outcome).toList(), verdicts.toString());
        assertTrue(verdicts.get(1).message().contains("SIGSEGV"), verdicts.get(1).message());
        assertEquals(Outcome.TIMED_OUT, hanging.getFirst().outcome());
    }

    @Test
    void shouldSayWhatAChildDiedOf() {
        ModelCanary canary = new ModelCanary(15_000, ChildCommand.of(HarmfulProcess.class.getName()));

        ModelException death = assertThrows(ModelException.class,
                () -> canary.requireAll(models, List.of("crash/1"), SCHEMA, ServingBackend.KERNEL));

        assertTrue(death.getMessage().startsWith("model crash/1 ended the process that tried to load it"),
                death.getMessage());
    }

    @Test
    void shouldBlameTheSetUpAndNoModelWhenNoChildStarts() {
        ModelCanary canary = new ModelCanary(15_000, ChildCommand.of("io.v11.NoSuchClass"));

        ModelException refusal = assertThrows(ModelException.class, () -> canary.check(requests("good/1"), SCHEMA));

        assertTrue(refusal.getMessage().startsWith("the canary process does not start here"), refusal.getMessage());
        assertThrows(ModelException.class, () -> new ModelCanary(0));
        assertThrows(ModelException.class, () -> canary.check(requests("a\tb/1"), SCHEMA));
    }

    @Test
    void shouldGiveTheChildTheSchemaToTheLetter() {
        assertEquals(SCHEMA, SchemaText.parse(SchemaText.lines(SCHEMA)));
    }

    private List<CanaryRequest> requests(String... ids) {
        return Arrays.stream(ids).map(id -> new CanaryRequest(models, id, ServingBackend.KERNEL)).toList();
    }
}
