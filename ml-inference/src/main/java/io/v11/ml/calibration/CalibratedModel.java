package io.v11.ml.calibration;

import io.v11.ml.FeatureVector;
import io.v11.ml.Model;
import io.v11.ml.ModelInputs;

/**
 * A model whose probabilities go through a calibration; everything else is the model's own. Confined to the inference
 * thread as the model is; allocates nothing itself.
 */
public final class CalibratedModel implements Model {
    private final Model model;
    private final Calibration calibration;

    /** @param model closed by {@link #close()} */
    public CalibratedModel(Model model, Calibration calibration) {
        this.model = model;
        this.calibration = calibration;
    }

    public Calibration calibration() {
        return calibration;
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public ModelInputs inputs() {
        return model.inputs();
    }

    @Override
    public double score(FeatureVector features) {
        return calibration.apply(model.score(features));
    }

    @Override
    public void skip(FeatureVector features) {
        model.skip(features);
    }

    @Override
    public void reset() {
        model.reset();
    }

    @Override
    public long stateHash() {
        return model.stateHash();
    }

    @Override
    public void close() {
        model.close();
    }
}
