package io.v11.ml.net;

/**
 * A net that takes one row at a time and keeps for each instrument what its next row needs. Confined to one thread;
 * allocates nothing per call.
 */
public interface StepNet extends AutoCloseable {
    /** What computes, for reports. */
    String backend();

    /** Numbers in a row. */
    int inputs();

    /**
     * Takes the row as the next step of an instrument.
     *
     * @param instrument 0 to {@code Limits.INSTRUMENTS} - 1
     * @param row        standardised, finite; not kept
     * @return a probability; NaN while a net that needs a full window has too few steps
     */
    double step(int instrument, float[] row);

    /** Forgets an instrument: its next step is the first. */
    void forget(int instrument);

    /** The hash with all that later steps depend on added to it. */
    long addTo(long hash);

    @Override
    default void close() {
    }
}
