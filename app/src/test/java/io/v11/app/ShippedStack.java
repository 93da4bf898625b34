package io.v11.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Family;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;
import io.v11.ml.Sha256;
import io.v11.ml.registry.GoldenRow;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ManifestFile;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.registry.StackSchema;
import io.v11.ml.stack.StackFile;
import io.v11.ml.stack.StackModel;

/** A folder of models with the shipped ones and stacks over them. */
final class ShippedStack {
    private static final List<String> MEMBERS = List.of("xgboost/1", "mlp/1");

    private ShippedStack() {
    }

    static void copyMembers(Path models) throws IOException {
        for (String id : MEMBERS) {
            Bundled.copy(Bundled.models().resolve(id), models.resolve(id));
        }
    }

    /** Writes {@code stack/<version>}, as training does. */
    static void write(Path models, String version, double weight) throws IOException {
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
