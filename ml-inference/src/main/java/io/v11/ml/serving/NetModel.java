package io.v11.ml.serving;

import io.v11.config.Limits;
import io.v11.ml.FeatureVector;
import io.v11.ml.Memory;
import io.v11.ml.Model;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.Standardiser;
import io.v11.ml.net.StateDigest;
import io.v11.ml.net.StepNet;

/**
 * A net as a model: the inputs of a vector are standardised, bounded and finite, and the net takes them as the next step of
 * the vector's instrument. One with memory abstains after a fresh start until it has taken as many decisions as it needs.
 * Confined to the inference thread; allocates nothing per call.
 */
public final class NetModel implements Model {
    private final String name;
    private final ModelInputs inputs;
    private final Standardiser standardiser;
    private final StepNet net;
    private final boolean remembers;
    private final Continuity continuity;
    private final float[] row;

    NetModel(String name, ModelInputs inputs, Standardiser standardiser, Memory memory, boolean remembers,
            StepNet net) {
        if (inputs.size() != standardiser.features() || inputs.size() != net.inputs()) {
            throw new ModelException("model " + name + ": " + inputs.size() + " inputs, moments for "
                    + standardiser.features() + " and a net that takes " + net.inputs() + "; they must agree");
        }
        this.name = name;
        this.inputs = inputs;
        this.standardiser = standardiser;
        this.net = net;
        this.remembers = remembers;
        continuity = new Continuity(memory);
        row = new float[inputs.size()];
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelInputs inputs() {
        return inputs;
    }

    /** What computes, for reports. */
    public String backend() {
        return net.backend();
    }

    @Override
    public double score(FeatureVector features) {
        inputs.require(name, features);
        for (int i = 0; i < row.length; i++) {
            row[i] = standardiser.inputOrMean(i, inputs.value(features, i));
        }
        return remembers ? scoreNextStep(features) : net.step(0, row);
    }

    private double scoreNextStep(FeatureVector features) {
        Continuity.require(name, features);
        int instrument = features.instrument();
        if (continuity.begins(features)) {
            net.forget(instrument);
        }
        double probability = net.step(instrument, row);
        return continuity.isWarm(instrument) ? probability : Double.NaN;
    }

    @Override
    public void skip(FeatureVector features) {
        if (remembers) {
            Continuity.require(name, features);
            continuity.lose(features.instrument());
            net.forget(features.instrument());
        }
    }

    @Override
    public void reset() {
        continuity.reset();
        for (int instrument = 0; remembers && instrument < Limits.INSTRUMENTS; instrument++) {
            net.forget(instrument);
        }
    }

    @Override
    public long stateHash() {
        return remembers ? net.addTo(continuity.addTo(StateDigest.START)) : 0L;
    }

    @Override
    public void close() {
        net.close();
    }
}
