package io.v11.training.trainer.sequence;

import java.util.Map;

import io.v11.config.ConfigurationException;

/**
 * How a net with memory goes downhill.
 *
 * @param epochs         most passes over the train rows
 * @param patience       stop after so many epochs without a better validation loss
 * @param batch          chunks of a gradient step
 * @param learningRate   of AdamW
 * @param weightDecay    decoupled (Loshchilov and Hutter 2019), per step times the learning rate
 * @param gradientNorm   a longer gradient is shortened to this length
 * @param dropout        share silenced in training of what goes into the net and of what goes into its head
 * @param balanceClasses moves up and moves down count the same in training; the validation loss stays as it is
 */
public record DescentSettings(int epochs, int patience, int batch, double learningRate, double weightDecay,
        double gradientNorm, double dropout, boolean balanceClasses) {

    public DescentSettings {
        require(epochs >= 1 && epochs <= 10_000, "epochs", "between 1 and 10000", epochs);
        require(patience >= 1, "patience", "1 or more", patience);
        require(batch >= 1 && batch <= 4096, "batch", "between 1 and 4096", batch);
        require(learningRate > 0 && learningRate < 1, "learningRate", "above 0 and below 1", learningRate);
        require(weightDecay >= 0 && weightDecay < 10, "weightDecay", "at least 0 and below 10", weightDecay);
        require(gradientNorm > 0, "gradientNorm", "above 0", gradientNorm);
        require(dropout >= 0 && dropout < 1, "dropout", "at least 0 and below 1", dropout);
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("descent: " + key + " must be " + needed + ", is " + found);
        }
    }

    /** Adds what goes into the manifest, in a fixed order. */
    void describe(Map<String, String> map) {
        map.put("epochs", String.valueOf(epochs));
        map.put("patience", String.valueOf(patience));
        map.put("batch", String.valueOf(batch));
        map.put("learningRate", String.valueOf(learningRate));
        map.put("weightDecay", String.valueOf(weightDecay));
        map.put("gradientNorm", String.valueOf(gradientNorm));
        map.put("dropout", String.valueOf(dropout));
        map.put("balanceClasses", String.valueOf(balanceClasses));
    }
}
