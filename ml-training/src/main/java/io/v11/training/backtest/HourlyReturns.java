package io.v11.training.backtest;

import java.util.Arrays;

import io.v11.training.performance.EquityCurve;

/**
 * Mean return of each hour of the week, UTC.
 *
 * @param mean  by weekday from Monday and hour, as a fraction; NaN where there was no such hour
 * @param count hours that each mean is of
 */
public record HourlyReturns(double[][] mean, int[][] count) {
    public static final int DAYS = 7;
    public static final int HOURS = 24;
    /** 1970-01-01 was a Thursday. */
    private static final int FIRST_DAY = 3;

    public static HourlyReturns of(EquityCurve curve) {
        double[][] sum = new double[DAYS][HOURS];
        int[][] count = new int[DAYS][HOURS];
        EquityCurve hourly = curve.hourly();
        double[] returns = hourly.returns();
        for (int i = 0; i < returns.length; i++) {
            long hour = hourly.timeNs(i) / EquityCurve.HOUR_NS;
            int day = (int) Math.floorMod(hour / HOURS + FIRST_DAY, (long) DAYS);
            int of = (int) Math.floorMod(hour, (long) HOURS);
            sum[day][of] += returns[i];
            count[day][of]++;
        }
        for (int day = 0; day < DAYS; day++) {
            for (int hour = 0; hour < HOURS; hour++) {
                sum[day][hour] = count[day][hour] == 0 ? Double.NaN : sum[day][hour] / count[day][hour];
            }
        }
        return new HourlyReturns(Arrays.copyOf(sum, DAYS), Arrays.copyOf(count, DAYS));
    }
}
