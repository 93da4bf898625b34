package io.v11.training.backtest.reading;

import java.nio.file.Path;
import java.util.List;

import io.v11.engine.replay.RunHeader;
import io.v11.training.backtest.account.Attribution;
import io.v11.training.backtest.account.Fill;
import io.v11.training.backtest.account.Trade;

/**
 * All that a report needs of one finished run.
 *
 * @param folder        of the run
 * @param profile       name of its profile
 * @param digest        SHA-256 of its configuration, hexadecimal
 * @param models        that it was given
 * @param capitalE8     at the start, quote units
 * @param firstNs       ingest time of the first event
 * @param lastNs        of the last
 * @param events        of the input log
 * @param account       equity and exposure over time
 * @param fall          deepest drawdown at any event
 * @param attribution   profit by cause
 * @param trades        round trips by time of closing, open ones valued at the end
 * @param tradesDropped trades beyond those kept
 * @param fills         in order, the first {@value RunPass#FILLS_KEPT}
 * @param fillCount     all of them
 * @param judged        direction of forecasts over the horizon
 * @param nextMove      the same over the next move of the price
 * @param verdicts      what became of decisions and proposals
 * @param regimes       of the instruments that have any
 * @param prices        bars of the instruments that have data
 * @param instruments   what the journal holds of each
 * @param gaps          of the data, the first {@value DataWatch#KEPT}
 * @param gapCount      all of them
 * @param derived       there is a derived log; without it nothing is known of decisions, regimes and refusals
 */
public record RunReading(Path folder, String profile, String digest, List<RunHeader.Model> models, long capitalE8,
        long firstNs, long lastNs, long events, AccountSeries account, DeepestFall fall, Attribution attribution,
        List<Trade> trades, long tradesDropped, List<Fill> fills, long fillCount, DirectionCount judged,
        DirectionCount nextMove, Verdicts verdicts, List<RegimeSeries> regimes, List<PriceSeries> prices,
        List<InstrumentData> instruments, List<DataGap> gaps, long gapCount, boolean derived) {

    /** Reads a run folder with the usual settings. */
    public static RunReading of(Path run) {
        return of(run, ReadingSettings.USUAL);
    }

    /** Reads a run folder: its {@code input} log and, when it is there, its {@code derived} log. */
    public static RunReading of(Path run, ReadingSettings settings) {
        return of(run, settings, RunListener.NONE);
    }

    /** The same; the listener is told of orders and market events on the way. */
    public static RunReading of(Path run, ReadingSettings settings, RunListener listener) {
        RunHeader header = RunHeader.read(run);
        try (RunPass pass = new RunPass(run, header, settings, listener)) {
            return pass.read();
        }
    }

    /** The same without its fills, for a run that is only compared with. */
    public RunReading withoutFills() {
        return new RunReading(folder, profile, digest, models, capitalE8, firstNs, lastNs, events, account, fall,
                attribution, trades, tradesDropped, List.of(), fillCount, judged, nextMove, verdicts, regimes,
                List.of(),
                instruments, gaps, gapCount, derived);
    }

    /** From the first event to the last. */
    public long spanNs() {
        return lastNs - firstNs;
    }

    /** Of the instrument, as in {@code BTCUSDT.SPOT}. */
    public String instrumentName(int instrument) {
        return instruments.get(instrument).name();
    }
}
