package io.v11.training.trainer;

import java.util.List;
import java.util.Map;

import io.v11.ml.Family;
import io.v11.ml.Memory;
import io.v11.ml.ModelInputs;

/**
 * A fitted model before it is published: the bytes of its file and how they came to be.
 *
 * @param family          what kind of model it is
 * @param fileName        name of the model file in its folder
 * @param bytes           the model file
 * @param inputs          what the model reads of a row
 * @param memory          what it carries from one decision to the next
 * @param moments         what the train rows say about each input
 * @param hyperparameters what was set, in a fixed order
 * @param curve           loss after every step
 * @param bestStep        step at which the validation loss was lowest; the bytes are of that step
 * @param validationLoss  weighted log loss on the validation rows at that step
 */
public record TrainedModel(Family family, String fileName, byte[] bytes, ModelInputs inputs, Memory memory,
        Standardisation moments, Map<String, String> hyperparameters, List<CurvePoint> curve, int bestStep,
        double validationLoss) {

    /** Weighted log loss after a step (a tree, an epoch). */
    public record CurvePoint(int step, double trainLoss, double validationLoss) {
    }
}
