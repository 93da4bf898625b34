package io.v11.training.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.account.Fill;
import io.v11.training.execution.order.OrderFill;
import io.v11.training.execution.order.SentOrder;

/** A {@link CostGroup} under growth; orders are added in order of time. Confined to one thread. */
final class CostSum {
    private static final double NS_PER_MS = 1e6;

    private final long[] horizonsNs;
    private final List<OrderFill> fills = new ArrayList<>();
    private final List<Double> delaysMs = new ArrayList<>();
    private long orders;
    private long filledOrders;
    private long wantedE8;
    private long tradedE8;
    private long spreadE8;
    private long slippageE8;
    private long feesE8;
    private long opportunityE8;
    private long opportunityUnknown;

    CostSum(long[] horizonsNs) {
        this.horizonsNs = horizonsNs;
    }

    void add(SentOrder order) {
        orders++;
        filledOrders += order.filled() ? 1 : 0;
        wantedE8 += order.wantedE8();
        for (OrderFill of : order.fills()) {
            Fill fill = of.fill();
            fills.add(of);
            tradedE8 += fill.notionalE8();
            spreadE8 += fill.spreadE8();
            slippageE8 += fill.slippageE8();
            feesE8 += fill.feeE8();
        }
        if (!order.fills().isEmpty() && order.cause().sequence() > 0) {
            delaysMs.add((order.firstFillNs() - order.cause().timeNs()) / NS_PER_MS);
        }
        if (!order.filled() && order.arrivalTwiceE8() > 0) {
            addOpportunity(order);
        }
    }

    CostGroup group(String name) {
        List<Markout> markouts = new ArrayList<>();
        for (int h = 0; h < horizonsNs.length; h++) {
            markouts.add(markout(h));
        }
        return new CostGroup(name, orders, filledOrders, fills.size(), wantedE8, tradedE8, spreadE8, slippageE8, feesE8,
                opportunityE8, opportunityUnknown, median(delaysMs), markouts);
    }

    private void addOpportunity(SentOrder order) {
        if (order.horizonTwiceE8() == 0) {
            opportunityUnknown++;
            return;
        }
        long then = FixedPoint.multiply(order.unfilledE8(), order.horizonTwiceE8()) / 2;
        long arrival = FixedPoint.multiply(order.unfilledE8(), order.arrivalTwiceE8()) / 2;
        opportunityE8 += order.sign() * (then - arrival);
    }

    private Markout markout(int horizon) {
        long known = 0;
        double weights = 0.0;
        double sum = 0.0;
        for (OrderFill of : fills) {
            double bps = of.markoutBps(horizon);
            if (!Double.isNaN(bps)) {
                double weight = FixedPoint.toDouble(of.fill().notionalE8());
                known++;
                weights += weight;
                sum += weight * bps;
            }
        }
        double mean = sum / weights;
        double squares = 0.0;
        for (OrderFill of : fills) {
            double bps = of.markoutBps(horizon);
            if (!Double.isNaN(bps)) {
                double off = FixedPoint.toDouble(of.fill().notionalE8()) * (bps - mean);
                squares += off * off;
            }
        }
        return new Markout(horizonsNs[horizon], known, fills.size() - known, known == 0 ? Double.NaN : mean,
                known < 2 ? Double.NaN : Math.sqrt(squares) / weights);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2.0;
    }
}
