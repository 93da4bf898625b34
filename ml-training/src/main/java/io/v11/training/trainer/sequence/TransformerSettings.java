package io.v11.training.trainer.sequence;

import java.util.LinkedHashMap;
import java.util.Map;

import io.v11.config.ConfigurationException;
import io.v11.ml.InputPlane;

/**
 * Hyperparameters of the Transformer encoder; what they mean is written at
 * {@link io.v11.ml.net.TransformerWeights}.
 *
 * @param width    numbers that stand for a step
 * @param heads    of attention; they share the width, which they must divide
 * @param blocks   one above the other
 * @param expand   width of the hidden layer behind attention
 * @param window   steps that a block looks back at, its own included
 * @param sequence what it reads; {@code warmUp} must be at least {@link #reach()} - 1, so that a score that counts depends
 *                 on whole windows only
 * @param descent  how it is fitted
 */
public record TransformerSettings(int width, int heads, int blocks, int expand, int window, SequenceSettings sequence,
        DescentSettings descent) {
    public TransformerSettings {
        require(width >= 1 && width <= 1024, "width", "between 1 and 1024", width);
        require(heads >= 1 && width % heads == 0, "heads", "a divisor of the width, " + width, heads);
        require(blocks >= 1 && blocks <= 16, "blocks", "between 1 and 16", blocks);
        require(expand >= 1 && expand <= 4096, "expand", "between 1 and 4096", expand);
        require(window >= 2 && window <= 1024, "window", "between 2 and 1024", window);
        int least = blocks * (window - 1);
        require(sequence.warmUp() >= least, "sequence.warmUp",
                "at least " + least + ", which is blocks * (window - 1)", sequence.warmUp());
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("transformer: " + key + " must be " + needed + ", is " + found);
        }
    }

    public InputPlane inputs() {
        return sequence.inputs();
    }

    /** Steps on which a score depends, its own included. */
    public int reach() {
        return blocks * (window - 1) + 1;
    }

    /** What goes into the manifest, in a fixed order. */
    Map<String, String> describe() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("width", String.valueOf(width));
        map.put("heads", String.valueOf(heads));
        map.put("blocks", String.valueOf(blocks));
        map.put("expand", String.valueOf(expand));
        map.put("window", String.valueOf(window));
        sequence.describe(map);
        descent.describe(map);
        return map;
    }
}
