package io.v11.training.execution.calibration;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.FixedPoint;
import io.v11.training.execution.order.SentOrder;

/**
 * Resting orders asked at several ages whether a first fill had come: an order gives a row for each age within its planned life up
 * to which its fate is known. One that was cancelled before an age says nothing of it (it is censored), and one that the venue
 * refused never rested. Ages beyond the planned life give no row even of orders that were filled: they alone would be known then.
 *
 * @param inputs by input, see {@link #NAMES}, then by row
 * @param filled by row: 1 when a fill came by then, else 0
 * @param instruments by row
 * @param ages   by row: which of {@link #AGES_NS}
 * @param orders by row: which order, rising
 * @param count  orders with a row
 * @param fills  of them those with a fill at some age
 */
record RestingOutcomes(double[][] inputs, double[] filled, int[] instruments, int[] ages, int[] orders, int count,
        int fills) {
    /** From the decision on, so both ways' latency is in it. */
    static final long[] AGES_NS = {100_000_000L, 200_000_000L, 500_000_000L, 1_000_000_000L, 2_000_000_000L,
        5_000_000_000L, 10_000_000_000L, 20_000_000_000L, 50_000_000_000L};
    static final List<String> NAMES = List.of("distance from the touch, bp", "queue ahead, share of own side's depth",
            "spread, bp", "imbalance towards own side", "ln of age in seconds",
            "ln of seconds until the queue has traded");
    /** Least flow of trades, as a share of the quantity that must trade, per second: no trade was seen of late. */
    private static final double LEAST_FLOW = 1e-4;

    static RestingOutcomes of(List<SentOrder> sent) {
        List<double[]> rows = new ArrayList<>();
        List<double[]> told = new ArrayList<>();
        int count = 0;
        int fills = 0;
        for (SentOrder order : sent) {
            boolean any = false;
            boolean hit = false;
            for (int age = 0; age < AGES_NS.length && AGES_NS[age] <= order.lifeNs(); age++) {
                double outcome = outcome(order, AGES_NS[age]);
                if (!Double.isNaN(outcome)) {
                    rows.add(inputs(order, AGES_NS[age]));
                    told.add(new double[]{outcome, order.instrument(), age, count});
                    any = true;
                    hit |= outcome > 0.0;
                }
            }
            count += any ? 1 : 0;
            fills += hit ? 1 : 0;
        }
        double[][] inputs = new double[NAMES.size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < inputs.length; i++) {
                inputs[i][row] = rows.get(row)[i];
            }
        }
        return new RestingOutcomes(inputs, told.stream().mapToDouble(of -> of[0]).toArray(),
                told.stream().mapToInt(of -> (int) of[1]).toArray(),
                told.stream().mapToInt(of -> (int) of[2]).toArray(),
                told.stream().mapToInt(of -> (int) of[3]).toArray(), count, fills);
    }

    int rows() {
        return filled.length;
    }

    private static double outcome(SentOrder order, long ageNs) {
        long atNs = order.cause().timeNs() + ageNs;
        if (order.firstFillNs() <= atNs) {
            return 1.0;
        }
        // Still working when the run ended: how long it was watched is not known here, so it says nothing.
        return order.endNs() != SentOrder.WORKING && order.endNs() > atNs ? 0.0 : Double.NaN;
    }

    private static double[] inputs(SentOrder order, long ageNs) {
        double mid = (order.cause().bidE8() + order.cause().askE8()) / 2.0;
        double behind = order.buy()
                ? order.cause().bidE8() - order.priceE8()
                : order.priceE8() - order.cause().askE8();
        double own = order.book().ownDepthE8();
        double mustTrade = FixedPoint.toDouble(order.book().aheadE8() + order.quantityE8());
        double flow = Math.max(order.book().hitPerSecond(), LEAST_FLOW * mustTrade);
        return new double[]{1e4 * behind / mid, own > 0.0 ? order.book().aheadE8() / own : 0.0,
            order.book().spreadBps(), order.book().imbalance(), StrictMath.log(ageNs / 1e9),
            StrictMath.log(mustTrade / flow)};
    }
}
