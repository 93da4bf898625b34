package io.v11.training.backtest.reading;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;

/**
 * Looks for what a journal does not tell: bars that are missing between two klines, feeds that were lost, quotes that fell silent for
 * {@value #SILENCE_MINUTES} minutes. Keeps the first {@value #KEPT} gaps and counts all. Confined to one thread.
 */
final class DataWatch {
    /** Gaps kept. */
    static final int KEPT = 100;
    /** Silence of an instrument with quotes that counts as a gap. */
    static final int SILENCE_MINUTES = 5;
    private static final long SILENCE_NS = SILENCE_MINUTES * 60_000_000_000L;
    /** Silence of all markets that counts as a hole of the journal, longer where bars are. */
    private static final long HOLE_NS = 7_200_000_000_000L;
    private static final BarLength[] LENGTHS = BarLength.values();

    private final List<String> names;
    private final Seen[] seen;
    private final List<DataGap> gaps = new ArrayList<>();
    private long lastNs;
    private long found;

    DataWatch(List<String> names) {
        this.names = names;
        seen = new Seen[names.size()];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = new Seen();
        }
    }

    /** A market event with its view. @param klineNs length of the bar when it is a kline, else 0  @param quoteVolume of the bar */
    void onMarket(EngineEvent event, long klineNs, double quoteVolume) {
        MarketView view = event.market();
        Seen of = seen[event.instrument()];
        if (lastNs != 0 && event.timeNs() - lastNs > Math.max(HOLE_NS, 2 * klineNs)) {
            found++;
            keep(new DataGap("all", lastNs, event.timeNs(), 0L, "no event of any market"));
        }
        lastNs = event.timeNs();
        of.quotes |= view.topValid;
        if (view.trade) {
            of.tradeVolume += FixedPoint.toDouble(FixedPoint.multiply(view.tradePriceE8, view.tradeQuantityE8));
        }
        if (klineNs > 0) {
            onKline(event, view, of, klineNs, quoteVolume);
        } else if (of.events > 0 && of.quotes && of.klines == 0 && event.timeNs() - of.lastNs > SILENCE_NS) {
            add(event.instrument(), of.lastNs, event.timeNs(), 0L, "no event of the market");
        }
        of.firstNs = of.events == 0 ? event.timeNs() : of.firstNs;
        of.lastNs = event.timeNs();
        of.events++;
    }

    /** A feed was lost or came back; {@code instrument} -1: all. */
    void onFeed(long timeNs, int instrument, boolean connected) {
        for (int i = Math.max(0, instrument); i < (instrument < 0 ? seen.length : instrument + 1); i++) {
            if (connected && seen[i].lostNs != 0) {
                add(i, seen[i].lostNs, timeNs, 0L, "feed lost");
            }
            seen[i].lostNs = connected || seen[i].events == 0 ? 0L : timeNs;
        }
    }

    /** Feeds that never came back are gaps up to the end. */
    void finish(long timeNs) {
        for (int i = 0; i < seen.length; i++) {
            if (seen[i].lostNs != 0) {
                add(i, seen[i].lostNs, timeNs, 0L, "feed lost until the end");
            }
        }
    }

    List<DataGap> gaps() {
        return List.copyOf(gaps);
    }

    /** All gaps, those not kept too. */
    long found() {
        return found;
    }

    List<InstrumentData> instruments() {
        List<InstrumentData> all = new ArrayList<>();
        for (int i = 0; i < seen.length; i++) {
            Seen of = seen[i];
            all.add(new InstrumentData(i, names.get(i), of.events, of.firstNs, of.lastNs, of.klines, of.zeroVolume,
                    of.missing, of.gaps, of.quotes,
                    of.klines > 0 ? of.klineVolume : of.tradeVolume));
        }
        return List.copyOf(all);
    }

    private void onKline(EngineEvent event, MarketView view, Seen of, long klineNs, double quoteVolume) {
        of.klines++;
        of.klineVolume += quoteVolume;
        for (BarLength length : LENGTHS) {
            if (length.timeNs() == klineNs && view.closed(length)) {
                MarketView.Bar bar = view.bar(length);
                of.zeroVolume += bar.volumeE8 == 0 ? 1L : 0L;
                if (bar.missingBefore > 0) {
                    of.missing += bar.missingBefore;
                    add(event.instrument(), bar.openTimeNs - bar.missingBefore * length.timeNs(), bar.openTimeNs,
                            bar.missingBefore, "bars of " + length.title() + " missing");
                }
            }
        }
    }

    private void add(int instrument, long fromNs, long toNs, long missingBars, String what) {
        found++;
        seen[instrument].gaps++;
        keep(new DataGap(names.get(instrument), fromNs, toNs, missingBars, what));
    }

    private void keep(DataGap gap) {
        if (gaps.size() < KEPT) {
            gaps.add(gap);
        }
    }

    /** Of one instrument so far. */
    private static final class Seen {
        private long events;
        private long firstNs;
        private long lastNs;
        private long klines;
        private long zeroVolume;
        private long missing;
        private long lostNs;
        private double klineVolume;
        private double tradeVolume;
        private int gaps;
        private boolean quotes;
    }
}
