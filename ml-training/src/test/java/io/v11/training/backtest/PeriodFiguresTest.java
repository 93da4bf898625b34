package io.v11.training.backtest;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.training.backtest.reading.AccountSeries;
import io.v11.training.performance.EquityCurve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PeriodFiguresTest {
    private static final long HOUR = EquityCurve.HOUR_NS;
    private static final long DAY = EquityCurve.DAY_NS;
    /** 2024-01-01 00:00 UTC, a Monday. */
    private static final long MONDAY = 1_704_067_200_000_000_000L;

    @Test
    void shouldCutMonthsAtTheirLastInstant() {
        EquityCurve curve = EquityCurve.of(
                new long[]{MONDAY, MONDAY + 20 * DAY, MONDAY + 31 * DAY, MONDAY + 40 * DAY, MONDAY + 60 * DAY},
                new double[]{100.0, 130.0, 110.0, 99.0, 121.0});

        List<MonthlyReturns.Month> months = MonthlyReturns.of(curve).months();

        // the point at the first instant of February is how January ended
        assertEquals(2, months.size());
        assertEquals(1, months.get(0).month());
        assertEquals(0.10, months.get(0).value(), 1e-12);
        assertEquals(2, months.get(1).month());
        assertEquals(0.10, months.get(1).value(), 1e-12);
    }

    @Test
    void shouldFileReturnsUnderTheHourInWhichTheyWereMade() {
        EquityCurve curve = EquityCurve.of(
                new long[]{MONDAY, MONDAY + 9 * HOUR, MONDAY + 10 * HOUR, MONDAY + 7 * DAY + 9 * HOUR,
                    MONDAY + 7 * DAY + 10 * HOUR},
                new double[]{100.0, 100.0, 102.0, 102.0, 102.0});

        HourlyReturns hours = HourlyReturns.of(curve);

        assertEquals(2, hours.count()[0][9]);
        assertEquals(0.01, hours.mean()[0][9], 1e-12);
        assertEquals(0.0, hours.mean()[0][10], 0.0);
        assertEquals(1, hours.count()[1][9]);
    }

    @Test
    void shouldRollTheSharpeOfTheLastReturns() {
        int days = 40;
        long[] times = new long[days + 1];
        double[] equity = new double[days + 1];
        equity[0] = 100.0;
        for (int i = 0; i <= days; i++) {
            times[i] = MONDAY + i * DAY;
            equity[i] = i == 0 ? 100.0 : equity[i - 1] * (i % 2 == 0 ? 1.02 : 0.99);
        }

        Rolling rolling = Rolling.sharpe(EquityCurve.of(times, equity), Grain.DAY);

        // 30 returns, half of them 2 %, half -1 %: mean 0.5 %, deviation 1.5 % times the root of 30/29
        double expected = 0.005 / (0.015 * Math.sqrt(30.0 / 29.0)) * Math.sqrt(365.0);
        assertEquals(11, rolling.values().length);
        assertEquals(MONDAY + 30 * DAY, rolling.timesNs()[0]);
        assertEquals(expected, rolling.values()[0], 1e-9);
        assertEquals(expected, rolling.values()[10], 1e-9);
    }

    @Test
    void shouldRollTheAccuracyOfWholeWindowsOnly() {
        int points = 300;
        long[] times = new long[points];
        long[] resolved = new long[points];
        long[] hits = new long[points];
        for (int i = 0; i < points; i++) {
            times[i] = MONDAY + i * HOUR;
            resolved[i] = 2;
            hits[i] = i < 200 ? 1 : 2;
        }
        AccountSeries account = new AccountSeries(HOUR, times, new long[points], new long[points], new long[points],
                new long[points], resolved, hits);

        Rolling rolling = Rolling.accuracy(account, Grain.HOUR, 30);

        assertTrue(Double.isNaN(rolling.values()[Grain.HOUR.window() - 1]));
        assertEquals(0.5, rolling.values()[Grain.HOUR.window()], 0.0);
        // 169 points, of which the last 100 are all right
        assertEquals((69 + 200) / 338.0, rolling.values()[299], 1e-12);
        assertFalse(Rolling.accuracy(account, Grain.HOUR, 1_000).present());
    }

    @Test
    void shouldTakeTheLongestPeriodThatLeavesEnough() {
        assertEquals(Grain.DAY, Grain.of(60 * DAY));
        assertEquals(Grain.HOUR, Grain.of(59 * DAY));
        assertEquals(Grain.MINUTE, Grain.of(2 * DAY));
        assertEquals(Grain.SECOND, Grain.of(HOUR - 1));
        assertEquals(365.0 * 24.0, Grain.HOUR.perYear(), 0.0);
    }
}
