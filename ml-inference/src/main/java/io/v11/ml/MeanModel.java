package io.v11.ml;

import java.util.stream.IntStream;

/**
 * The mean of the valid numbers of a vector of member probabilities; abstains when none is valid. Summed in the order of the
 * members, so that the result is the same everywhere. Without state; allocates nothing per call.
 */
public final class MeanModel implements Model {
    private final ModelInputs inputs;

    /** @param members width of the vector */
    public MeanModel(int members) {
        inputs = ModelInputs.all(FeatureSchema.of(
                IntStream.range(0, members).mapToObj(i -> "member" + i).toList(),
                IntStream.range(0, members).mapToObj(i -> "probability").toList()));
    }

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public ModelInputs inputs() {
        return inputs;
    }

    @Override
    public double score(FeatureVector members) {
        inputs.require(name(), members);
        double sum = 0.0;
        int valid = 0;
        for (int i = 0; i < members.size(); i++) {
            if (members.isValid(i)) {
                sum += members.value(i);
                valid++;
            }
        }
        return valid == 0 ? Double.NaN : sum / valid;
    }
}
