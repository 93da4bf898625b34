package io.v11.ml.registry.canary;

import java.util.ArrayList;
import java.util.List;

import io.v11.ml.FeatureDefinition;
import io.v11.ml.FeatureSchema;
import io.v11.ml.Normalisation;

/** The engine's schema on its way to the child, which does not know the engine: a definition a line, parts divided by tabs. */
final class SchemaText {
    private SchemaText() {
    }

    static List<String> lines(FeatureSchema schema) {
        return schema.definitions().stream()
                .map(d -> d.name() + '\t' + d.unit() + '\t' + d.normalisation().text() + '\t'
                        + d.formula())
                .toList();
    }

    static FeatureSchema parse(List<String> lines) {
        List<FeatureDefinition> definitions = new ArrayList<>(lines.size());
        for (String line : lines) {
            String[] parts = line.split("\t", -1);
            definitions.add(new FeatureDefinition(parts[0], parts[1], parts[3], Normalisation.parse(parts[2])));
        }
        return new FeatureSchema(definitions);
    }
}
