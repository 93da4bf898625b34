package io.v11.ml.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

import ml.dmlc.xgboost4j.java.Booster;

import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;
import io.v11.ml.Sha256;
import io.v11.ml.Standardiser;
import io.v11.ml.calibration.CalibratedModel;
import io.v11.ml.calibration.PlattCalibration;
import io.v11.ml.onnx.OnnxFile;
import io.v11.ml.onnx.OnnxModel;
import io.v11.ml.onnx.Perceptrons;
import io.v11.ml.registry.ModelManifest.Calibrated;
import io.v11.ml.registry.ModelManifest.Feature;
import io.v11.ml.registry.ModelManifest.Fit;
import io.v11.ml.registry.ModelManifest.Inputs;
import io.v11.ml.registry.ModelManifest.Label;
import io.v11.ml.registry.ModelManifest.Lineage;
import io.v11.ml.registry.ModelManifest.Measure;
import io.v11.ml.registry.ModelManifest.Metrics;
import io.v11.ml.registry.ModelManifest.ModelFile;
import io.v11.ml.registry.ModelManifest.OneFeatureRule;
import io.v11.ml.registry.ModelManifest.Output;
import io.v11.ml.registry.ModelManifest.Range;
import io.v11.ml.registry.ModelManifest.Setting;
import io.v11.ml.stack.StackFile;
import io.v11.ml.stack.StackModel;
import io.v11.ml.tree.Boosters;
import io.v11.ml.tree.XgboostModel;
import io.v11.ml.tree.XgboostModelReader;

/** Makes folders of small, true models for tests. */
public final class ModelFolder {
    public static final FeatureSchema SCHEMA = schema(8);

    private ModelFolder() {
    }

    static FeatureSchema schema(int features) {
        List<String> names = new ArrayList<>();
        List<String> units = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            names.add("feature." + i);
            units.add(i % 2 == 0 ? "bps" : "1");
        }
        return FeatureSchema.of(names, units);
    }

    /** Writes {@code trees/<version>} and returns its manifest. */
    public static ModelManifest writeTrees(Path models, String version, FeatureSchema schema) throws Exception {
        Booster booster = Boosters.train(schema.size(), 12, 4, Map.of());
        byte[] file = Boosters.file(booster, "ubj");
        booster.dispose();
        XgboostModel model = new XgboostModel("trees", XgboostModelReader.read("model.ubj", file),
                ModelInputs.all(schema));
        List<GoldenRow> golden = golden(ModelInputs.all(schema), model::score);
        return write(models,
                manifest("trees", version, Family.XGBOOST, Output.LOGIT, "model.ubj", file, schema, golden), file);
    }

    /** Writes {@code net/<version>} and returns its manifest. */
    public static ModelManifest writeNet(Path models, String version, FeatureSchema schema) throws IOException {
        byte[] file = OnnxFile.perceptron(true, Perceptrons.layers(9, schema.size(), 8, 1));
        ModelManifest plan = manifest("net", version, Family.MLP, Output.PROBABILITY, "model.onnx", file, schema,
                golden(ModelInputs.all(schema), vector -> 0.5));
        Standardiser standardiser = new Standardiser(plan.inputs().means(), plan.inputs().deviations(),
                plan.inputs().clip());
        try (OnnxModel model = OnnxModel.open("net", file, ModelInputs.all(schema), standardiser, false)) {
            return write(models, withGolden(plan, golden(ModelInputs.all(schema), model::score)), file);
        }
    }

    /** Writes {@code stack/<version>} over models that lie there, with a calibration, and returns its manifest. */
    public static ModelManifest writeStack(Path models, String version, List<String> members) throws IOException {
        ModelRegistry registry = ModelRegistry.open(models);
        FeatureSchema schema = new FeatureSchema(
                members.stream().map(id -> StackSchema.definition(id, registry.manifestSha256(id))).toList());
        StackFile weights = new StackFile(0.125,
                members.stream().map(id -> new StackFile.Member(id, 0.25 + 0.1 * id.length())).toList());
        byte[] file = weights.text().getBytes(StandardCharsets.UTF_8);
        CalibratedModel model = new CalibratedModel(new StackModel("stack", weights, schema),
                new PlattCalibration(0.9, 0.01));
        ModelManifest m = manifest("stack", version, Family.STACK, Output.PROBABILITY, StackFile.NAME, file, schema,
                probabilities(ModelInputs.all(schema), model::score));
        return write(models, new ModelManifest(m.name(), m.version(), m.family(), m.output(), m.files(), m.inputs(),
                m.memory(), new Calibrated("PLATT", "0.9 0.01"), m.label(), m.fit(), m.metrics(), m.lineage(),
                m.golden()), file);
    }

    static ModelManifest withFile(ModelManifest m, byte[] file) {
        return new ModelManifest(m.name(), m.version(), m.family(), m.output(),
                List.of(new ModelFile(m.files().getFirst().name(), Sha256.hex(file))), m.inputs(), m.memory(),
                m.calibration(), m.label(), m.fit(), m.metrics(), m.lineage(), m.golden());
    }

    static ModelManifest write(Path models, ModelManifest manifest, byte[] file) throws IOException {
        Path home = Files.createDirectories(models.resolve(manifest.name()).resolve(manifest.version()));
        Files.write(home.resolve(manifest.files().getFirst().name()), file);
        ManifestFile.write(home, manifest);
        return manifest;
    }

    static ModelManifest withGolden(ModelManifest m, List<GoldenRow> golden) {
        return new ModelManifest(m.name(), m.version(), m.family(), m.output(), m.files(), m.inputs(), m.memory(),
                m.calibration(), m.label(),
                m.fit(), m.metrics(), m.lineage(), golden);
    }

    static ModelManifest withLabel(ModelManifest m, Label label) {
        return new ModelManifest(m.name(), m.version(), m.family(), m.output(), m.files(), m.inputs(), m.memory(),
                m.calibration(), label, m.fit(),
                m.metrics(), m.lineage(), m.golden());
    }

    static List<GoldenRow> golden(ModelInputs inputs, ToDoubleFunction<FeatureVector> score) {
        SplittableRandom random = new SplittableRandom(21);
        List<GoldenRow> rows = new ArrayList<>();
        for (int i = 0; i < ModelManifest.GOLDEN_ROWS; i++) {
            FeatureVector vector = Perceptrons.vector(random, inputs.vectorSize());
            rows.add(GoldenRow.of(inputs, vector, score.applyAsDouble(vector)));
        }
        return rows;
    }

    /** Golden rows of a stack: what members may say. */
    private static List<GoldenRow> probabilities(ModelInputs inputs, ToDoubleFunction<FeatureVector> score) {
        SplittableRandom random = new SplittableRandom(22);
        List<GoldenRow> rows = new ArrayList<>();
        for (int i = 0; i < ModelManifest.GOLDEN_ROWS; i++) {
            FeatureVector vector = inputs.vector(random.doubles(inputs.size()).toArray());
            rows.add(GoldenRow.of(inputs, vector, score.applyAsDouble(vector)));
        }
        return rows;
    }

    private static ModelManifest manifest(String name, String version, Family family, Output output, String fileName,
            byte[] file, FeatureSchema schema, List<GoldenRow> golden) {
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            features.add(Feature.of(schema.definition(i), 0.1 * i, 1.0 + i / 3.0));
        }
        return new ModelManifest(name, version, family, output, List.of(new ModelFile(fileName, Sha256.hex(file))),
                Inputs.of(InputPlane.RAW, 5.0, features), Memory.NONE, Calibrated.IDENTITY,
                new Label("next non-zero mid move within the horizon is \"up\"", 1_000_000_000L, 1.25),
                new Fit(new Range(1000, 2000, 600), new Range(2010, 2500, 200), new Range(2510, 3000, 200), 10, 7,
                        List.of(new Setting("depth", "4"), new Setting("features", ""))),
                new Metrics(200, 0.61, 0.52, 0.93, 0.65, 0.66, new OneFeatureRule("feature.0", "up when above 0", 0.6),
                        List.of(new Measure("calibration error", 0.0123456789012345), new Measure("tiny", 1e-300))),
                Lineage.here("ab".repeat(32), "cd".repeat(32), ""), golden);
    }
}
