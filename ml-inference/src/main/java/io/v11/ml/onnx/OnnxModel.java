package io.v11.ml.onnx;

import java.nio.FloatBuffer;

import io.v11.ml.FeatureVector;
import io.v11.ml.Logistic;
import io.v11.ml.Model;
import io.v11.ml.ModelException;

/**
 * A net served by ONNX Runtime. Inputs are standardised with what training saw, clipped, and 0 (the mean) where a
 * feature is not valid: the runtime turns infinities into confident answers, so nothing but bounded finite numbers may
 * reach it. Confined to the inference thread; allocates nothing per call through the foreign session.
 */
public final class OnnxModel implements Model {
    private final String name;
    private final Standardiser standardiser;
    private final boolean logit;
    private final OnnxSession session;
    private final FloatBuffer input;

    /** @param logit the net computes log-odds and not yet a probability */
    OnnxModel(String name, Standardiser standardiser, boolean logit, OnnxSession session) {
        this.name = name;
        this.standardiser = standardiser;
        this.logit = logit;
        this.session = session;
        input = session.input();
    }

    /** Opens the net by the foreign path, or by the Java interface where that cannot be had. */
    public static OnnxModel open(String name, byte[] content, Standardiser standardiser, boolean logit) {
        return new OnnxModel(name, standardiser, logit, session(name, content, standardiser.features()));
    }

    private static OnnxSession session(String name, byte[] content, int features) {
        try {
            return new OnnxForeignSession(name, content, features);
        } catch (LinkageError | IllegalCallerException e) {
            // No native access, or a system whose library is built otherwise: slower, but it serves.
            return new OnnxJavaSession(name, content, features);
        }
    }

    @Override
    public String name() {
        return name;
    }

    /** Width of the vectors it takes. */
    public int features() {
        return standardiser.features();
    }

    /** Which way leads to the runtime. */
    public String backend() {
        return session.backend();
    }

    @Override
    public double score(FeatureVector features) {
        if (features.size() != standardiser.features()) {
            throw new ModelException("model " + name + ": vector has " + features.size() + " features, model takes "
                    + standardiser.features() + "; load it with the schema it was trained on");
        }
        standardiser.fill(features, input);
        float result = session.run();
        return logit ? Logistic.probability(result) : result;
    }

    @Override
    public void close() {
        session.close();
    }
}
