package io.v11.training.report;

import java.util.List;

import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.Logistic;
import io.v11.ml.Model;
import io.v11.ml.ModelInputs;
import io.v11.training.data.Dataset;

/** Says logistic(signal), and reads noise without minding it; after a fresh start it says nothing for some decisions. */
final class SignalModel implements Model {
    private final ModelInputs inputs;
    private final int warmUp;
    private int decisions;

    SignalModel(Dataset data, int warmUp) {
        this.inputs = ModelInputs.of(data.schema(), List.of("noise", "signal"), InputPlane.RAW);
        this.warmUp = warmUp;
    }

    @Override
    public String name() {
        return "signal";
    }

    @Override
    public ModelInputs inputs() {
        return inputs;
    }

    @Override
    public double score(FeatureVector features) {
        return decisions++ < warmUp ? Double.NaN : Logistic.probability(2.0 * inputs.value(features, 1));
    }

    @Override
    public void reset() {
        decisions = 0;
    }
}
