package io.v11.ml.registry;

import java.util.List;

import io.v11.ml.FeatureDefinition;
import io.v11.ml.FeatureSchema;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;

/**
 * Finds the features that a model reads among those that the engine computes, and names the first that is missing or means
 * something else now. Features that the model does not read are none of its business. Cold path.
 */
final class SchemaCheck {
    private static final String REMEDY = "; train the model again with this engine's features";

    private SchemaCheck() {
    }

    static ModelInputs inputs(ModelManifest manifest, FeatureSchema engine) {
        FeatureSchema trained = manifest.inputs().schema();
        for (int i = 0; i < trained.size(); i++) {
            FeatureDefinition then = trained.definition(i);
            int position = engine.indexOf(then.name());
            if (position < 0) {
                throw new ModelException("model " + manifest.id() + ": reads feature '" + then.name() + "' (input " + i
                        + "), which this engine does not compute" + REMEDY);
            }
            requireSame(manifest, then, engine.definition(position));
        }
        List<String> names = trained.names();
        if (!manifest.inputs().schemaSha256().equals(engine.subset(names).sha256())) {
            throw new ModelException("model " + manifest.id() + ": equal definitions of its features have SHA-256 "
                    + manifest.inputs().schemaSha256() + " there and " + engine.subset(names).sha256() + " here"
                    + REMEDY);
        }
        return ModelInputs.of(engine, names, manifest.inputs().plane());
    }

    private static void requireSame(ModelManifest manifest, FeatureDefinition then, FeatureDefinition now) {
        requireSame(manifest, then.name(), "unit", then.unit(), now.unit());
        requireSame(manifest, then.name(), "formula", then.formula(), now.formula());
        requireSame(manifest, then.name(), "normalisation", then.normalisation().text(), now.normalisation().text());
    }

    private static void requireSame(ModelManifest manifest, String feature, String what, String then, String now) {
        if (!then.equals(now)) {
            throw new ModelException("model " + manifest.id() + ": feature '" + feature + "' had the " + what + " '"
                    + then + "' when it was trained, this engine's is '" + now + "'" + REMEDY);
        }
    }

    static void requireWidth(ModelManifest manifest, int width) {
        if (width != manifest.inputs().features().size()) {
            throw new ModelException("model " + manifest.id() + ": " + manifest.files().getFirst().name() + " takes "
                    + width + " features, its manifest names " + manifest.inputs().features().size()
                    + "; file and manifest do not belong together, train the model again");
        }
    }
}
