package io.v11.training.performance;

import java.util.Arrays;

import io.v11.training.performance.sample.Finite;

/**
 * What the worst periods of a history lost: historical value at risk and expected shortfall of one period, losses as
 * positive fractions. VaR is minus the ceil(n a)-th worst return; ES the mean loss of the worst share a, a part of a
 * period where n a is no whole number (Acerbi and Tasche 2002). With fewer than 1 / a periods both are of the worst
 * one.
 */
public record TailRisk(double valueAtRisk95, double shortfall95, double valueAtRisk99, double shortfall99) {
    /** Of at least one return. */
    public static TailRisk of(double[] returns) {
        double[] sorted = Finite.require("returns", returns, 1).clone();
        Arrays.sort(sorted);
        return new TailRisk(valueAtRisk(sorted, 5), shortfall(sorted, 5), valueAtRisk(sorted, 1), shortfall(sorted, 1));
    }

    /** Whole percents, as 0.05 n misses whole numbers by rounding. */
    private static double valueAtRisk(double[] sorted, int percent) {
        return -sorted[(int) Math.ceilDiv((long) sorted.length * percent, 100L) - 1];
    }

    private static double shortfall(double[] sorted, int percent) {
        double tail = Math.max(1.0, sorted.length * (double) percent / 100.0);
        int whole = (int) tail;
        double sum = 0.0;
        for (int i = 0; i < whole; i++) {
            sum += sorted[i];
        }
        if (tail > whole) {
            sum += (tail - whole) * sorted[whole];
        }
        return -sum / tail;
    }
}
