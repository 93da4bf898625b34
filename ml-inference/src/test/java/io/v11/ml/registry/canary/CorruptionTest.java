package io.v11.ml.registry.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.Family;
import io.v11.ml.FeatureDefinition;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.ServingBackend;
import io.v11.ml.Sha256;
import io.v11.ml.onnx.Perceptrons;
import io.v11.ml.registry.GoldenRow;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ManifestFile;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.registry.canary.CanaryVerdict.Outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

/**
 * Damage to the shipped models. Every one of several hundred is told by a digest; and when the manifest is made to vouch for the damaged
 * file, a child bears the damage, this process lives, and what gets through answers the golden rows as the manifest says.
 * {@code -Dv11.corruptions=5000} asks for more, {@code -Dv11.forced=200} for more in children.
 */
class CorruptionTest {
    private static final Path SHIPPED = Path.of("..", "config", "models");
    private static final int CORRUPTIONS = Integer.getInteger("v11.corruptions", 500);
    private static final int FORCED = Integer.getInteger("v11.forced", 8);
    private static final long SEED = Long.getLong("v11.seed", 20_261_128L);

    @TempDir
    private Path folder;
    private Path models;
    private FeatureSchema schema;
    private List<String> ids;

    @BeforeEach
    void copyWhatIsShipped() throws IOException {
        models = folder.resolve("models");
        ModelRegistry shipped = ModelRegistry.open(SHIPPED);
        ids = shipped.ids().stream().filter(id -> shipped.manifest(id).family() != Family.STACK).toList();
        for (String id : ids) {
            copy(SHIPPED.resolve(id), models.resolve(id));
        }
        TreeSet<String> names = new TreeSet<>();
        List<FeatureDefinition> definitions = new ArrayList<>();
        for (String id : ids) {
            for (ModelManifest.Feature feature : shipped.manifest(id).inputs().features()) {
                if (names.add(feature.name())) {
                    definitions.add(feature.definition());
                }
            }
        }
        schema = new FeatureSchema(definitions);
    }

    @Test
    void shouldTellEveryDamageByADigest() throws IOException {
        ModelRegistry registry = ModelRegistry.open(models);
        List<Corruption> all = Corruption.of(models, CORRUPTIONS, SEED);
        assertTrue(all.size() >= CORRUPTIONS, "only " + all.size());

        for (Corruption corruption : all) {
            Path file = models.resolve(corruption.file());
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, corruption.content());
            assertToldByDigest(registry, corruption);
            Files.write(file, whole);
        }
        System.out
                .println(all.size() + " corruptions of " + ids.size() + " models: all refused by digest, seed " + SEED);
        for (String id : ids) {
            registry.load(id, schema).model().close();
        }
    }

    private void assertToldByDigest(ModelRegistry registry, Corruption corruption) {
        String id = corruption.file().getName(0) + "/" + corruption.file().getName(1);
        try {
            registry.load(id, schema).model().close();
            fail(corruption.file() + " " + corruption.kind() + " was loaded, seed " + SEED);
        } catch (ModelException e) {
            boolean bySeal = e.getMessage().contains("the manifest is damaged or was changed")
                    || e.getMessage().contains("cut off or written by hand");
            boolean byFile = e.getMessage().contains("the file is damaged or was changed");
            boolean byName = e.getMessage().contains("a version must not be copied under another name");
            assertTrue(bySeal || byFile || byName && corruption.kind().equals("that of another model"),
                    corruption.file() + " " + corruption.kind() + ": " + e.getMessage() + ", seed " + SEED);
        }
    }

    @Test
    void shouldLeaveDamageToAChildWhenTheManifestVouchesForIt() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        List<CanaryRequest> requests = new ArrayList<>();
        for (int i = 0; i < FORCED; i++) {
            requests.add(new CanaryRequest(forced(ids.get(i % ids.size()), i, random), ids.get(i % ids.size()),
                    ServingBackend.ONNX));
        }

        List<CanaryVerdict> verdicts = new ModelCanary(120_000).check(requests, schema);

        assertEquals(FORCED, verdicts.size());
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        int elsewhere = 0;
        for (CanaryVerdict verdict : verdicts) {
            counts.merge(verdict.outcome(), 1, Integer::sum);
            if (verdict.accepted()) {
                elsewhere += answersElsewhere(verdict) ? 1 : 0;
            }
        }
        System.out.println(FORCED + " corruptions with forced digest: " + counts + "; of the accepted " + elsewhere
                + " answer differently on rows that are not golden; seed " + SEED);
        assertTrue(counts.getOrDefault(Outcome.REFUSED, 0) + counts.getOrDefault(Outcome.CRASHED, 0) > 0,
                "no damage did any harm: " + counts);
    }

    /** A copy of a model whose file is damaged and whose manifest says so. */
    private Path forced(String id, int number, SplittableRandom random) throws IOException {
        Path copy = folder.resolve("forced-" + number);
        copy(models.resolve(id), copy.resolve(id));
        ModelManifest m = ModelRegistry.open(models).manifest(id);
        Path file = copy.resolve(id).resolve(m.files().getFirst().name());
        byte[] content = Files.readAllBytes(file);
        byte[] damaged = (number % 8 == 7
                ? Corruption.zeroed(file, content, random)
                : Corruption.flip(file, content, random)).content();
        Files.write(file, damaged);
        List<ModelManifest.ModelFile> files = new ArrayList<>(m.files());
        files.set(0, new ModelManifest.ModelFile(m.files().getFirst().name(), Sha256.hex(damaged)));
        ManifestFile.write(copy.resolve(id), new ModelManifest(m.name(), m.version(), m.family(), m.output(), files,
                m.inputs(), m.memory(), m.calibration(), m.label(), m.fit(), m.metrics(), m.lineage(), m.golden()));
        return copy;
    }

    /** Asserts the golden rows again, here, and compares with the undamaged model on rows of chance. */
    private boolean answersElsewhere(CanaryVerdict verdict) {
        String id = verdict.request().id();
        LoadedModel damaged = ModelRegistry.open(verdict.request().models()).load(id, schema, ServingBackend.ONNX);
        LoadedModel whole = ModelRegistry.open(models).load(id, schema, ServingBackend.ONNX);
        ModelInputs inputs = ModelInputs.of(schema, whole.manifest().inputs().names(),
                whole.manifest().inputs().plane());
        for (GoldenRow row : whole.manifest().golden()) {
            assertEquals(row.output(), damaged.model().score(row.vector(inputs)), ModelRegistry.NET_TOLERANCE,
                    id + " accepted with another answer, seed " + SEED);
        }
        damaged.model().reset();
        whole.model().reset();
        boolean differs = false;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 500; i++) {
            FeatureVector vector = Perceptrons.vector(random, schema.size());
            differs |= Math
                    .abs(damaged.model().score(vector) - whole.model().score(vector)) > ModelRegistry.NET_TOLERANCE;
        }
        damaged.model().close();
        whole.model().close();
        return differs;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
