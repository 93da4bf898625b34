package io.v11.ml.registry.parity;

/**
 * How far two ways of serving one model were apart.
 *
 * @param id                {@code name/version}
 * @param compared          the two ways, in words
 * @param rows              decisions that both were asked about
 * @param abstentions       of these, both without an answer: still warming up
 * @param maximumDifference largest |difference| of their answers; infinite when one answered and the other did not
 * @param limit             largest that is allowed; 0: equal to the bit
 */
public record ParityResult(String id, String compared, long rows, long abstentions, double maximumDifference,
        double limit) {
    /** True when at least one answer was compared and none was too far off. */
    public boolean met() {
        return rows > abstentions && maximumDifference <= limit;
    }

    /** For a table. */
    public String verdict() {
        if (rows == abstentions) {
            return "nothing to compare";
        }
        if (limit == 0.0) {
            return met() ? "bit-equal" : "NOT bit-equal";
        }
        return (met() ? "<= " : "MISSED, above ") + limit;
    }
}
