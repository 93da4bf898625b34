package io.v11.ml.onnx;

import java.nio.FloatBuffer;

import io.v11.ml.FeatureVector;
import io.v11.ml.Logistic;
import io.v11.ml.Model;
import io.v11.ml.ModelException;
import io.v11.ml.ModelInputs;
import io.v11.ml.Standardiser;

/**
 * A net served by ONNX Runtime. Inputs are standardised with what training saw, clipped, and 0 (the mean) where a
 * feature is not valid: the runtime turns infinities into confident answers, so nothing but bounded finite numbers may
 * reach it. Confined to the inference thread; allocates nothing per call through the foreign session.
 */
public final class OnnxModel implements Model {
    private final String name;
    private final ModelInputs inputs;
    private final Standardiser standardiser;
    private final boolean logit;
    private final OnnxSession session;
    private final FloatBuffer buffer;

    /** @param logit the net computes log-odds and not yet a probability */
    OnnxModel(String name, ModelInputs inputs, Standardiser standardiser, boolean logit, OnnxSession session) {
        if (inputs.size() != standardiser.features()) {
            throw new ModelException("model " + name + ": " + inputs.size() + " inputs and moments for "
                    + standardiser.features() + "; give one pair each");
        }
        this.name = name;
        this.inputs = inputs;
        this.standardiser = standardiser;
        this.logit = logit;
        this.session = session;
        buffer = session.input();
    }

    /** Opens the net by the foreign path, or by the Java interface where that cannot be had. */
    public static OnnxModel open(String name, byte[] content, ModelInputs inputs, Standardiser standardiser,
            boolean logit) {
        return new OnnxModel(name, inputs, standardiser, logit, OnnxSession.open(name, content,
                OnnxSession.row(standardiser.features()), OnnxSession.row(1)));
    }

    @Override
    public String name() {
        return name;
    }

    /** What it reads. */
    @Override
    public ModelInputs inputs() {
        return inputs;
    }

    /** Which way leads to the runtime. */
    public String backend() {
        return session.backend();
    }

    @Override
    public double score(FeatureVector features) {
        inputs.require(name, features);
        standardiser.fill(inputs, features, buffer);
        float result = session.run();
        return logit ? Logistic.probability(result) : result;
    }

    @Override
    public void close() {
        session.close();
    }
}
