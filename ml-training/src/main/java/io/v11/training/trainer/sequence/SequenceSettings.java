package io.v11.training.trainer.sequence;

import java.util.List;
import java.util.Map;

import io.v11.config.ConfigurationException;
import io.v11.ml.InputPlane;

/**
 * What a net with memory reads, and how its past is cut into pieces for training. Steps are decisions of one instrument.
 *
 * @param steps        of a chunk that count in the loss
 * @param warmUp       steps after a fresh start that do not count, and get no score when the model is served
 * @param maximumGapMs a longer pause between two decisions is a fresh start
 * @param clip         standardised inputs are kept within +- this
 * @param inputs       RAW or NORMALISED values; either are then standardised by the moments of the train rows
 * @param features     see {@link io.v11.training.trainer.FeatureSubset}
 */
public record SequenceSettings(int steps, int warmUp, long maximumGapMs, double clip, InputPlane inputs,
        List<String> features) {

    public SequenceSettings {
        features = List.copyOf(features);
        require(steps >= 1 && steps <= 4096, "steps", "between 1 and 4096", steps);
        require(warmUp >= 0 && warmUp <= 4096, "warmUp", "between 0 and 4096", warmUp);
        require(maximumGapMs >= 1, "maximumGapMs", "1 or more", maximumGapMs);
        require(clip > 0, "clip", "above 0", clip);
    }

    private static void require(boolean holds, String key, String needed, Object found) {
        if (!holds) {
            throw new ConfigurationException("sequence: " + key + " must be " + needed + ", is " + found);
        }
    }

    /** Adds what goes into the manifest, in a fixed order. */
    void describe(Map<String, String> map) {
        map.put("steps", String.valueOf(steps));
        map.put("warmUp", String.valueOf(warmUp));
        map.put("maximumGapMs", String.valueOf(maximumGapMs));
        map.put("clip", String.valueOf(clip));
        map.put("inputs", inputs.name());
        map.put("features", String.join(" ", features));
    }
}
