package io.v11.training.data.label;

/**
 * How much a price moves in a time, from its past alone: root of the exponentially weighted mean of squared returns over steps of
 * equal length (López de Prado, Advances in Financial Machine Learning, snippet 3.1, without the mean, which is nothing beside the
 * deviation at these steps). Weights fall by {@code 1 - 2 / (samples + 1)} a step and add up to one from the first sample
 * on. A step ends at the price that stands then; it is known when a price at or behind its end comes.
 */
final class Volatility {
    /** Fewer returns give no deviation to build on. */
    static final int LEAST_SAMPLES = 20;
    private static final long NEVER = Long.MIN_VALUE;

    private final long stepNs;
    private final double decay;
    private double squares;
    private double weights;
    private int samples;
    private long stepEndNs = NEVER;
    private double stepPrice;
    private double price;

    Volatility(long stepNs, int samples) {
        this.stepNs = stepNs;
        this.decay = 1.0 - 2.0 / (samples + 1.0);
    }

    void onPrice(double value, long timeNs) {
        if (stepEndNs == NEVER) {
            stepEndNs = timeNs + stepNs;
            stepPrice = value;
        }
        while (timeNs >= stepEndNs) {
            double end = timeNs == stepEndNs ? value : price;
            double change = end / stepPrice - 1.0;
            squares = squares * decay + change * change;
            weights = weights * decay + 1.0;
            samples++;
            stepPrice = end;
            stepEndNs += stepNs;
        }
        price = value;
    }

    /** No return spans what comes between the price before and the next. */
    void interrupt() {
        stepEndNs = NEVER;
    }

    /** Enough was seen, and it moved. */
    boolean known() {
        return samples >= LEAST_SAMPLES && squares > 0.0;
    }

    /** Deviation of the return over a time, as a fraction, if returns of steps are independent. */
    double over(long timeNs) {
        return Math.sqrt(squares / weights * ((double) timeNs / stepNs));
    }
}
