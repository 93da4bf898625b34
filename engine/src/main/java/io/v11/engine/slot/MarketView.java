package io.v11.engine.slot;

import io.v11.config.Limits;

/**
 * What the market stage knows after an event: top of the book, the levels when they changed, the trade, the mark
 * price, the bars that closed. A copy, so that the stages behind may run on other threads. Prices, quantities in E8. Written by the market
 * stage only; allocates nothing after construction.
 */
public final class MarketView {
    private static final BarLength[] LENGTHS = BarLength.values();

    /** False: no frame of this event was about a market; nothing else here means anything. */
    public boolean present;
    /** The level-2 book is in sequence with the venue's update ids. No signal is given while it is not. */
    public boolean synced;
    /** Both sides known and bid &lt; ask. */
    public boolean topValid;
    /** Last bar's close of an instrument whose feed has bars and no quotes; else 0. */
    public long barPriceE8;
    /** This event changed best bid or ask, in price or quantity. */
    public boolean topChanged;
    public long bidPriceE8;
    public long bidQuantityE8;
    public long askPriceE8;
    public long askQuantityE8;

    /** This event completed a change of the book: the level arrays below are filled. */
    public boolean levelsChanged;
    public int bidLevels;
    public int askLevels;
    public final long[] bidPricesE8 = new long[Limits.VIEW_DEPTH];
    public final long[] bidQuantitiesE8 = new long[Limits.VIEW_DEPTH];
    public final long[] askPricesE8 = new long[Limits.VIEW_DEPTH];
    public final long[] askQuantitiesE8 = new long[Limits.VIEW_DEPTH];

    /** This event is a trade. */
    public boolean trade;
    public long tradePriceE8;
    public long tradeQuantityE8;
    /** The taker bought. */
    public boolean tradeBuy;

    /** This event is a mark price. */
    public boolean mark;
    public long markPriceE8;
    public long indexPriceE8;
    /** Of the funding period that ends at {@link #nextFundingTimeNs}, as a fraction. */
    public long fundingRateE8;
    public long nextFundingTimeNs;

    /** {@link BarLength#bit()} of each length of which this event closed a bar: that one is in {@link #bar}. */
    public int closedBars;
    private final Bar[] bars = new Bar[BarLength.COUNT];

    public MarketView() {
        for (BarLength length : LENGTHS) {
            bars[length.ordinal()] = new Bar();
        }
    }

    /** This event closed a bar of the length. */
    public boolean closed(BarLength length) {
        return (closedBars & length.bit()) != 0;
    }

    /** The bar of the length that this event closed; means nothing when it closed none. */
    public Bar bar(BarLength length) {
        return bars[length.ordinal()];
    }

    /** Only what steers the readers is cleared; the rest is overwritten or not read. */
    public void clear() {
        present = false;
        synced = false;
        topValid = false;
        barPriceE8 = 0L;
        topChanged = false;
        levelsChanged = false;
        bidLevels = 0;
        askLevels = 0;
        trade = false;
        mark = false;
        closedBars = 0;
    }

    /** There is a price: the mid of a valid top or, where the feed has bars only, the last close. */
    public boolean priced() {
        return topValid || barPriceE8 > 0;
    }

    /** Twice the price, E8; 0 when there is none. */
    public long priceTwiceE8() {
        return topValid ? midTwiceE8() : 2 * barPriceE8;
    }

    /** Twice the mid price in E8: exact where the mid itself would need half a unit. */
    public long midTwiceE8() {
        return bidPriceE8 + askPriceE8;
    }

    /** A finished bar of trades. Without a trade in it all four prices are the last close before it and volume is 0. */
    public static final class Bar {
        public long openTimeNs;
        public long openE8;
        public long highE8;
        public long lowE8;
        public long closeE8;
        public long volumeE8;
        public long buyVolumeE8;
        /** Quote volume in quote units. */
        public double quoteVolume;
        public long trades;
        /** Empty bars between this one and the event that closed it: time that passed without a trade. */
        public long emptyAfter;
        /** Bars that the venue never gave between the one before and this one: what happened then is not known. */
        public long missingBefore;

        public void copyFrom(Bar other) {
            openTimeNs = other.openTimeNs;
            openE8 = other.openE8;
            highE8 = other.highE8;
            lowE8 = other.lowE8;
            closeE8 = other.closeE8;
            volumeE8 = other.volumeE8;
            buyVolumeE8 = other.buyVolumeE8;
            quoteVolume = other.quoteVolume;
            trades = other.trades;
            emptyAfter = other.emptyAfter;
            missingBefore = other.missingBefore;
        }
    }
}
