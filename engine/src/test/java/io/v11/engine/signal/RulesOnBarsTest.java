package io.v11.engine.signal;

import java.util.Random;
import java.util.function.IntToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.v11.config.SignalSettings.Rules;
import io.v11.engine.trading.TestSignals;
import io.v11.journal.event.Side;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** V10's rules on bars made up: features by the engine's own stage, nothing set by hand. */
class RulesOnBarsTest {
    /** 2024-01-01, a Monday. */
    private static final long MONDAY_NS = 1_704_067_200_000_000_000L;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final double TREND_STEP = 0.002;
    private static final Rules RULES = TestSignals.RULES;

    @Test
    void shouldBuyARiseAndSellAFall() {
        RuleDrive rise = drive(RULES, 600, hour -> 100.0 * StrictMath.exp(TREND_STEP * hour), 5);
        RuleDrive fall = drive(RULES, 600, hour -> 100.0 * StrictMath.exp(-TREND_STEP * hour), 5);

        assertTrue(rise.trades.size() + Math.abs(rise.side()) > 0 && fall.trades.size() + Math.abs(fall.side()) > 0);
        assertTrue(rise.trades.stream().allMatch(trade -> trade.side() == Side.BUY) && rise.side() >= 0);
        assertTrue(fall.trades.stream().allMatch(trade -> trade.side() == Side.SELL) && fall.side() <= 0);
    }

    @Test
    void shouldFadeARangeWhoseTrendIsWeak() {
        // With the filter at 100 nothing counts as a trend.
        RuleDrive range = drive(with(100.0, false), 1_000, RulesOnBarsTest::range, 7);

        long bought = range.trades.stream().filter(trade -> trade.side() == Side.BUY).count();
        long below = range.trades.stream().filter(trade -> trade.side() == Side.BUY == trade.openPrice() < 100.0)
                .count();
        double gain = range.trades.stream().mapToDouble(RuleDrive.Trade::gainBps).average().orElse(0.0);

        assertTrue(bought > 5 && range.trades.size() - bought > 5, "bought " + bought + " of " + range.trades.size());
        assertEquals(range.trades.size(), below, "bought below the middle, sold above");
        assertTrue(gain > 0.0, "gain " + gain);
    }

    @Test
    void shouldFollowSwingsWhenEverythingCountsAsATrend() {
        RuleDrive trend = drive(with(0.0, false), 1_000, RulesOnBarsTest::swing, 7);
        RuleDrive range = drive(with(100.0, false), 1_000, RulesOnBarsTest::swing, 7);

        long along = trend.trades.stream().filter(trade -> trade.side() == Side.BUY == rises(trade.openedNs())).count();
        double gain = trend.trades.stream().mapToDouble(RuleDrive.Trade::gainBps).average().orElse(0.0);
        assertTrue(trend.trades.size() > 5, "trades " + trend.trades.size());
        // Averages lag: an entry may come in the hours after a turn.
        assertTrue(along * 10 >= trend.trades.size() * 9L, along + " of " + trend.trades.size() + " along the swing");
        assertTrue(gain > 0.0, "gain " + gain);
        assertNotEquals(trend.hash(), range.hash());
    }

    @Test
    void shouldNeverHoldAShortPositionWhenLongOnly() {
        RuleDrive free = drive(with(100.0, false), 1_000, RulesOnBarsTest::range, 7);
        RuleDrive careful = drive(with(100.0, true), 1_000, RulesOnBarsTest::range, 7);

        assertTrue(free.trades.stream().anyMatch(trade -> trade.side() == Side.SELL));
        assertTrue(careful.trades.size() > 5);
        assertTrue(careful.trades.stream().allMatch(trade -> trade.side() == Side.BUY));
    }

    @Test
    void shouldConcludeTheSameEachTime() {
        long first = drive(RULES, 500, RulesOnBarsTest::swing, 3).hash();

        assertEquals(first, drive(RULES, 500, RulesOnBarsTest::swing, 3).hash());
    }

    /** There and back within the span of the oscillators. */
    private static double range(int hour) {
        return 100.0 + 3.0 * StrictMath.sin(hour * 2.0 * Math.PI / 20.0);
    }

    /** There and back within several times the span of the averages. */
    private static double swing(int hour) {
        return 100.0 + 6.0 * StrictMath.sin(hour * 2.0 * Math.PI / 100.0);
    }

    private static boolean rises(long timeNs) {
        int hour = (int) ((timeNs - MONDAY_NS) / HOUR_NS);
        return swing(hour) > swing(hour - 1);
    }

    private static Rules with(double adx, boolean longOnly) {
        return new Rules("hour", adx, 0.4, 0.8, 0.0, 0.5, 3.0, 2.0, 4.0, 48, 40, longOnly);
    }

    /** Bars around a path, takers buying while it rises; a seed for noise of a twentieth of a percent. */
    private static RuleDrive drive(Rules rules, int hours, IntToDoubleFunction path, long seed) {
        Random random = new Random(seed);
        RuleDrive drive = new RuleDrive(rules);
        double close = path.applyAsDouble(0);
        for (int hour = 0; hour < hours; hour++) {
            double open = close;
            close = path.applyAsDouble(hour + 1) * (1.0 + 0.0005 * random.nextGaussian());
            double high = Math.max(open, close) * (1.0 + 0.0005 * random.nextDouble());
            double low = Math.min(open, close) * (1.0 - 0.0005 * random.nextDouble());
            double volume = 50.0 + 100.0 * random.nextDouble();
            double bought = volume * (close > open ? 0.6 : 0.4);
            drive.bar(MONDAY_NS + hour * HOUR_NS, open, high, low, close, volume, bought, volume * (open + close) / 2);
        }
        return drive;
    }
}
