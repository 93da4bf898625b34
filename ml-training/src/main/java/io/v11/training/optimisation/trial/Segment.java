package io.v11.training.optimisation.trial;

import io.v11.config.ConfigurationException;

/**
 * A stretch of data.
 *
 * @param name   a word, such as {@code train-0}
 * @param fromNs ingest time, belongs to it
 * @param toNs   does not belong to it
 */
public record Segment(String name, long fromNs, long toNs) {
    public Segment {
        if (fromNs >= toNs || !name.matches("[A-Za-z0-9._-]+")) {
            throw new ConfigurationException("segment '" + name + "' must be a word and have a length: from " + fromNs
                    + " to " + toNs + " ns");
        }
    }

    /** Some moment belongs to both. */
    public boolean overlaps(Segment other) {
        return fromNs < other.toNs && other.fromNs < toNs;
    }
}
