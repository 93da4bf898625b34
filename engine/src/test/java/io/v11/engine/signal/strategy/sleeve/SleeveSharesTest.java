package io.v11.engine.signal.strategy.sleeve;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.SignalSettings;
import io.v11.engine.allocation.AllocationMethod;
import io.v11.engine.allocation.AllocationOutcome;
import io.v11.engine.allocation.AllocationSettings;
import io.v11.engine.allocation.ReturnWindow;
import io.v11.engine.allocation.Views;
import io.v11.engine.allocation.programme.WeightLimits;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.TestSignals;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** When shares are made anew, from what, and what happens when they are not. */
class SleeveSharesTest {
    private static final int INSTRUMENTS = 3;
    private static final int WINDOW = 100;
    private static final int DAY_MINUTES = 1_440;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final double[] SCORES = {0.5, -0.8, 0.2};

    @ParameterizedTest
    @ValueSource(strings = {"HIERARCHICAL_RISK_PARITY", "RISK_PARITY", "MINIMUM_VARIANCE"})
    void shouldHoldWhatTheAllocatorSaysOfTheSameWindow(String method) {
        Drive drive = new Drive(method);
        AllocationSettings terms = AllocationSettings.of(WeightLimits.longOnly(INSTRUMENTS, 0.5)).withRowsMin(50)
                .withHorizonBars(24).withRiskAversion(3.0).withTurnoverCost(0.0005);
        double[] expected = null;
        int compared = 0;
        for (int hour = 0; hour < 400; hour++) {
            boolean due = drive.hour();
            if (due && drive.window.size() >= 50) {
                expected = expected == null ? drive.inverseVolatility() : expected;
                AllocationOutcome outcome = AllocationMethod.valueOf(method).allocator(terms).allocate(drive.window,
                        new Views(INSTRUMENTS, 1), expected, expected);
                assertEquals(AllocationOutcome.ALLOCATED, outcome);
                compared++;
            }
            if (expected != null) {
                assertArrayEquals(expected, drive.shares(), "hour " + hour);
            }
        }

        assertEquals(14, compared, "from the third day's end on, 16 full days");
        assertEquals(compared, drive.shares.allocations());
    }

    @Test
    void shouldAllocateAtTheFirstCompleteHourOfAPeriodOnly() {
        Drive drive = new Drive("HIERARCHICAL_RISK_PARITY");
        for (int hour = 0; hour < 300; hour++) {
            assertEquals((hour + 1) % 24 == 0 && hour > 0, drive.hour(), "hour " + hour);
        }

        drive.hour += 30; // the venue was silent over midnight
        assertTrue(drive.hour());
        assertFalse(drive.hour());
    }

    @Test
    void shouldCountAndKeepWhatThereWasWhenThereIsNoAnswer() {
        Drive drive = new Drive("RISK_PARITY");
        for (int hour = 0; hour < 49; hour++) {
            drive.hour();
        }
        assertFalse(drive.shares.known(), "half a window is needed");
        assertEquals(2, drive.shares.failures());
        for (int hour = 49; hour < 240; hour++) {
            drive.hour();
        }
        double[] before = drive.shares();
        int allocations = drive.shares.allocations();

        drive.still = true;
        for (int hour = 240; hour < 240 + WINDOW + 48; hour++) {
            drive.hour();
        }

        // Four days hold a last move yet; from the fifth midnight on nobody has moved in the whole window.
        assertEquals(allocations + 4, drive.shares.allocations());
        assertEquals(4, drive.shares.failures());
        assertEquals(1.0, Arrays.stream(drive.shares()).sum(), 1e-9);
        assertNotEquals(0.0, before[0]);
    }

    @Test
    void shouldWaitForHalfAWindowOfANewcomer() {
        Drive drive = new Drive("HIERARCHICAL_RISK_PARITY");
        drive.playing = 2;
        for (int hour = 0; hour < 240; hour++) {
            drive.hour();
        }
        assertEquals(0.0, drive.shares()[2]);

        drive.playing = 3;
        for (int hour = 240; hour < 288; hour++) {
            drive.hour();
        }
        assertEquals(0.0, drive.shares()[2], "47 returns");
        for (int hour = 288; hour < 312; hour++) {
            drive.hour();
        }
        assertTrue(drive.shares()[2] > 0.0, "71 returns");
    }

    @ParameterizedTest
    @EnumSource
    void shouldStayWithinTheLargestShareByEveryMethod(AllocationMethod method) {
        Drive drive = new Drive(method.name());
        for (int hour = 0; hour < 240; hour++) {
            drive.hour();
        }

        double size = 0.0;
        for (double share : drive.shares()) {
            assertTrue(Math.abs(share) <= 0.5 + 1e-9, method + " " + share);
            size += Math.abs(share);
        }
        assertTrue(SignalSettings.ALLOCATIONS.contains(method.name()), "may be configured");
        assertEquals(8, drive.shares.allocations());
        assertTrue(drive.shares.weighScores() ? size > 0.0 && size <= 1.0 + 1e-9 : Math.abs(size - 1.0) <= 1e-9,
                method + " " + size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEAN_VARIANCE", "BLACK_LITTERMAN"})
    void shouldTakeTheSideOfTheScoresWhereTheyAreTheViews(String method) {
        Drive drive = new Drive(method);
        for (int hour = 0; hour < 240; hour++) {
            drive.hour();
        }

        assertTrue(drive.shares()[0] > 0.0, "long");
        assertTrue(drive.shares()[1] < 0.0, "short");
    }

    @Test
    void shouldAllocateNoMemoryInAnHour() {
        Drive drive = new Drive("RISK_PARITY");
        for (int hour = 0; hour < 200; hour++) {
            drive.hour();
        }
        boolean[] told = {true, true, true};

        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                drive.shares.onHour(200 * HOUR_NS + i, told, drive.prices);
            }
        });

        assertEquals(0L, bytes);
    }

    @Test
    void shouldHashWhatLaterSharesDependOn() {
        Drive first = new Drive("RISK_PARITY");
        Drive second = new Drive("RISK_PARITY");
        for (int hour = 0; hour < 200; hour++) {
            first.hour();
            second.hour();
            assertEquals(first.shares.addTo(1L), second.shares.addTo(1L), "hour " + hour);
        }

        second.still = true;
        first.hour();
        second.hour();
        assertNotEquals(first.shares.addTo(1L), second.shares.addTo(1L));
        assertEquals(1L, new Drive("INVERSE_VOLATILITY").shares.addTo(1L));
    }

    /** Three instruments of different volatility, the first two moving together; a window beside them for comparison. */
    private static final class Drive {
        private final Random random = new Random(5);
        private final PriceHistory prices = new PriceHistory(INSTRUMENTS, 720);
        private final SleeveShares shares;
        private final ReturnWindow window = new ReturnWindow(INSTRUMENTS, WINDOW);
        private final double[] closes = {100.0, 50.0, 20.0};
        private int playing = INSTRUMENTS;
        private boolean still;
        private int hour;

        Drive(String method) {
            shares = new SleeveShares(TestSignals.allocation(method, WINDOW, DAY_MINUTES), INSTRUMENTS);
        }

        /** Plays an hour, as the portfolio does: the first has no returns yet. */
        boolean hour() {
            double common = random.nextGaussian();
            double[] returns = new double[INSTRUMENTS];
            boolean[] told = new boolean[INSTRUMENTS];
            for (int i = 0; i < playing; i++) {
                double own = random.nextGaussian();
                double before = StrictMath.log(closes[i]);
                double move = 0.01 * (i + 1) * (i < 2 ? 0.6 * common + 0.8 * own : own);
                closes[i] *= still ? 1.0 : 1.0 + move;
                returns[i] = StrictMath.expm1(StrictMath.log(closes[i]) - before);
                told[i] = true;
                prices.onBar(i, closes[i]);
            }
            if (hour++ == 0) {
                return false;
            }
            window.append(returns);
            boolean due = shares.onHour(hour * HOUR_NS, told, prices);
            if (due) {
                shares.allocate(SCORES, prices);
            }
            return due;
        }

        double[] shares() {
            double[] held = new double[INSTRUMENTS];
            for (int i = 0; i < INSTRUMENTS; i++) {
                held[i] = shares.of(i);
            }
            return held;
        }

        double[] inverseVolatility() {
            double[] held = new double[INSTRUMENTS];
            double sum = 0.0;
            for (int i = 0; i < INSTRUMENTS; i++) {
                held[i] = 1.0 / prices.volatility(i);
                sum += held[i];
            }
            for (int i = 0; i < INSTRUMENTS; i++) {
                held[i] /= sum;
            }
            return held;
        }
    }
}
