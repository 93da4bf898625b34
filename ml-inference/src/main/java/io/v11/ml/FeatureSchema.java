package io.v11.ml;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.v11.config.Limits;

/**
 * What the numbers of a {@link FeatureVector} are: ordered names, their units, and the rule that turns them into model
 * inputs. Engine, training and every model must agree on it to the byte, so it is compared by SHA-256; a model that was
 * fitted to another order of features would answer confidently and wrongly. Immutable; cold path.
 *
 * @param names         unique, in the order of the vector
 * @param units         unit of each, same order
 * @param normalisation how values become inputs of a model
 */
public record FeatureSchema(List<String> names, List<String> units, String normalisation) {
    /** The rule of this engine: what {@code XgboostModel} and {@code OnnxModel} do, and what training must do. */
    public static final String STANDARD_NORMALISATION = "trees: value as float, missing as NaN; "
            + "nets: (value - mean) / deviation in double, clipped to +-clip, as float, missing as 0";

    public FeatureSchema {
        names = List.copyOf(names);
        units = List.copyOf(units);
        if (names.isEmpty() || names.size() > Limits.FEATURES) {
            throw new ModelException(
                    "feature schema has " + names.size() + " features, must have 1 to " + Limits.FEATURES);
        }
        if (names.size() != units.size()) {
            throw new ModelException(
                    "feature schema has " + names.size() + " names and " + units.size() + " units; give one unit each");
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            checkWord("feature name", name);
            if (!seen.add(name)) {
                throw new ModelException("feature name '" + name + "' stands twice in the schema; names are unique");
            }
        }
        for (String unit : units) {
            checkWord("unit", unit);
        }
    }

    /** A schema under the {@link #STANDARD_NORMALISATION}. */
    public static FeatureSchema of(List<String> names, List<String> units) {
        return new FeatureSchema(names, units, STANDARD_NORMALISATION);
    }

    public int size() {
        return names.size();
    }

    /** Position of the name in the vector, -1 when it is not there. */
    public int indexOf(String name) {
        return names.indexOf(name);
    }

    /** SHA-256 over normalisation rule, names and units, lower-case hexadecimal. */
    public String sha256() {
        return Sha256.hex(canonicalBytes());
    }

    /** First 8 bytes of the SHA-256, big-endian: what an event has room for. */
    public long hash64() {
        return ByteBuffer.wrap(Sha256.digest(canonicalBytes())).getLong();
    }

    private byte[] canonicalBytes() {
        StringBuilder text = new StringBuilder("v11 feature schema 1\n").append(normalisation).append('\n');
        for (int i = 0; i < names.size(); i++) {
            text.append(names.get(i)).append('\t').append(units.get(i)).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void checkWord(String what, String word) {
        if (word.isEmpty() || word.chars().anyMatch(c -> c <= ' ')) {
            throw new ModelException(what + " '" + word + "' must be a word without white space");
        }
    }
}
