package io.v11.ml;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.v11.config.Limits;

/**
 * What the numbers of a {@link FeatureVector} are: definitions in order. Engine, training and every model must agree on
 * those that a model reads, so it is compared by SHA-256. A model is bound to a {@link #subset} of the engine's schema:
 * features that it does not read may come, go and move without touching it. Immutable; cold path.
 */
public final class FeatureSchema {
    private final List<FeatureDefinition> definitions;
    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    /** @param definitions in the order of the vector, names unique */
    public FeatureSchema(List<FeatureDefinition> definitions) {
        this.definitions = List.copyOf(definitions);
        names = this.definitions.stream().map(FeatureDefinition::name).toList();
        if (names.isEmpty() || names.size() > Limits.FEATURES) {
            throw new ModelException(
                    "feature schema has " + names.size() + " features, must have 1 to " + Limits.FEATURES);
        }
        for (String name : names) {
            if (positions.put(name, positions.size()) != null) {
                throw new ModelException("feature name '" + name + "' stands twice in the schema; names are unique");
            }
        }
    }

    /** A schema whose formulas say no more than the names, without normalisation: for data that no engine computed. */
    public static FeatureSchema of(List<String> names, List<String> units) {
        if (names.size() != units.size()) {
            throw new ModelException(
                    "feature schema has " + names.size() + " names and " + units.size() + " units; give one unit each");
        }
        List<FeatureDefinition> definitions = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            definitions.add(new FeatureDefinition(names.get(i), units.get(i), names.get(i), Normalisation.NONE));
        }
        return new FeatureSchema(definitions);
    }

    public int size() {
        return definitions.size();
    }

    /** In the order of the vector. */
    public List<FeatureDefinition> definitions() {
        return definitions;
    }

    public FeatureDefinition definition(int index) {
        return definitions.get(index);
    }

    /** In the order of the vector. */
    public List<String> names() {
        return names;
    }

    /** In the order of the vector. */
    public List<String> units() {
        return definitions.stream().map(FeatureDefinition::unit).toList();
    }

    /** Position of the name in the vector, -1 when it is not there. */
    public int indexOf(String name) {
        return positions.getOrDefault(name, -1);
    }

    /** The definitions of these names, in the order given. */
    public FeatureSchema subset(List<String> wanted) {
        List<FeatureDefinition> found = new ArrayList<>(wanted.size());
        for (String name : wanted) {
            int position = indexOf(name);
            if (position < 0) {
                throw new ModelException("no feature is called '" + name + "'; `v11 features list` shows the "
                        + size() + " there are");
            }
            found.add(definitions.get(position));
        }
        return new FeatureSchema(found);
    }

    /** SHA-256 over all definitions in order, lower-case hexadecimal. */
    public String sha256() {
        return Sha256.hex(canonicalBytes());
    }

    /** First 8 bytes of the SHA-256, big-endian: what an event has room for. */
    public long hash64() {
        return ByteBuffer.wrap(Sha256.digest(canonicalBytes())).getLong();
    }

    private byte[] canonicalBytes() {
        StringBuilder text = new StringBuilder("v11 feature schema 2\n");
        definitions.forEach(definition -> text.append(definition.canonical()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureSchema schema && definitions.equals(schema.definitions);
    }

    @Override
    public int hashCode() {
        return definitions.hashCode();
    }

    @Override
    public String toString() {
        return names.size() + " features, SHA-256 " + sha256();
    }
}
