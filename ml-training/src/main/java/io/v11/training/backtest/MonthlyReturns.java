package io.v11.training.backtest;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.v11.training.performance.EquityCurve;

/** Return of each calendar month, UTC; the first and the last may be cut short. */
public record MonthlyReturns(List<Month> months) {
    /** @param value as a fraction */
    public record Month(int year, int month, double value) {
    }

    public static MonthlyReturns of(EquityCurve curve) {
        List<Month> months = new ArrayList<>();
        double before = curve.equity(0);
        // A point at the first instant of a month tells how the month before ended.
        YearMonth current = month(curve.timeNs(0));
        for (int i = 1; i < curve.points(); i++) {
            YearMonth of = month(curve.timeNs(i) - 1);
            if (!of.equals(current) && of.isAfter(current)) {
                months.add(new Month(current.getYear(), current.getMonthValue(), curve.equity(i - 1) / before - 1.0));
                before = curve.equity(i - 1);
                current = of;
            }
        }
        months.add(new Month(current.getYear(), current.getMonthValue(),
                curve.equity(curve.points() - 1) / before - 1.0));
        return new MonthlyReturns(List.copyOf(months));
    }

    private static YearMonth month(long timeNs) {
        return YearMonth.from(Instant.ofEpochSecond(Math.floorDiv(timeNs, 1_000_000_000L)).atZone(ZoneOffset.UTC));
    }
}
