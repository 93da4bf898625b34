package io.v11.engine.slot;

/**
 * Where the account stands against its limits; told after a bar or a change of the trading state. Quote units; NaN where
 * not known. Part of {@link RiskVerdict}; written by the risk stage only.
 */
public final class RiskReport {
    /** False: nothing is told on this event, nothing else here means anything. */
    public boolean present;
    public long grossE8;
    public long netE8;
    /** Historical, 99 %, one bar. */
    public double valueAtRisk;
    /** Expected shortfall, 97.5 %, one bar, by three methods. */
    public double shortfallHistorical;
    public double shortfallParametric;
    public double shortfallFiltered;
    /** Loss in the worst stress scenario. */
    public double worstStress;
}
