package io.v11.training.backtest.reading;

/**
 * How a run is read.
 *
 * @param horizonNs     over which a forecast is judged; {@link #BY_CADENCE}: by the run's cadence, an hour for HOUR_CLOSE and a minute
 *                      for BAR_CLOSE, none for the others, where the next move of the price is all that is asked
 * @param halfSpreadBps what a taker of a market without a book is reckoned to pay to the spread, of the price; only splits costs
 */
public record ReadingSettings(long horizonNs, double halfSpreadBps) {
    /** Of {@code horizonNs}. */
    public static final long BY_CADENCE = 0L;
    /** Horizon by cadence, no half spread. */
    public static final ReadingSettings USUAL = new ReadingSettings(BY_CADENCE, 0.0);

    public ReadingSettings {
        if (horizonNs < 0) {
            throw new IllegalArgumentException(
                    "horizonNs=" + horizonNs + "; give a length, or 0 for the cadence's own");
        }
        if (!(halfSpreadBps >= 0.0 && halfSpreadBps < 10_000.0)) {
            throw new IllegalArgumentException("halfSpreadBps=" + halfSpreadBps + "; give 0 or more");
        }
    }
}
