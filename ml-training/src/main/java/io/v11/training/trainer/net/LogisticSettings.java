package io.v11.training.trainer.net;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.v11.config.ConfigurationException;
import io.v11.ml.InputPlane;
import io.v11.training.trainer.FeatureSubset;

/**
 * Hyperparameters of the logistic regression, the baseline that every other family must beat.
 *
 * @param l2       penalty: half of it times the squared length of the weights is added to the mean loss; above 0, so that
 *                 the weights are finite even where an input parts the classes
 * @param steps    most Newton steps; it converges in about six
 * @param clip     standardised inputs are kept within +- this
 * @param inputs   RAW or NORMALISED values; either are then standardised by the moments of the train rows
 * @param features see {@link FeatureSubset}; {@link #BASELINE} when empty
 */
public record LogisticSettings(double l2, int steps, double clip, InputPlane inputs, List<String> features) {
    /** Queues at the touch, order flow and trades of the last second: what a simple rule would look at. */
    public static final List<String> BASELINE = List.of("l1_imbalance", "l1_micro_gap_bps", "ofi_100ms", "ofi_1s",
            "trade_sign_1s", "signed_volume_1s", "last_trade_sign");

    public LogisticSettings {
        features = features.isEmpty() ? BASELINE : List.copyOf(features);
        require(l2 > 0 && l2 < 1e6, "l2", "above 0 and below 1e6", l2);
        require(steps >= 1 && steps <= 100, "steps", "between 1 and 100", steps);
        require(clip > 0, "clip", "above 0", clip);
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("logistic: " + key + " must be " + needed + ", is " + found);
        }
    }

    /** What goes into the manifest, in a fixed order. */
    Map<String, String> describe() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("l2", String.valueOf(l2));
        map.put("steps", String.valueOf(steps));
        map.put("clip", String.valueOf(clip));
        map.put("inputs", inputs.name());
        map.put("features", String.join(" ", features));
        return map;
    }
}
