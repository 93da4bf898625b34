package io.v11.training.optimisation.walk;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import io.v11.config.ConfigurationException;

/**
 * The section {@code walk} of an optimisation's file. Durations in minutes.
 *
 * @param mode              where train data begin
 * @param from              UTC, ISO 8601, belongs to the range
 * @param to                UTC, ISO 8601, does not belong to it
 * @param trainMinutes      of the first step; of every step when sliding
 * @param validationMinutes of a step, and from one step to the next
 * @param holdoutMinutes    at the end of the range, searched and chosen on by nobody
 * @param purgeMinutes      left out before each boundary: the longest time a position or label reaches forward
 * @param embargoMinutes    left out after each boundary: the longest time that what was before lasts on
 */
public record WalkSettings(Mode mode, String from, String to, long trainMinutes, long validationMinutes,
        long holdoutMinutes, long purgeMinutes, long embargoMinutes) {
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    /** Where train data begin. */
    public enum Mode {
        /** At the beginning of the range: they grow. */
        ANCHORED,
        /** So that they always last as long. */
        SLIDING
    }

    public WalkSettings {
        if (trainMinutes < 1 || validationMinutes < 1 || holdoutMinutes < 1) {
            throw new ConfigurationException("walk: train, validation and holdout must last a minute or longer");
        }
        if (purgeMinutes < 0 || embargoMinutes < 0) {
            throw new ConfigurationException("walk: purgeMinutes and embargoMinutes must be 0 or more");
        }
        if (purgeMinutes >= trainMinutes || purgeMinutes + embargoMinutes >= validationMinutes
                || embargoMinutes >= holdoutMinutes) {
            throw new ConfigurationException("walk: purge and embargo leave nothing of train, validation or holdout");
        }
    }

    long fromNs() {
        return epochNs("from", from);
    }

    long toNs() {
        return epochNs("to", to);
    }

    static long ns(long minutes) {
        return Math.multiplyExact(minutes, NS_PER_MINUTE);
    }

    private static long epochNs(String key, String time) {
        try {
            Instant instant = Instant.parse(time);
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new ConfigurationException(
                    "walk: " + key + ": '" + time + "' is not a UTC time such as 2024-07-24T08:00:00Z", e);
        }
    }
}
