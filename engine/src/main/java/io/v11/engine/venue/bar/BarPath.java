package io.v11.engine.venue.bar;

import io.v11.config.FixedPoint;
import io.v11.config.VenueSettings;
import io.v11.journal.event.Side;

/**
 * One bar of one instrument as two possible paths, and the volume of it that our orders may have.
 *
 * <pre>
 *   high      /\                  _
 *   open  \  /  \ close     open / \     / close
 *   low    \/                       \___/
 *         |  |  |  |            |  |  |  |       legs of a third of the bar's time each
 * </pre>
 *
 * Every price given to a fill lies on the tick grid and within [low, high]. Prices, quantities in E8, times in ns since
 * the epoch. Refilled for every bar; confined to the ingest thread; allocates nothing after construction.
 */
public final class BarPath {
    /** A level that is not reached. */
    public static final long NEVER = Long.MAX_VALUE;
    private static final long NS_PER_MS = 1_000_000L;
    private static final int POINTS = 4;

    private final long tickE8;
    private final long lotE8;
    private final VenueSettings.Bar settings;
    private final long[] lowFirst = new long[POINTS];
    private final long[] highFirst = new long[POINTS];
    private long openNs = Long.MIN_VALUE;
    private long closeNs = Long.MIN_VALUE;
    private long lowE8;
    private long highE8;
    /** Lowest and highest price on the grid inside the bar. */
    private long floorE8;
    private long ceilingE8;
    private long budgetE8;
    private boolean traded;
    private boolean active;

    public BarPath(long tickE8, long lotE8, VenueSettings.Bar settings) {
        this.tickE8 = tickE8;
        this.lotE8 = lotE8;
        this.settings = settings;
    }

    /** A bar begins to count; what is left of the one before does no more. */
    public void begin(long newOpenNs, long newCloseNs, long openE8, long high, long low, long closeE8, long volumeE8) {
        openNs = newOpenNs;
        closeNs = newCloseNs;
        highE8 = high;
        lowE8 = low;
        fill(lowFirst, openE8, low, high, closeE8);
        fill(highFirst, openE8, high, low, closeE8);
        floorE8 = Math.ceilDiv(low, tickE8) * tickE8;
        ceilingE8 = FixedPoint.floorTo(high, tickE8);
        traded = volumeE8 > 0 && floorE8 <= ceilingE8;
        budgetE8 = traded ? FixedPoint.floorTo((long) (volumeE8 * settings.participation()), lotE8) : 0L;
        active = true;
    }

    public void end() {
        active = false;
    }

    /** The bar is known and not over. */
    public boolean active() {
        return active;
    }

    /** It has volume and a price on the instrument's grid; otherwise nothing can happen in it. */
    public boolean traded() {
        return traded;
    }

    public boolean covers(long timeNs) {
        return active && timeNs >= openNs && timeNs <= closeNs;
    }

    public long openNs() {
        return openNs;
    }

    /** Last instant inside the bar. */
    public long closeNs() {
        return closeNs;
    }

    public long openE8() {
        return lowFirst[0];
    }

    public long closeE8() {
        return lowFirst[POINTS - 1];
    }

    /** When both extremes have been reached, on either path. */
    public long extremesNs() {
        return pointNs(2);
    }

    /** The extreme that is bad for a position: the low for a long one, the high for a short one. */
    public long adverseE8(boolean longPosition) {
        return longPosition ? lowE8 : highE8;
    }

    /** What our orders may still have of this bar's volume. */
    public long budgetE8() {
        return budgetE8;
    }

    public void spend(long quantityE8) {
        budgetE8 -= quantityE8;
    }

    /** What an order pays or gets that takes at a time: the open for those that come soon after it, else the worse path. */
    public long takePriceE8(Side side, long timeNs) {
        return worsened(side, soonAfterOpen(timeNs) ? openE8() : worse(side, timeNs), settings.halfSpreadBps());
    }

    /** Whether an order that must not take would: the better path's price, for in doubt it would. */
    public boolean wouldTake(Side side, long limitE8, long timeNs) {
        Side other = side == Side.BUY ? Side.SELL : Side.BUY;
        long price = soonAfterOpen(timeNs) ? openE8() : worse(other, timeNs);
        return side == Side.BUY ? price <= limitE8 : price >= limitE8;
    }

    /**
     * Whether a stop that arrives at a time is reached already: on both paths. One that is reached on one of them is let in
     * and triggers at once, for a position must not go without its stop on a mere guess.
     */
    public boolean reached(Side side, long stopE8, long timeNs) {
        long price = worse(side == Side.BUY ? Side.SELL : Side.BUY, timeNs);
        return side == Side.BUY ? price >= stopE8 : price <= stopE8;
    }

    /** When a stop that rests since a time triggers: the first time that either path reaches its price. */
    public long stopNs(Side side, long stopE8, long sinceNs) {
        long from = Math.max(sinceNs, openNs);
        boolean up = side == Side.BUY;
        return Math.min(reachNs(lowFirst, stopE8, up, from, true), reachNs(highFirst, stopE8, up, from, true));
    }

    /** What a stop gets: its price, or that of the open or its arrival when that lies beyond; less spread and slippage. */
    public long stopPriceE8(Side side, long stopE8, long sinceNs) {
        long from = Math.max(sinceNs, openNs);
        long start = worse(side, from);
        long base = side == Side.BUY ? Math.max(stopE8, start) : Math.min(stopE8, start);
        return worsened(side, base, settings.halfSpreadBps() + settings.slippageBps());
    }

    /** When a limit order that rests since a time has been traded through: the later path's time, for both must. */
    public long limitNs(Side side, long limitE8, long sinceNs) {
        long from = Math.max(sinceNs, openNs);
        boolean up = side == Side.SELL;
        boolean touch = settings.touchFills();
        return Math.max(reachNs(lowFirst, limitE8, up, from, touch), reachNs(highFirst, limitE8, up, from, touch));
    }

    /** What a resting limit order gets: its limit, or where the whole bar lies beyond it, the bar's nearest price. */
    public long limitPriceE8(Side side, long limitE8) {
        return side == Side.BUY ? Math.min(limitE8, ceilingE8) : Math.max(limitE8, floorE8);
    }

    /** What a position closed by force gets at the bad extreme. */
    public long forcedPriceE8(Side side) {
        return side == Side.BUY ? ceilingE8 : floorE8;
    }

    private boolean soonAfterOpen(long timeNs) {
        return timeNs <= openNs + settings.openWindowMs() * NS_PER_MS;
    }

    private long worsened(Side side, long priceE8, double bps) {
        long costE8 = FixedPoint.basisPointsUp(priceE8, bps);
        long price = side == Side.BUY
                ? Math.ceilDiv(priceE8 + costE8, tickE8) * tickE8
                : Math.floorDiv(priceE8 - costE8, tickE8) * tickE8;
        return Math.min(ceilingE8, Math.max(floorE8, price));
    }

    /** The worse of both paths' prices at a time, rounded to the worse side. */
    private long worse(Side side, long timeNs) {
        double one = priceAt(lowFirst, timeNs);
        double other = priceAt(highFirst, timeNs);
        return side == Side.BUY ? (long) Math.ceil(Math.max(one, other)) : (long) Math.floor(Math.min(one, other));
    }

    private double priceAt(long[] path, long timeNs) {
        for (int leg = 0; leg < POINTS - 1; leg++) {
            if (timeNs <= pointNs(leg + 1)) {
                double part = Math.max(0L, timeNs - pointNs(leg))
                        / (double) Math.max(1L, pointNs(leg + 1) - pointNs(leg));
                return path[leg] + part * (path[leg + 1] - path[leg]);
            }
        }
        return path[POINTS - 1];
    }

    /** First time from {@code fromNs} at which a path is at a level ({@code touch}) or goes beyond it. */
    private long reachNs(long[] path, long levelE8, boolean up, long fromNs, boolean touch) {
        if (fromNs > closeNs) {
            return NEVER;
        }
        double start = priceAt(path, fromNs);
        if (up ? start > levelE8 || touch && start == levelE8 : start < levelE8 || touch && start == levelE8) {
            return fromNs;
        }
        for (int leg = 0; leg < POINTS - 1; leg++) {
            long end = path[leg + 1];
            boolean reaches = up
                    ? end > levelE8 || touch && end == levelE8
                    : end < levelE8 || touch && end == levelE8;
            if (reaches && pointNs(leg + 1) >= fromNs) {
                return Math.max(fromNs, crossingNs(path, leg, levelE8));
            }
        }
        return NEVER;
    }

    private long crossingNs(long[] path, int leg, long levelE8) {
        long moveE8 = path[leg + 1] - path[leg];
        double part = moveE8 == 0 ? 0.0 : (levelE8 - path[leg]) / (double) moveE8;
        return pointNs(leg) + (long) (Math.max(0.0, part) * (pointNs(leg + 1) - pointNs(leg)));
    }

    private long pointNs(int point) {
        return openNs + (closeNs - openNs) / (POINTS - 1) * point
                + (point == POINTS - 1 ? (closeNs - openNs) % (POINTS - 1) : 0L);
    }

    private static void fill(long[] path, long first, long second, long third, long fourth) {
        path[0] = first;
        path[1] = second;
        path[2] = third;
        path[3] = fourth;
    }
}
