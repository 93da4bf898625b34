package io.v11.training.trainer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.v11.ml.Family;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.TrainedModel.CurvePoint;

/**
 * Keeps the loss curve of a fit and the model of the step with the lowest validation loss, and tells the listener. Of equal
 * losses the first wins. Confined to the training thread.
 *
 * @param <T> what is kept of a step: bytes, weights
 */
public final class BestStep<T> {
    private final Family family;
    private final TrainingListener listener;
    private final List<CurvePoint> curve = new ArrayList<>();
    private T model;
    private int step;
    private double loss = Double.POSITIVE_INFINITY;

    public BestStep(Family family, TrainingListener listener) {
        this.family = family;
        this.listener = listener;
    }

    /** Takes note of a step; true when it is the best so far and the caller must {@link #keep} its model. */
    public boolean after(int finished, double trainLoss, double validationLoss) {
        if (!Double.isFinite(trainLoss) || !Double.isFinite(validationLoss)) {
            throw new IllegalStateException(family.text() + ": the loss is not finite in step " + finished
                    + "; lower learningRate or gradientNorm");
        }
        curve.add(new CurvePoint(finished, trainLoss, validationLoss));
        listener.onLoss(family.text(), finished, trainLoss, validationLoss);
        if (validationLoss < loss) {
            loss = validationLoss;
            step = finished;
            return true;
        }
        return false;
    }

    /** The model of the best step. */
    public void keep(T best) {
        model = best;
    }

    /** The last {@code patience} steps before {@code next} include the best one, or nothing has been done yet. */
    public boolean hopes(int next, int patience) {
        return next - step <= patience;
    }

    public T model() {
        return model;
    }

    /** The result, whose file holds {@code bytes}. */
    public TrainedModel trained(String fileName, byte[] bytes, ModelInputs inputs, Memory memory,
            Standardisation moments, Map<String, String> hyperparameters) {
        return new TrainedModel(family, fileName, bytes, inputs, memory, moments, hyperparameters, curve, step, loss);
    }
}
