package io.v11.training.performance;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EquityCurveTest {
    private static final long HOUR = EquityCurve.HOUR_NS;

    @Test
    void shouldTakeTheLastPointOfEachBarAndKeepTheTotal() {
        EquityCurve curve = EquityCurve.of(new long[]{HOUR / 2, HOUR, HOUR + 1, 4 * HOUR - 1, 4 * HOUR + 5},
                new double[]{100.0, 101.0, 99.0, 110.0, 121.0});

        EquityCurve hours = curve.hourly();

        assertEquals(6, hours.points());
        double[] expected = {100.0, 101.0, 99.0, 99.0, 110.0, 121.0};
        for (int bar = 0; bar < 6; bar++) {
            assertEquals(bar * HOUR, hours.timeNs(bar));
            assertEquals(expected[bar], hours.equity(bar), "bar " + bar);
        }
        assertEquals(0.21, curve.totalReturn(), 1e-15);
        assertEquals(curve.totalReturn(), hours.totalReturn());
        assertEquals(curve.totalReturn(), curve.daily().totalReturn());
        assertEquals(1, curve.daily().returns().length);
    }

    @Test
    void shouldResampleAsANaiveSearchDoes() {
        for (long seed = 0; seed < 50; seed++) {
            EquityCurve curve = random(200, seed);

            EquityCurve hours = curve.hourly();

            for (int bar = 0; bar < hours.points(); bar++) {
                double expected = curve.equity(0);
                for (int i = 0; i < curve.points(); i++) {
                    expected = curve.timeNs(i) <= hours.timeNs(bar) ? curve.equity(i) : expected;
                }
                assertEquals(expected, hours.equity(bar), "bar " + bar + ", seed " + seed);
            }
            assertTrue(hours.timeNs(0) <= curve.timeNs(0) && curve.timeNs(0) < hours.timeNs(1), "seed " + seed);
        }
    }

    @Test
    void shouldLookAtEveryWindow() {
        EquityCurve curve = random(3000, 5);
        EquityCurve hours = curve.hourly();

        WindowReturns windows = curve.sevenDays(0.02);

        int count = 0;
        int above = 0;
        double least = Double.MAX_VALUE;
        double greatest = -Double.MAX_VALUE;
        for (int i = 0; i + 168 < hours.points(); i++) {
            double gain = (hours.equity(i + 168) - hours.equity(i)) / hours.equity(i);
            count++;
            above += gain > 0.02 ? 1 : 0;
            least = Math.min(least, gain);
            greatest = Math.max(greatest, gain);
        }
        assertTrue(count > 1000 && above > 0 && above < count, count + " windows, " + above + " above");
        assertEquals(count, windows.windows());
        assertEquals((hours.points() - 1) / 168, windows.apart());
        assertEquals(least, windows.least(), 1e-12);
        assertEquals(greatest, windows.greatest(), 1e-12);
        assertEquals(above / (double) count, windows.shareAbove());
        assertTrue(windows.least() <= windows.lowQuarter() && windows.lowQuarter() <= windows.median()
                && windows.median() <= windows.highQuarter() && windows.highQuarter() <= windows.greatest());
    }

    @Test
    void shouldKnowQuartersByHand() {
        EquityCurve curve = hours(100.0, 110.0, 99.0, 99.0, 198.0);

        WindowReturns one = curve.windows(HOUR, 1, 0.1);

        // Returns 10 %, -10 %, 0, 100 %; the gain that equals the target is not above it.
        assertEquals(-0.1, one.least(), 1e-12);
        assertEquals(-0.025, one.lowQuarter(), 1e-12);
        assertEquals(0.05, one.median(), 1e-12);
        assertEquals(0.325, one.highQuarter(), 1e-12);
        assertEquals(1.0, one.greatest(), 1e-12);
        assertTrue(one.shareAbove() >= 0.25 && one.shareAbove() <= 0.5);
    }

    @Test
    void shouldSayThatACurveIsShorterThanAWindow() {
        WindowReturns none = hours(100.0, 101.0, 102.0).sevenDays(0.25);

        assertEquals(0, none.windows());
        assertTrue(Double.isNaN(none.median()) && Double.isNaN(none.shareAbove()));
        assertEquals("no whole window", none.text());
    }

    @Test
    void shouldFindTheDeepestFallAndItsRecovery() {
        Drawdown fall = hours(100.0, 120.0, 120.0, 90.0, 60.0, 80.0, 120.0, 130.0, 104.0).drawdown();

        assertEquals(new Drawdown(0.5, 2 * HOUR, 4 * HOUR, 6 * HOUR), fall);
        assertTrue(fall.recovered());
        assertEquals(Drawdown.NEVER, hours(100.0, 130.0, 104.0, 129.0).drawdown().recoveryNs());
        assertFalse(hours(100.0, 130.0, 104.0, 129.0).drawdown().recovered());
        assertEquals(0.0, hours(100.0, 101.0, 101.0).drawdown().depth());
    }

    @Test
    void shouldFallAsDeepAsANaiveSearchOfAllPairsSays() {
        for (long seed = 0; seed < 50; seed++) {
            EquityCurve curve = random(150, seed);
            double deepest = 0.0;
            long below = 0;
            for (int i = 0; i < curve.points(); i++) {
                double peak = 0.0;
                for (int j = 0; j <= i; j++) {
                    deepest = Math.max(deepest, 1.0 - curve.equity(i) / curve.equity(j));
                    peak = Math.max(peak, curve.equity(j));
                }
                double next = i + 1 < curve.points() ? curve.equity(i + 1) : 0.0;
                // From a point to the next the curve is under water if either end is below the peak so far.
                below += i + 1 < curve.points() && (curve.equity(i) < peak || next < peak)
                        ? curve.timeNs(i + 1) - curve.timeNs(i)
                        : 0;
            }

            assertEquals(deepest, curve.drawdown().depth(), 1e-15, "seed " + seed);
            assertEquals(below / (double) curve.spanNs(), curve.underWater().share(), 1e-12, "seed " + seed);
        }
    }

    @Test
    void shouldMeasureTimeUnderWater() {
        UnderWater water = hours(100.0, 90.0, 100.0, 101.0, 99.0, 98.0, 101.0, 102.0, 100.0).underWater();

        assertEquals(new UnderWater(6.0 / 8.0, 3 * HOUR, 3), water);
        assertEquals(new UnderWater(0.0, 0, 0), hours(1.0, 1.0, 2.0).underWater());
        assertEquals(new UnderWater(1.0, HOUR, 1), hours(2.0, 1.0).underWater());
        assertEquals(new UnderWater(1.0, 2 * HOUR, 1), hours(2.0, 1.0, 1.5).underWater());
    }

    @Test
    void shouldEndWhereTheAccountIsLost() {
        EquityCurve lost = EquityCurve.of(new long[]{0, 30 * HOUR, 31 * HOUR}, new double[]{100.0, 50.0, 0.0});

        EquityCurve hours = lost.resampled(HOUR / 4);

        assertEquals(-1.0, hours.totalReturn());
        assertEquals(1.0, hours.drawdown().depth());
        assertEquals(-1.0, hours.returns()[hours.points() - 2]);
        assertArrayEquals(new double[]{0.0, -1.0}, lost.daily().returns());
    }

    @Test
    void shouldSayWhatIsWrongWithACurve() {
        assertRefused("one for each", new long[]{1, 2}, 1.0);
        assertRefused("has no return", new long[]{1}, 1.0);
        assertRefused("timesNs[2]=2 is not after 2", new long[]{1, 2, 2}, 1.0, 1.0, 1.0);
        assertRefused("equity[1] is NaN at timeNs=2", new long[]{1, 2}, 1.0, Double.NaN);
        assertRefused("equity[0] is 0.0", new long[]{1, 2}, 0.0, 1.0);
        assertRefused("equity[1] is -1.0", new long[]{1, 2}, 1.0, -1.0);
        assertRefused("equity[1] is Infinity", new long[]{1, 2}, 1.0, Double.POSITIVE_INFINITY);
        EquityCurve long0 = EquityCurve.of(new long[]{0, Long.MAX_VALUE / 2}, new double[]{1.0, 2.0});
        assertThrows(IllegalArgumentException.class, () -> long0.resampled(1));
        assertThrows(IllegalArgumentException.class, () -> long0.resampled(0));
    }

    private static void assertRefused(String part, long[] timesNs, double... equity) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class,
                () -> EquityCurve.of(timesNs, equity));
        assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
    }

    private static EquityCurve hours(double... equity) {
        long[] timesNs = new long[equity.length];
        for (int i = 0; i < timesNs.length; i++) {
            timesNs[i] = i * HOUR;
        }
        return EquityCurve.of(timesNs, equity);
    }

    private static EquityCurve random(int points, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] timesNs = new long[points];
        double[] equity = new double[points];
        long timeNs = 1_700_000_000_000_000_000L;
        double worth = 1000.0;
        for (int i = 0; i < points; i++) {
            timeNs += 1 + random.nextLong(2 * HOUR);
            worth *= 1.0 + 0.005 * random.nextGaussian();
            timesNs[i] = timeNs;
            equity[i] = worth;
        }
        return EquityCurve.of(timesNs, equity);
    }
}
