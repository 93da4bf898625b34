package io.v11.training.generation;

import io.v11.engine.feature.generated.Expression;

/**
 * What the training range says of one candidate. Information in nats.
 *
 * @param expression  the candidate
 * @param unit        of its values
 * @param information I(c;Y)
 * @param gain        beyond that of the better input, less what chance gives
 * @param band        upper end of what chance gives
 * @param beyond      the gain is beyond the band
 * @param least       second smallest gain of the four quarters of the range, chance included
 * @param validShare  of the rows
 * @param costNs      on the dearest event
 */
public record Screened(Expression expression, String unit, double information, double gain, double band, boolean beyond,
        double least, double validShare, double costNs) {

    /** It tells more than its inputs: beyond chance, and in three quarters of the range at least. */
    public boolean tells() {
        return beyond && least > 0.0;
    }

    /** Information gained for each nanosecond. */
    public double worth() {
        return gain / costNs;
    }
}
