package io.v11.engine.sizing;

/**
 * Scales a size by how sure the model is: linear in the distance of the probability from one half.
 *
 * <pre>
 *   distance = |2p - 1|
 *   scale    = 0 below the floor, 1 from the ceiling on, (distance - floor) / (ceiling - floor) between
 * </pre>
 *
 * @param floor   distance at and below which nothing is held, 0 or more
 * @param ceiling distance from which the whole size is held, above the floor and at most 1
 */
public record ConfidenceScale(double floor, double ceiling) {
    public ConfidenceScale {
        if (!(floor >= 0.0 && floor < ceiling && ceiling <= 1.0)) {
            throw new IllegalArgumentException("confidence scale: floor must be 0 or more and below ceiling, ceiling at"
                    + " most 1; is floor=" + floor + " ceiling=" + ceiling);
        }
    }

    /** From 0 to 1; 0 for what is no probability. */
    public double of(double probability) {
        if (!(probability >= 0.0 && probability <= 1.0)) {
            return 0.0;
        }
        double distance = Math.abs(2.0 * probability - 1.0);
        return Math.clamp((distance - floor) / (ceiling - floor), 0.0, 1.0);
    }
}
