package io.v11.training.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;
import io.v11.ml.FeatureSchema;
import io.v11.ml.InputPlane;
import io.v11.ml.ModelInputs;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;

/**
 * Which features are inputs of a model: those that the patterns of a candidate show and, when there is a selection, that
 * are in it too. Inputs stand in the order of the schema, whatever the order of patterns and selection.
 *
 * <p>Patterns are names; {@code *} at the end stands for any ending. A pattern after {@code !} hides what an earlier one
 * showed; when the first pattern hides, or there is none, all are shown to begin with.
 */
public final class FeatureSubset {
    /** Part of the train rows in which an input is valid. */
    private static final double LEAST_VALID = 0.05;

    private FeatureSubset() {
    }

    /** The features that are left, at least one. */
    public static ModelInputs inputs(Dataset data, List<String> patterns, Optional<FeatureSelection> selection,
            InputPlane plane) {
        if (plane == InputPlane.NORMALISED && !data.hasNormalised()) {
            throw new ConfigurationException("a candidate takes NORMALISED inputs and the rows have none; collect them"
                    + " with a feature stage that normalises, or write inputs: RAW");
        }
        FeatureSchema schema = data.schema();
        boolean[] shown = of(schema.names(), patterns);
        List<String> selected = selection.map(FeatureSelection::features).orElse(schema.names());
        boolean[] kept = new boolean[shown.length];
        for (int position : selected.stream().mapToInt(name -> position(schema, name)).toArray()) {
            kept[position] = shown[position];
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                names.add(schema.names().get(i));
            }
        }
        if (names.isEmpty()) {
            throw new ConfigurationException("no feature is left: the patterns " + patterns
                    + " hide all that are selected; show at least one");
        }
        return ModelInputs.of(schema, names, plane);
    }

    /**
     * Those of the inputs that the train rows know: a net cannot learn from what is not valid in {@link #LEAST_VALID} of
     * them, and would call for it live. Trees leave it out by themselves.
     */
    public static ModelInputs known(Dataset data, int[] train, ModelInputs inputs) {
        int[] known = IntStream.range(0, inputs.size()).filter(i -> isKnown(data, train, inputs.position(i))).toArray();
        if (known.length == 0) {
            throw new ConfigurationException("no input is valid in " + LEAST_VALID + " of the train rows; show others");
        }
        return inputs.pick(known);
    }

    private static boolean isKnown(Dataset data, int[] train, int feature) {
        long least = (long) Math.ceil(LEAST_VALID * train.length);
        long valid = 0;
        for (int i = 0; i < train.length && valid < least; i++) {
            valid += Double.isNaN(data.value(train[i], feature)) ? 0 : 1;
        }
        return valid >= least;
    }

    private static int position(FeatureSchema schema, String name) {
        int position = schema.indexOf(name);
        if (position < 0) {
            throw new ConfigurationException("the selected feature '" + name
                    + "' is not computed by this engine; select again, or take it out of the file");
        }
        return position;
    }

    /** True for the features that are shown. */
    public static boolean[] of(List<String> names, List<String> patterns) {
        boolean[] shown = new boolean[names.size()];
        Arrays.fill(shown, patterns.isEmpty() || patterns.getFirst().startsWith("!"));
        for (String pattern : patterns) {
            boolean hides = pattern.startsWith("!");
            boolean found = false;
            for (int i = 0; i < shown.length; i++) {
                if (matches(names.get(i), hides ? pattern.substring(1) : pattern)) {
                    shown[i] = !hides;
                    found = true;
                }
            }
            if (!found) {
                throw new ConfigurationException("no feature is called '" + pattern + "'; there are: " + names);
            }
        }
        return shown;
    }

    private static boolean matches(String name, String pattern) {
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.equals(pattern);
    }
}
