package io.v11.ml.registry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.ml.Ensemble;
import io.v11.ml.FeatureDefinition;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.ModelScores;
import io.v11.ml.Normalisation;
import io.v11.ml.Sha256;
import io.v11.ml.drift.DistributionBuilder;
import io.v11.ml.drift.DistributionFile;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.onnx.Perceptrons;
import io.v11.ml.registry.ModelManifest.Label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ModelRegistryTest {
    private static final FeatureSchema SCHEMA = ModelFolder.SCHEMA;

    @TempDir
    private Path models;
    private ModelManifest trees;
    private ModelManifest net;

    @BeforeEach
    void write() throws Exception {
        trees = ModelFolder.writeTrees(models, "1", SCHEMA);
        net = ModelFolder.writeNet(models, "2.0", SCHEMA);
    }

    @Test
    void shouldLoadWhatPassesEveryCheckAndAverageIt() throws Exception {
        List<LoadedModel> loaded = ModelRegistry.open(models).load(List.of("trees/1", "net/2.0"), SCHEMA);

        try (Ensemble ensemble = ModelRegistry.ensemble(loaded)) {
            assertEquals(List.of("trees", "net"), ensemble.names());
            assertEquals(1.25, ensemble.meanMoveBps(), 1e-12);
            assertEquals(trees, loaded.getFirst().manifest());
            assertEquals(List.of("32 margins equal to XGBoost's to the bit", "32 golden rows met"),
                    loaded.getFirst().notes());
            assertEquals(Sha256.hex(Files.readAllBytes(models.resolve("net/2.0/manifest.yaml"))),
                    loaded.getLast().manifestSha256());
            FeatureVector vector = trees.golden().getFirst().vector(ModelInputs.all(SCHEMA));
            ModelScores scores = new ModelScores(2);
            ensemble.score(vector, scores);
            assertEquals(trees.golden().getFirst().output(), scores.score(0));
            assertEquals(net.golden().getFirst().output(), scores.score(1), ModelRegistry.NET_TOLERANCE);
            assertEquals((scores.score(0) + scores.score(1)) / 2, scores.ensemble());
        }
    }

    @Test
    void shouldReadTheDistributionThatAModelBrings() throws Exception {
        ModelRegistry registry = ModelRegistry.open(models);
        assertSame(DriftReference.NONE, registry.load("trees/1", SCHEMA).drift(), "it brings none");
        double[] samples = new SplittableRandom(3).doubles(6_000).toArray();
        String text = DistributionFile.text(new DriftReference(DriftReference.WINDOW, DriftReference.SPACING_NS,
                Map.of("BTCUSDT.SPOT",
                        List.of(new DistributionBuilder(DriftReference.WINDOW).build("feature.0", samples)))));

        publishDistribution(text);
        DriftReference found = registry.load("trees/1", SCHEMA).drift();

        assertEquals(text, DistributionFile.text(found));
        Files.writeString(models.resolve("trees/1/distribution.csv"), text.replace("6000", "6001"));
        assertRefused(registry, "trees/1", SCHEMA, "the manifest says " + Sha256.hex(text.getBytes(UTF_8)));
        publishDistribution(text.replace("6000", "6001"));
        assertRefused(registry, "trees/1", SCHEMA, "distribution.csv line 3");
    }

    private void publishDistribution(String text) throws Exception {
        Files.writeString(models.resolve("trees/1/distribution.csv"), text);
        ModelManifest both = new ModelManifest(trees.name(), trees.version(), trees.family(), trees.output(),
                List.of(trees.files().getFirst(),
                        new ModelManifest.ModelFile("distribution.csv", Sha256.hex(text.getBytes(UTF_8)))),
                trees.inputs(), trees.memory(), trees.calibration(), trees.label(), trees.fit(), trees.metrics(),
                trees.lineage(), trees.golden());
        ManifestFile.write(models.resolve("trees/1"), both);
    }

    @Test
    void shouldRefuseEveryFlippedBitByItsDigest() throws Exception {
        ModelRegistry registry = ModelRegistry.open(models);
        SplittableRandom random = new SplittableRandom(2);
        for (Path file : List.of(models.resolve("trees/1/model.ubj"), models.resolve("net/2.0/model.onnx"))) {
            byte[] content = Files.readAllBytes(file);
            String id = models.relativize(file.getParent()).toString().replace('\\', '/');
            for (int i = 0; i < 200; i++) {
                byte[] damaged = content.clone();
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                assertRefused(registry, id, SCHEMA, "the manifest says " + Sha256.hex(content));
            }
        }
    }

    @Test
    void shouldServeTheSameWhenOtherFeaturesComeAndAllMove() {
        List<FeatureDefinition> grown = new ArrayList<>(SCHEMA.definitions());
        for (int i = 0; i < 70; i++) {
            grown.add(new FeatureDefinition("new." + i, "bps", "of no concern to the models", Normalisation.RANK));
        }
        Collections.shuffle(grown, new Random(3));
        FeatureSchema engine = new FeatureSchema(grown);
        List<LoadedModel> then = ModelRegistry.open(models).load(List.of("trees/1", "net/2.0"), SCHEMA);
        List<LoadedModel> now = ModelRegistry.open(models).load(List.of("trees/1", "net/2.0"), engine);
        SplittableRandom random = new SplittableRandom(8);

        for (int i = 0; i < 500; i++) {
            FeatureVector vector = Perceptrons.vector(random, engine.size());
            FeatureVector old = new FeatureVector(SCHEMA.size());
            for (int f = 0; f < SCHEMA.size(); f++) {
                int position = engine.indexOf(SCHEMA.names().get(f));
                if (vector.isValid(position)) {
                    old.set(f, vector.value(position));
                }
            }
            assertEquals(then.getFirst().model().score(old), now.getFirst().model().score(vector));
            assertEquals(then.getLast().model().score(old), now.getLast().model().score(vector));
        }
        then.forEach(model -> model.model().close());
        now.forEach(model -> model.model().close());
    }

    @Test
    void shouldNameTheFirstFeatureThatIsMissing() {
        assertRefused(ModelRegistry.open(models), "trees/1", ModelFolder.schema(6),
                "reads feature 'feature.6' (input 6), which this engine does not compute");
    }

    @Test
    void shouldNameTheFirstFeatureThatMeansSomethingElseNow() {
        ModelRegistry registry = ModelRegistry.open(models);

        assertRefused(registry, "net/2.0",
                changed(new FeatureDefinition("feature.3", "ticks", "feature.3", Normalisation.NONE)),
                "feature 'feature.3' had the unit '1' when it was trained, this engine's is 'ticks'");
        assertRefused(registry, "trees/1",
                changed(new FeatureDefinition("feature.5", "1", "feature.5 halved", Normalisation.NONE)),
                "'feature.5' had the formula 'feature.5' when it was trained, this engine's is 'feature.5 halved'");
        assertRefused(registry, "trees/1",
                changed(new FeatureDefinition("feature.5", "1", "feature.5", Normalisation.clip(-1, 1))),
                "the normalisation 'NONE' when it was trained, this engine's is 'CLIP(-1.0,1.0)'");
    }

    /** The schema, with another definition of one feature. */
    private static FeatureSchema changed(FeatureDefinition definition) {
        List<FeatureDefinition> definitions = new ArrayList<>(SCHEMA.definitions());
        definitions.set(SCHEMA.indexOf(definition.name()), definition);
        return new FeatureSchema(definitions);
    }

    @Test
    void shouldRefuseAFileThatIsNarrowerThanItsManifest() throws Exception {
        Path other = models.resolve("narrow");
        ModelManifest narrow = ModelFolder.writeTrees(other, "1", ModelFolder.schema(5));
        byte[] file = Files.readAllBytes(other.resolve("trees/1/model.ubj"));
        ModelManifest lying = new ModelManifest(trees.name(), trees.version(), trees.family(), trees.output(),
                narrow.files(), trees.inputs(), trees.memory(), trees.calibration(), trees.label(), trees.fit(),
                trees.metrics(), trees.lineage(),
                trees.golden());
        ModelFolder.write(models, lying, file);

        assertRefused(ModelRegistry.open(models), "trees/1", SCHEMA, "takes 5 features, its manifest names 8");
    }

    @Test
    void shouldHoldTreesToTheBitAndNetsToTheirTolerance() throws Exception {
        ModelRegistry registry = ModelRegistry.open(models);
        rewrite(trees, trees.golden().get(4).output() + 1e-15);
        assertRefused(registry, "trees/1", SCHEMA, "golden row 4 gives ");

        rewrite(net, net.golden().get(4).output() + 5e-6);
        registry.load("net/2.0", SCHEMA).model().close();
        rewrite(net, net.golden().get(4).output() + 2e-5);
        assertRefused(registry, "net/2.0", SCHEMA, "golden row 4 gives ");
    }

    @Test
    void shouldRefuseToAverageModelsOfDifferentLabels() throws Exception {
        ModelManifest later = ModelFolder.withLabel(net, new Label(net.label().definition(), 5_000_000_000L, 2.0));
        ModelFolder.write(models, later, Files.readAllBytes(models.resolve("net/2.0/model.onnx")));
        List<LoadedModel> loaded = ModelRegistry.open(models).load(List.of("trees/1", "net/2.0"), SCHEMA);

        ModelException refusal = assertThrows(ModelException.class, () -> ModelRegistry.ensemble(loaded));
        assertTrue(refusal.getMessage().contains("trees/1 and net/2.0 cannot be averaged"), refusal.getMessage());
        loaded.forEach(model -> model.model().close());
    }

    @Test
    void shouldRefuseACopyUnderAnotherVersion() throws Exception {
        Path copy = Files.createDirectories(models.resolve("trees/9"));
        Files.copy(models.resolve("trees/1/manifest.yaml"), copy.resolve("manifest.yaml"));
        Files.copy(models.resolve("trees/1/model.ubj"), copy.resolve("model.ubj"));

        assertRefused(ModelRegistry.open(models), "trees/9", SCHEMA, "the manifest is of trees/1");
    }

    @Test
    void shouldSayWhatIsMissing() {
        ModelRegistry registry = ModelRegistry.open(models);

        assertRefused(registry, "trees/7", SCHEMA, "cannot read " + models.resolve("trees/7/manifest.yaml"));
        assertRefused(registry, "trees", SCHEMA, "must be written name/version");
        assertRefused(registry, "../trees/1", SCHEMA, "must be written name/version");
        assertThrows(ModelException.class, () -> ModelRegistry.open(models.resolve("none")));
    }

    private void rewrite(ModelManifest manifest, double fifthOutput) {
        List<GoldenRow> golden = new ArrayList<>(manifest.golden());
        golden.set(4, new GoldenRow(golden.get(4).inputs(), fifthOutput));
        ManifestFile.write(models.resolve(manifest.id()), ModelFolder.withGolden(manifest, golden));
    }

    private static void assertRefused(ModelRegistry registry, String id, FeatureSchema schema, String reason) {
        ModelException refusal = assertThrows(ModelException.class, () -> registry.load(List.of(id), schema));
        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
