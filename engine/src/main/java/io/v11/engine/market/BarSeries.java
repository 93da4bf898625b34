package io.v11.engine.market;

import java.util.Arrays;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.journal.event.KlineDecoder;

/**
 * The bars of one instrument, one builder for each {@link BarLength}. Bars are made of trades until the venue gives bars
 * itself; from then on those count, and the longer ones are made of them: trades would count the same minutes again.
 * A longer bar is closed by the venue's bar that completes it, at that very event. Confined to the market thread;
 * allocates nothing after construction.
 */
final class BarSeries {
    private static final BarLength[] LENGTHS = BarLength.values();
    private static final long NEVER = Long.MIN_VALUE;

    private final BarBuilder[] builders = new BarBuilder[LENGTHS.length];
    private final long[] lastOpenNs = new long[LENGTHS.length];
    /** Lengths below this are made of trades. */
    private int venueFrom = LENGTHS.length;

    BarSeries() {
        for (BarLength length : LENGTHS) {
            builders[length.ordinal()] = new BarBuilder(length.timeNs());
        }
        Arrays.fill(lastOpenNs, NEVER);
    }

    /** Adds the trade in the view; {@link #close} must have been called for its time. */
    void onTrade(long timeNs, MarketView view) {
        for (int i = 0; i < venueFrom; i++) {
            builders[i].add(timeNs, view.tradePriceE8, view.tradeQuantityE8, view.tradeBuy);
        }
    }

    /** Closes the bars of trades that ended. */
    void close(long timeNs, MarketView view) {
        for (int i = 0; i < venueFrom; i++) {
            if (builders[i].closeBefore(timeNs, view.bar(LENGTHS[i]))) {
                view.closedBars |= LENGTHS[i].bit();
            }
        }
    }

    /** Takes the venue's bar; one of another length than ours, or of a time that was already told, is left out. */
    void onKline(KlineDecoder message, MarketView view) {
        int length = lengthOf(message.intervalNs());
        if (length < 0 || message.openTimeNs() <= lastOpenNs[length]) {
            return;
        }
        if (length < venueFrom) {
            giveUpTrades(length);
        }
        MarketView.Bar bar = view.bar(LENGTHS[length]);
        copy(message, bar);
        tell(length, view);
        for (int longer = length + 1; longer < LENGTHS.length; longer++) {
            merge(bar, longer, bar.openTimeNs + LENGTHS[length].timeNs(), view);
        }
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, venueFrom);
        for (int i = 0; i < builders.length; i++) {
            hash = builders[i].stateHash(hash);
            hash = StateHash.add(hash, lastOpenNs[i]);
        }
        return hash;
    }

    private void giveUpTrades(int length) {
        for (int i = length; i < venueFrom; i++) {
            builders[i].reset();
        }
        venueFrom = length;
    }

    private void merge(MarketView.Bar part, int longer, long partEndNs, MarketView view) {
        // A bar that lacks its last parts is told late, when the venue goes on.
        boolean late = builders[longer].take(part.openTimeNs, view.bar(LENGTHS[longer])) && tell(longer, view);
        builders[longer].merge(part);
        if (!late && builders[longer].take(partEndNs, view.bar(LENGTHS[longer]))) {
            tell(longer, view);
        }
    }

    /** Marks the bar in the view as closed, unless the venue told it before. */
    private boolean tell(int length, MarketView view) {
        MarketView.Bar bar = view.bar(LENGTHS[length]);
        long last = lastOpenNs[length];
        if (bar.openTimeNs <= last) {
            return false;
        }
        bar.emptyAfter = 0L;
        bar.missingBefore = last == NEVER ? 0L : (bar.openTimeNs - last) / LENGTHS[length].timeNs() - 1;
        lastOpenNs[length] = bar.openTimeNs;
        view.closedBars |= LENGTHS[length].bit();
        return true;
    }

    private static int lengthOf(long intervalNs) {
        for (int i = 0; i < LENGTHS.length; i++) {
            if (LENGTHS[i].timeNs() == intervalNs) {
                return i;
            }
        }
        return -1;
    }

    private static void copy(KlineDecoder message, MarketView.Bar bar) {
        bar.openTimeNs = message.openTimeNs();
        bar.openE8 = message.openE8();
        bar.highE8 = message.highE8();
        bar.lowE8 = message.lowE8();
        bar.closeE8 = message.closeE8();
        bar.volumeE8 = message.volumeE8();
        bar.buyVolumeE8 = message.takerBuyVolumeE8();
        bar.quoteVolume = FixedPoint.toDouble(message.quoteVolumeE8());
        bar.trades = message.trades();
    }
}
