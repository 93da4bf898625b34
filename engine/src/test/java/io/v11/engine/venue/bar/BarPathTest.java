package io.v11.engine.venue.bar;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.v11.config.VenueSettings;
import io.v11.journal.event.Side;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A bar of 300 s that opens at 100, goes to 110 and 90, and closes at 104; legs of 100 s. Half spread 10 bp, slippage 20. */
class BarPathTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long OPEN = 1_000 * SECOND;

    private final BarPath path = path(false);

    private static BarPath path(boolean touchFills) {
        return new BarPath(e8("0.1"), e8("0.01"), new VenueSettings.Bar(1_000, 10.0, 20.0, 0.1, touchFills));
    }

    @BeforeEach
    void begin() {
        begin(path);
    }

    private static void begin(BarPath path) {
        path.begin(OPEN, OPEN + 300 * SECOND, e8("100"), e8("110"), e8("90"), e8("104"), e8("12.345"));
    }

    @Test
    void shouldTakeAtTheWorsenedOpenSoonAfterIt() {
        assertEquals(e8("100.1"), path.takePriceE8(Side.BUY, OPEN + SECOND));
        assertEquals(e8("99.9"), path.takePriceE8(Side.SELL, OPEN));
    }

    @Test
    void shouldTakeAtTheWorseOfBothPathsLater() {
        // 50 s in: one path at 95, the other at 105.
        assertEquals(e8("105.2"), path.takePriceE8(Side.BUY, OPEN + 50 * SECOND));
        assertEquals(e8("94.9"), path.takePriceE8(Side.SELL, OPEN + 50 * SECOND));
        // At the extremes no price is worse than the bar's own.
        assertEquals(e8("110"), path.takePriceE8(Side.BUY, OPEN + 100 * SECOND));
        assertEquals(e8("90"), path.takePriceE8(Side.SELL, OPEN + 200 * SECOND));
        // 250 s: 110 to 104 is at 107, 90 to 104 at 97.
        assertEquals(e8("107.2"), path.takePriceE8(Side.BUY, OPEN + 250 * SECOND));
        assertEquals(e8("96.9"), path.takePriceE8(Side.SELL, OPEN + 250 * SECOND));
    }

    @Test
    void shouldTriggerAStopOnTheFirstPathThatReachesIt() {
        assertEquals(OPEN + 50 * SECOND, path.stopNs(Side.SELL, e8("95"), 0L));
        assertEquals(OPEN + 50 * SECOND, path.stopNs(Side.BUY, e8("105"), 0L));
        assertEquals(OPEN + 100 * SECOND, path.stopNs(Side.BUY, e8("110"), 0L), "touching is reaching");
        assertEquals(BarPath.NEVER, path.stopNs(Side.BUY, e8("110.1"), 0L));
        // 30 bp off 95 is 94.715, on the grid 94.7
        assertEquals(e8("94.7"), path.stopPriceE8(Side.SELL, e8("95"), 0L));
        assertEquals(e8("90"), path.stopPriceE8(Side.SELL, e8("90.1"), 0L), "not below the low");
    }

    @Test
    void shouldFillAStopAtTheOpenWhenTheBarGapsBeyondIt() {
        assertEquals(OPEN, path.stopNs(Side.SELL, e8("101"), 0L));
        assertEquals(e8("99.7"), path.stopPriceE8(Side.SELL, e8("101"), 0L));
    }

    @Test
    void shouldFillALimitOnlyWhenBothPathsHaveTradedThroughIt() {
        // Down first at 50 s, down last at 150 s: the later counts.
        assertEquals(OPEN + 175 * SECOND, path.limitNs(Side.BUY, e8("95"), 0L));
        assertEquals(OPEN + 175 * SECOND, path.limitNs(Side.SELL, e8("105"), 0L));
        assertEquals(BarPath.NEVER, path.limitNs(Side.BUY, e8("90"), 0L), "at the low is not through it");
        assertEquals(OPEN, path.limitNs(Side.BUY, e8("101"), 0L), "the open lies through it");
        // From 120 s on, the path that was low first is on its way up from 94 and is not below 93 again.
        assertEquals(BarPath.NEVER, path.limitNs(Side.BUY, e8("93"), OPEN + 120 * SECOND));
    }

    @Test
    void shouldFillALimitByATouchOnlyWhenToldSo() {
        BarPath touching = path(true);
        begin(touching);

        assertEquals(OPEN + 200 * SECOND, touching.limitNs(Side.BUY, e8("90"), 0L));
    }

    @Test
    void shouldFillALimitBeyondTheBarAtTheBarsNearestPrice() {
        assertEquals(e8("95"), path.limitPriceE8(Side.BUY, e8("95")));
        assertEquals(e8("110"), path.limitPriceE8(Side.BUY, e8("120")));
        assertEquals(e8("90"), path.limitPriceE8(Side.SELL, e8("80")));
    }

    @Test
    void shouldGiveATenthOfTheVolumeInWholeLots() {
        assertEquals(e8("1.23"), path.budgetE8());
        path.spend(e8("1"));
        assertEquals(e8("0.23"), path.budgetE8());
    }

    @Test
    void shouldGiveNothingWithoutVolumeOrAPriceOnTheGrid() {
        path.begin(OPEN, OPEN + SECOND, e8("100"), e8("110"), e8("90"), e8("104"), 0L);
        assertFalse(path.traded());
        assertEquals(0L, path.budgetE8());
        path.begin(OPEN, OPEN + SECOND, e8("100.01"), e8("100.09"), e8("100.01"), e8("100.02"), e8("1000"));
        assertFalse(path.traded());
    }

    @Test
    void shouldCoverItsTimeAndNoMore() {
        assertFalse(path.covers(OPEN - 1));
        assertTrue(path.covers(OPEN));
        assertTrue(path.covers(OPEN + 300 * SECOND));
        assertFalse(path.covers(OPEN + 300 * SECOND + 1));
        path.end();
        assertFalse(path.covers(OPEN));
    }

    @Test
    void shouldHoldAPostOnlyOrderToTheBetterPath() {
        // 50 s in, one path is at 95: a buy at 95 might take.
        assertTrue(path.wouldTake(Side.BUY, e8("95"), OPEN + 50 * SECOND));
        assertFalse(path.wouldTake(Side.BUY, e8("94.9"), OPEN + 50 * SECOND));
        assertTrue(path.wouldTake(Side.SELL, e8("105"), OPEN + 50 * SECOND));
    }
}
