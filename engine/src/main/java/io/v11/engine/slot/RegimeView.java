package io.v11.engine.slot;

import io.v11.journal.event.Regime;

/**
 * State of the market of the event's instrument. It stands on every market event; {@link #updated} says that a bar of this
 * event has moved it. Written by the regime stage only; allocates nothing after construction.
 */
public final class RegimeView {
    /** Regimes after UNKNOWN, in the order of the enum. */
    public static final int STATES = 4;

    /** With hysteresis: what parameters are chosen by. */
    public Regime state = Regime.UNKNOWN;
    /** Of the highest posterior. */
    public Regime likeliest = Regime.UNKNOWN;
    /** Probability of CALM, RISING, FALLING, TURBULENT. */
    public final double[] posteriors = new double[STATES];
    /** That the market changed within the last bars. */
    public double changeProbability;
    /** This event updated it. */
    public boolean updated;

    /** Only what steers the readers is cleared. */
    public void clear() {
        state = Regime.UNKNOWN;
        likeliest = Regime.UNKNOWN;
        updated = false;
    }
}
