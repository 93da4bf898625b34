package io.v11.ml.registry;

import java.util.List;

import io.v11.ml.FeatureSchema;
import io.v11.ml.ModelException;

/** Compares what a model was trained on with what the engine computes, and names the first difference. Cold path. */
final class SchemaCheck {
    private static final String REMEDY = "; train the model again with this engine's features";

    private SchemaCheck() {
    }

    static void require(ModelManifest manifest, FeatureSchema schema) {
        List<String> names = manifest.inputs().names();
        int common = Math.min(names.size(), schema.size());
        for (int i = 0; i < common; i++) {
            if (!names.get(i).equals(schema.names().get(i))) {
                throw new ModelException("model " + manifest.id() + ": feature " + i + " is '" + names.get(i)
                        + "', the engine's is '" + schema.names().get(i) + "'" + REMEDY);
            }
        }
        if (names.size() != schema.size()) {
            throw new ModelException("model " + manifest.id() + ": takes " + names.size() + " features, the engine has "
                    + schema.size() + ", the first that only one of them has is '"
                    + (names.size() > common ? names : schema.names()).get(common) + "'" + REMEDY);
        }
        if (!manifest.inputs().schemaSha256().equals(schema.sha256())) {
            throw new ModelException("model " + manifest.id() + ": feature schema has SHA-256 "
                    + manifest.inputs().schemaSha256() + ", the engine's has " + schema.sha256()
                    + " with the same names: a unit or the normalisation differs" + REMEDY);
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
