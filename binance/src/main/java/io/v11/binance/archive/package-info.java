/**
 * Binance data from files: raw captures, kline archives and external series into a journal, and cuts of captures.
 *
 * <pre>
 *   capture (.gz)  ─► CaptureReader ─┐
 *   klines  (.zip) ─► KlineChain    ─┼─► SourceMerge ─► ImportTally ─► journal
 *   klines  (.json)─► KlineChain    ─┤     by time        counts       in a folder that appears only when whole
 *   series  (.csv) ─► SeriesReader  ─┘
 * </pre>
 *
 * Cold path: it runs once per file, on the caller's thread, and may allocate; the messages themselves go through the
 * same parser as live ones.
 */
package io.v11.binance.archive;
