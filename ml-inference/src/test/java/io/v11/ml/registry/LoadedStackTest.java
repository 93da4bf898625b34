package io.v11.ml.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.ServingBackend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LoadedStackTest {
    private static final FeatureSchema SCHEMA = ModelFolder.SCHEMA;

    @TempDir
    private Path models;
    private ModelRegistry registry;

    @BeforeEach
    void write() throws Exception {
        ModelFolder.writeTrees(models, "1", SCHEMA);
        ModelFolder.writeNet(models, "1", SCHEMA);
        ModelFolder.writeStack(models, "1", List.of("trees/1", "net/1"));
        registry = ModelRegistry.open(models);
    }

    @Test
    void shouldServeTheMembersThatItWasFittedTo() {
        try (LoadedStack loaded = registry.loadStack("stack/1", SCHEMA, ServingBackend.KERNEL)) {
            FeatureVector vector = loaded.members().getFirst().manifest().golden().get(3)
                    .vector(ModelInputs.all(SCHEMA));
            FeatureVector said = new FeatureVector(2);
            for (int i = 0; i < 2; i++) {
                said.set(i, loaded.members().get(i).model().score(vector));
            }

            double together = loaded.stack().model().score(said);

            assertEquals(List.of("trees/1", "net/1"),
                    loaded.members().stream().map(member -> member.manifest().id()).toList());
            assertTrue(together > 0.0 && together < 1.0);
            assertTrue(loaded.stack().notes().contains("calibrated by PLATT"), loaded.stack().notes().toString());
            assertEquals(List.of("trees/1", "net/1"), StackSchema.of(loaded.members()).names());
            assertTrue(StackSchema.of(loaded.members()).definition(1).formula()
                    .endsWith(registry.manifestSha256("net/1")));
        }
    }

    @Test
    void shouldNameTheMemberThatIsNotTheOneItWasFittedTo() throws Exception {
        ModelFolder.writeNet(models, "1", ModelFolder.schema(9));

        assertRefused("stack/1", "stack stack/1 was fitted to another net/1: its manifest had SHA-256 ");
    }

    @Test
    void shouldNameTheMemberThatIsMissing() throws Exception {
        Files.delete(models.resolve("net/1/manifest.yaml"));

        assertRefused("stack/1", "cannot read " + models.resolve("net/1/manifest.yaml"));
    }

    @Test
    void shouldRefuseWhatIsNoStackAndStacksOfStacks() throws Exception {
        ModelFolder.writeStack(models, "2", List.of("trees/1", "stack/1"));

        assertRefused("net/1", "not a stack");
        assertRefused("stack/2", "has the stack stack/1 as member");
    }

    @Test
    void shouldRefuseWeightsOfOtherMembers() throws Exception {
        ModelManifest manifest = registry.manifest("stack/1");
        String other = "intercept: 0.0\nmembers:\n  - {member: \"net/1\", weight: 1.0}\n  - {member: \"trees/1\", weight: 1.0}\n";
        ModelFolder.write(models, ModelFolder.withFile(manifest, other.getBytes()), other.getBytes());

        assertRefused("stack/1", "do not belong together");
    }

    @Test
    void shouldRefuseAnEditedManifestByItsSeal() throws Exception {
        Path file = models.resolve("net/1/manifest.yaml");
        String text = Files.readString(file);

        Files.writeString(file, text.replace("accuracy: 0.61", "accuracy: 0.81"));
        ModelException edited = assertThrows(ModelException.class, () -> registry.load("net/1", SCHEMA));
        Files.writeString(file, text.substring(0, text.lastIndexOf('#')));
        ModelException cut = assertThrows(ModelException.class, () -> registry.load("net/1", SCHEMA));

        assertTrue(edited.getMessage().contains("the manifest is damaged or was changed"), edited.getMessage());
        assertTrue(cut.getMessage().contains("cut off"), cut.getMessage());
    }

    private void assertRefused(String id, String reason) {
        ModelException refusal = assertThrows(ModelException.class,
                () -> registry.loadStack(id, SCHEMA, ServingBackend.KERNEL));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
