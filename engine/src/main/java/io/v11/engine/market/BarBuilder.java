package io.v11.engine.market;

import io.v11.config.FixedPoint;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * Gathers the trades, or the shorter bars, of one instrument into bars of one length, by event time.
 * A bar begins at a multiple of its length since the epoch and is closed by the first event at or after its end. The
 * first trade opens the first bar; from then on there always is one, with a trade in it or not. Allocates nothing after
 * construction.
 */
final class BarBuilder {
    private final long intervalNs;
    private final MarketView.Bar bar = new MarketView.Bar();
    private boolean open;

    BarBuilder(long intervalNs) {
        this.intervalNs = intervalNs;
    }

    /** Closes the bar into {@code closed} when {@code timeNs} lies beyond its end; true when it did. */
    boolean closeBefore(long timeNs, MarketView.Bar closed) {
        if (!open || timeNs - bar.openTimeNs < intervalNs) {
            return false;
        }
        closed.copyFrom(bar);
        closed.emptyAfter = (timeNs - bar.openTimeNs) / intervalNs - 1;
        begin(timeNs, bar.closeE8);
        return true;
    }

    /** Adds a trade; bars that ended before it must have been closed. */
    void add(long timeNs, long priceE8, long quantityE8, boolean buy) {
        if (!open) {
            open = true;
            begin(timeNs, priceE8);
        }
        if (bar.trades == 0) {
            bar.openE8 = priceE8;
            bar.highE8 = priceE8;
            bar.lowE8 = priceE8;
        }
        bar.highE8 = Math.max(bar.highE8, priceE8);
        bar.lowE8 = Math.min(bar.lowE8, priceE8);
        bar.closeE8 = priceE8;
        bar.volumeE8 = Math.addExact(bar.volumeE8, quantityE8);
        bar.buyVolumeE8 += buy ? quantityE8 : 0L;
        bar.quoteVolume += FixedPoint.toDouble(priceE8) * FixedPoint.toDouble(quantityE8);
        bar.trades++;
    }

    /** Adds a shorter bar that lies in this one; what is open and ended before it must have been taken. */
    void merge(MarketView.Bar part) {
        if (!open) {
            open = true;
            begin(part.openTimeNs, part.openE8);
        }
        bar.highE8 = Math.max(bar.highE8, part.highE8);
        bar.lowE8 = Math.min(bar.lowE8, part.lowE8);
        bar.closeE8 = part.closeE8;
        bar.volumeE8 = Math.addExact(bar.volumeE8, part.volumeE8);
        bar.buyVolumeE8 += part.buyVolumeE8;
        bar.quoteVolume += part.quoteVolume;
        bar.trades += part.trades;
    }

    /** Hands over the open bar and forgets it when it ends at {@code timeNs} or before; true when it did. */
    boolean take(long timeNs, MarketView.Bar closed) {
        if (!open || timeNs - bar.openTimeNs < intervalNs) {
            return false;
        }
        closed.copyFrom(bar);
        open = false;
        return true;
    }

    /** Forgets the open bar. */
    void reset() {
        open = false;
    }

    long stateHash(long start) {
        long hash = StateHash.add(start, open);
        hash = StateHash.add(hash, bar.openTimeNs);
        hash = StateHash.add(hash, bar.openE8);
        hash = StateHash.add(hash, bar.highE8);
        hash = StateHash.add(hash, bar.lowE8);
        hash = StateHash.add(hash, bar.closeE8);
        hash = StateHash.add(hash, bar.volumeE8);
        hash = StateHash.add(hash, bar.buyVolumeE8);
        hash = StateHash.add(hash, bar.quoteVolume);
        return StateHash.add(hash, bar.trades);
    }

    private void begin(long timeNs, long priceE8) {
        bar.openTimeNs = timeNs - Math.floorMod(timeNs, intervalNs);
        bar.openE8 = priceE8;
        bar.highE8 = priceE8;
        bar.lowE8 = priceE8;
        bar.closeE8 = priceE8;
        bar.volumeE8 = 0L;
        bar.buyVolumeE8 = 0L;
        bar.quoteVolume = 0.0;
        bar.trades = 0L;
        bar.emptyAfter = 0L;
        bar.missingBefore = 0L;
    }
}
