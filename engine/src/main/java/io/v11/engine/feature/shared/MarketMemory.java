package io.v11.engine.feature.shared;

import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;

/**
 * What other instruments want to know of one: its price, when it was last confirmed, what it was up to 15 minutes ago,
 * its minute closes, and its mark price. The price is the mid while there is a top, else the last trade, else the close of
 * the shortest bar; a bar's close counts from the bar's last nanosecond on. Prices in E8. Confined to one thread; allocates
 * nothing after construction.
 */
public final class MarketMemory {
    /** A price that was not confirmed for this long is stale; one of bars for two bars. */
    public static final long STALE_NS = 10_000_000_000L;
    /** The same for a mark price, which the venue sends every second or three. */
    public static final long MARK_STALE_NS = 60_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE;
    /** The finer trail reaches that far back. */
    private static final long FINE_NS = 60_000_000_000L;
    private static final BarLength[] LENGTHS = BarLength.values();

    private final boolean configured;
    private final PriceTrail fine = new PriceTrail(100_000_000L);
    private final PriceTrail coarse = new PriceTrail(1_000_000_000L);
    private final MinuteCloses minutes = new MinuteCloses();
    private double price;
    private long priceTimeNs;
    private long changeTimeNs;
    private long resolutionNs;
    private long markTimeNs;
    private double markPrice;
    private double indexPrice;
    private long fundingRateE8;
    private long nextFundingTimeNs;

    /** @param configured false: stands for an instrument that there is not */
    MarketMemory(boolean configured) {
        this.configured = configured;
        reset();
    }

    void reset() {
        fine.reset();
        coarse.reset();
        minutes.reset();
        price = 0.0;
        priceTimeNs = NEVER;
        changeTimeNs = NEVER;
        resolutionNs = 0L;
        markTimeNs = NEVER;
        markPrice = 0.0;
        indexPrice = 0.0;
        fundingRateE8 = 0L;
        nextFundingTimeNs = NEVER;
    }

    void onMarket(MarketView view, long timeNs) {
        if (view.topValid) {
            onPrice(view.midTwiceE8() * 0.5, timeNs, 0L);
        } else if (view.trade) {
            onPrice(view.tradePriceE8, timeNs, 0L);
        } else if (view.closedBars != 0) {
            onBars(view);
        }
        if (view.closed(BarLength.MINUTE)) {
            minutes.add(view.bar(BarLength.MINUTE));
        }
        if (view.mark) {
            markTimeNs = timeNs;
            markPrice = view.markPriceE8;
            indexPrice = view.indexPriceE8;
            fundingRateE8 = view.fundingRateE8;
            nextFundingTimeNs = view.nextFundingTimeNs;
        }
    }

    private void onBars(MarketView view) {
        int shortest = Integer.numberOfTrailingZeros(view.closedBars);
        long lengthNs = LENGTHS[shortest].timeNs();
        MarketView.Bar bar = view.bar(LENGTHS[shortest]);
        // Bars of the trades that were seen here one by one are no news.
        boolean news = resolutionNs > 0 || bar.openTimeNs > priceTimeNs;
        long lastInstantNs = bar.openTimeNs + lengthNs - 1;
        if (bar.trades > 0 && news && lastInstantNs > priceTimeNs) {
            onPrice(bar.closeE8, lastInstantNs, lengthNs);
        }
    }

    private void onPrice(double newPrice, long timeNs, long newResolutionNs) {
        if (newPrice != price) {
            fine.add(timeNs, newPrice);
            coarse.add(timeNs, newPrice);
            price = newPrice;
            changeTimeNs = timeNs;
        }
        priceTimeNs = timeNs;
        resolutionNs = newResolutionNs;
    }

    /** False: the configuration has no such instrument. */
    public boolean configured() {
        return configured;
    }

    /** A price is known. */
    public boolean priced() {
        return priceTimeNs != NEVER;
    }

    /** The price is too old to be set beside another one. */
    public boolean stale(long nowNs) {
        return nowNs - priceTimeNs > Math.max(STALE_NS, 2 * resolutionNs);
    }

    /** Length of the bars that the price comes from, 0 when it comes from quotes or trades. */
    public long resolutionNs() {
        return resolutionNs;
    }

    /**
     * Up to when two prices may be compared: now, unless one comes from bars; then the end of the last bar that both have,
     * for the other one's bar of the same minute may be still to come.
     */
    public long common(MarketMemory other, long nowNs) {
        return resolutionNs == 0 && other.resolutionNs == 0 ? nowNs : Math.min(priceTimeNs, other.priceTimeNs) + 1;
    }

    /**
     * The price {@code agoNs} before a time: the present one when it has not changed since, else that in force at the start
     * of the cell of 100 ms (1 s beyond a minute, and for bars) which holds that time. NaN when it is not known.
     */
    public double priceBefore(long timeNs, long agoNs) {
        long thenNs = timeNs - agoNs;
        if (priced() && thenNs >= changeTimeNs) {
            return price;
        }
        return agoNs > FINE_NS || resolutionNs > 0 ? coarse.at(thenNs) : fine.at(thenNs);
    }

    /** Price at the time / price {@code overNs} before - 1; NaN when one is not known. */
    public double returnOver(long timeNs, long overNs) {
        return priceBefore(timeNs, 0L) / priceBefore(timeNs, overNs) - 1.0;
    }

    public MinuteCloses minutes() {
        return minutes;
    }

    /** A mark price was told. */
    public boolean marked() {
        return markTimeNs != NEVER;
    }

    public boolean markStale(long nowNs) {
        return nowNs - markTimeNs > MARK_STALE_NS;
    }

    /** Mark price / index price - 1. */
    public double premium() {
        return markPrice / indexPrice - 1.0;
    }

    /** Of the funding period that ends at {@link #nextFundingTimeNs()}, as a fraction E8. */
    public long fundingRateE8() {
        return fundingRateE8;
    }

    public long nextFundingTimeNs() {
        return nextFundingTimeNs;
    }

    long stateHash(long start) {
        long hash = minutes.stateHash(coarse.stateHash(fine.stateHash(start)));
        hash = StateHash.add(hash, price);
        hash = StateHash.add(hash, priceTimeNs);
        hash = StateHash.add(hash, changeTimeNs);
        hash = StateHash.add(hash, resolutionNs);
        hash = StateHash.add(hash, markTimeNs);
        hash = StateHash.add(hash, markPrice);
        hash = StateHash.add(hash, indexPrice);
        hash = StateHash.add(hash, fundingRateE8);
        return StateHash.add(hash, nextFundingTimeNs);
    }
}
