package io.v11.ml;

import java.util.Arrays;
import java.util.List;

/**
 * Which numbers of the engine's vector are the inputs of a model, in the model's order. Names are resolved to positions
 * once, when the model is loaded; reading an input is an indexed load. Training reads its rows through the same class, so
 * both sides see the same bits. Immutable, may be shared by threads; allocates nothing per call.
 */
public final class ModelInputs {
    private final FeatureSchema schema;
    private final InputPlane plane;
    private final int[] positions;
    private final int vectorSize;

    private ModelInputs(FeatureSchema schema, InputPlane plane, int[] positions, int vectorSize) {
        this.schema = schema;
        this.plane = plane;
        this.positions = positions;
        this.vectorSize = vectorSize;
    }

    /**
     * @param vector what the numbers of the vectors are
     * @param names  features that the model reads, in its order
     */
    public static ModelInputs of(FeatureSchema vector, List<String> names, InputPlane plane) {
        FeatureSchema schema = vector.subset(names);
        int[] positions = names.stream().mapToInt(vector::indexOf).toArray();
        return new ModelInputs(schema, plane, positions, vector.size());
    }

    /** Every raw value of the vector. */
    public static ModelInputs all(FeatureSchema vector) {
        return of(vector, vector.names(), InputPlane.RAW);
    }

    /** Number of inputs. */
    public int size() {
        return positions.length;
    }

    /** What the inputs are: a subset of the engine's schema. */
    public FeatureSchema schema() {
        return schema;
    }

    public InputPlane plane() {
        return plane;
    }

    /** Width of the vectors that are read. */
    public int vectorSize() {
        return vectorSize;
    }

    /** Position of an input in the vector. */
    public int position(int input) {
        return positions[input];
    }

    /** The input, NaN when the feature is not valid or its normalisation is not warm. */
    public double value(FeatureVector vector, int input) {
        int position = positions[input];
        if (plane == InputPlane.NORMALISED) {
            return vector.normalised(position);
        }
        return vector.isValid(position) ? vector.value(position) : Double.NaN;
    }

    /** Refuses vectors that cannot be read; {@code model} is named in the message. */
    public void require(String model, FeatureVector vector) {
        if (vector.size() != vectorSize) {
            throw new ModelException("model " + model + ": vector has " + vector.size() + " features, model takes "
                    + vectorSize + "; load it with the schema of the engine that makes the vectors");
        }
        if (plane == InputPlane.NORMALISED && !vector.hasNormalised()) {
            throw new ModelException("model " + model + " takes normalised inputs and the vector has none; run the "
                    + "feature stage with normalisation on, or take a model of RAW inputs");
        }
    }

    /** Some of the inputs, by their number. */
    public ModelInputs pick(int[] inputs) {
        int[] picked = new int[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            picked[i] = positions[inputs[i]];
        }
        List<String> names = Arrays.stream(inputs).mapToObj(schema.names()::get).toList();
        return new ModelInputs(schema.subset(names), plane, picked, vectorSize);
    }

    /** A vector that gives these inputs, NaN for one that is not valid; everything else in it is not valid. Cold path. */
    public FeatureVector vector(double[] inputs) {
        if (inputs.length != positions.length) {
            throw new ModelException(inputs.length + " values for " + positions.length + " inputs");
        }
        FeatureVector vector = new FeatureVector(vectorSize);
        vector.ready(true);
        for (int i = 0; i < vectorSize && plane == InputPlane.NORMALISED; i++) {
            vector.normalised(i, Float.NaN);
        }
        for (int i = 0; i < inputs.length; i++) {
            if (plane == InputPlane.NORMALISED) {
                vector.normalised(positions[i], (float) inputs[i]);
            } else {
                vector.set(positions[i], inputs[i]);
            }
        }
        return vector;
    }
}
