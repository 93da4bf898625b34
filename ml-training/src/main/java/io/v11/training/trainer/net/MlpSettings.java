package io.v11.training.trainer.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.config.ConfigurationException;
import io.v11.ml.InputPlane;
import io.v11.training.trainer.FeatureSubset;

/**
 * Hyperparameters of the multi-layer perceptron.
 *
 * @param hidden             sizes of the hidden layers, e.g. {@code 32-16}
 * @param epochs             most passes over the train rows
 * @param patience           stop after so many epochs without a better validation loss
 * @param batch              rows of a gradient step
 * @param learningRate       of AdamW
 * @param weightDecay        decoupled (Loshchilov and Hutter 2019), per step times the learning rate
 * @param gradientNorm       a longer gradient is shortened to this length
 * @param dropout            share of hidden units silenced in training
 * @param clip               standardised inputs are kept within +- this
 * @param inputs             RAW or NORMALISED values; either are then standardised by the moments of the train rows
 * @param features           see {@link FeatureSubset}
 */
public record MlpSettings(String hidden, int epochs, int patience, int batch, double learningRate, double weightDecay,
        double gradientNorm, double dropout, double clip, InputPlane inputs, List<String> features) {

    public MlpSettings {
        require(hidden.matches("[1-9][0-9]{0,3}(-[1-9][0-9]{0,3}){0,4}"), "hidden", "layer sizes such as 32-16",
                hidden);
        require(epochs >= 1 && epochs <= 10_000, "epochs", "between 1 and 10000", epochs);
        require(patience >= 1, "patience", "1 or more", patience);
        require(batch >= 1, "batch", "1 or more", batch);
        require(learningRate > 0 && learningRate < 1, "learningRate", "above 0 and below 1", learningRate);
        require(weightDecay >= 0 && weightDecay < 10, "weightDecay", "at least 0 and below 10", weightDecay);
        require(gradientNorm > 0, "gradientNorm", "above 0", gradientNorm);
        require(dropout >= 0 && dropout < 1, "dropout", "at least 0 and below 1", dropout);
        require(clip > 0, "clip", "above 0", clip);
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("mlp: " + key + " must be " + needed + ", is " + found);
        }
    }

    /** Outputs of every layer, the single one of the last included. */
    int[] layerSizes() {
        String[] parts = hidden.split("-");
        int[] sizes = new int[parts.length + 1];
        for (int i = 0; i < parts.length; i++) {
            sizes[i] = Integer.parseInt(parts[i]);
        }
        sizes[parts.length] = 1;
        return sizes;
    }

    /** What goes into the manifest, in a fixed order. */
    Map<String, String> describe() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("hidden", hidden);
        map.put("epochs", String.valueOf(epochs));
        map.put("patience", String.valueOf(patience));
        map.put("batch", String.valueOf(batch));
        map.put("learningRate", String.valueOf(learningRate));
        map.put("weightDecay", String.valueOf(weightDecay));
        map.put("gradientNorm", String.valueOf(gradientNorm));
        map.put("dropout", String.valueOf(dropout));
        map.put("clip", String.valueOf(clip));
        map.put("inputs", inputs.name());
        map.put("features", String.join(" ", features));
        return map;
    }
}
