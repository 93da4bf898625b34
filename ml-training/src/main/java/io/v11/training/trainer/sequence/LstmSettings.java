package io.v11.training.trainer.sequence;

import java.util.LinkedHashMap;
import java.util.Map;

import io.v11.config.ConfigurationException;
import io.v11.ml.InputPlane;

/**
 * Hyperparameters of the LSTM.
 *
 * @param hidden   units
 * @param sequence what it reads; {@code warmUp} is also the context of a chunk
 * @param descent  how it is fitted
 */
public record LstmSettings(int hidden, SequenceSettings sequence, DescentSettings descent) {
    public LstmSettings {
        if (hidden < 1 || hidden > 1024) {
            throw new ConfigurationException("lstm: hidden must be between 1 and 1024, is " + hidden);
        }
    }

    public InputPlane inputs() {
        return sequence.inputs();
    }

    /** What goes into the manifest, in a fixed order. */
    Map<String, String> describe() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("hidden", String.valueOf(hidden));
        sequence.describe(map);
        descent.describe(map);
        return map;
    }
}
