package io.v11.engine.risk.tail;

import java.util.Arrays;

/**
 * Value at risk and expected shortfall of equally likely losses. With tail = (1 - confidence) x scenarios, m = floor(tail):
 *
 * <pre>
 *   VaR = the (m + 1)-th largest loss                                  lowest x with P(loss &lt;= x) >= confidence
 *   ES  = (sum of the m largest + (tail - m) x the (m + 1)-th) / tail  Rockafellar and Uryasev 2002, proposition 8
 * </pre>
 *
 * The largest are kept sorted in one pass and summed from the largest down, so the result does not depend on the order of the scenarios, ties
 * included. Confined to one thread; allocates nothing after construction. At most a tenth of 500 losses are kept, so the shifting
 * of the sorted ones stays short; losses that grow from scenario to scenario are the slowest input.
 */
final class TailSum {
    private static final double WHOLE = 1e-9;

    private final double tailFraction;
    private final double[] largest;
    private double shortfall;
    private double valueAtRisk;

    TailSum(double confidence, int scenariosMax) {
        tailFraction = 1.0 - confidence;
        largest = new double[(int) tail(scenariosMax) + 1];
    }

    /** 0.05 x 500 is 25, though the product of the two doubles is a little more. */
    private double tail(int size) {
        double tail = tailFraction * size;
        double whole = Math.rint(tail);
        return Math.abs(tail - whole) < WHOLE ? whole : tail;
    }

    /** Reads the first losses of the array, at least one of them. */
    void measure(double[] losses, int size) {
        double tail = tail(size);
        int whole = (int) tail;
        select(losses, size, whole + 1);
        double sum = 0.0;
        for (int i = 0; i < whole; i++) {
            sum += largest[i];
        }
        valueAtRisk = largest[whole];
        shortfall = (sum + (tail - whole) * valueAtRisk) / tail;
    }

    private void select(double[] losses, int size, int kept) {
        int last = kept - 1;
        Arrays.fill(largest, 0, kept, Double.NEGATIVE_INFINITY);
        double threshold = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            double loss = losses[k];
            if (loss > threshold) {
                int place = last;
                while (place > 0 && largest[place - 1] < loss) {
                    largest[place] = largest[place - 1];
                    place--;
                }
                largest[place] = loss;
                threshold = largest[last];
            }
        }
    }

    double expectedShortfall() {
        return shortfall;
    }

    double valueAtRisk() {
        return valueAtRisk;
    }
}
