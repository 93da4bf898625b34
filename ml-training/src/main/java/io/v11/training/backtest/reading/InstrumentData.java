package io.v11.training.backtest.reading;

/**
 * What the journal holds of one instrument.
 *
 * @param instrument     id
 * @param name           qualified
 * @param events         of the market
 * @param firstNs        time of the first, 0 without any
 * @param lastNs         time of the last
 * @param klines         bars that the venue gave
 * @param zeroVolumeBars those of them in which nothing was traded
 * @param missingBars    bars that were not given between two others
 * @param gaps           stretches without data
 * @param quotes         there is a book or a best bid and ask
 * @param quoteVolume    traded in the market, by klines where there are any, else by trades; quote units
 */
public record InstrumentData(int instrument, String name, long events, long firstNs, long lastNs, long klines,
        long zeroVolumeBars, long missingBars, int gaps, boolean quotes,
        double quoteVolume) {
}
