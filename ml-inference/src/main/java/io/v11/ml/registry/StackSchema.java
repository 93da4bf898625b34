package io.v11.ml.registry;

import java.util.ArrayList;
import java.util.List;

import io.v11.ml.FeatureDefinition;
import io.v11.ml.FeatureSchema;
import io.v11.ml.ModelException;
import io.v11.ml.Normalisation;
import io.v11.ml.registry.ModelManifest.Feature;

/**
 * What a stack reads: one number a member, named by the member's id and defined by the digest of its manifest. A manifest holds
 * the digests of its files, so a stack is bound to the bytes of every member: with any other model under the same name the schema
 * is another one. Training and serving make it here. Cold path.
 */
public final class StackSchema {
    private static final String UNIT = "probability";
    private static final String FORMULA = "score of the model whose manifest has SHA-256 ";

    private StackSchema() {
    }

    /** The schema of the members' probabilities, in their order. */
    public static FeatureSchema of(List<LoadedModel> members) {
        List<FeatureDefinition> definitions = new ArrayList<>(members.size());
        for (LoadedModel member : members) {
            definitions.add(definition(member.manifest().id(), member.manifestSha256()));
        }
        return new FeatureSchema(definitions);
    }

    static FeatureDefinition definition(String id, String manifestSha256) {
        return new FeatureDefinition(id, UNIT, FORMULA + manifestSha256, Normalisation.NONE);
    }

    /** The digest that the stack's manifest demands of the member behind an input. */
    static String manifestSha256(ModelManifest stack, Feature input) {
        if (!input.unit().equals(UNIT) || !input.formula().startsWith(FORMULA)) {
            throw new ModelException("stack " + stack.id() + ": input '" + input.name() + "' is no member: unit '"
                    + input.unit() + "', formula '" + input.formula() + "'; fit the stack again");
        }
        return input.formula().substring(FORMULA.length());
    }
}
