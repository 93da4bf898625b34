package io.v11.training.backtest.reading;

/**
 * A stretch of the market that the journal does not tell.
 *
 * @param instrument  qualified name, or "all" when no market had an event
 * @param fromNs      last known time before it
 * @param toNs        first known time after it
 * @param missingBars klines that were not given, 0 when the instrument has none
 * @param what        in words
 */
public record DataGap(String instrument, long fromNs, long toNs, long missingBars, String what) {
}
