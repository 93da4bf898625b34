package io.v11.training.execution.calibration;

import java.util.List;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.account.Fill;
import io.v11.training.execution.order.OrderFill;
import io.v11.training.execution.order.SentOrder;

/**
 * Orders that took, as rows.
 *
 * @param inputs  by input, see {@link #NAMES}, then by row
 * @param costBps by row: mean price of the taking fills against the mid at the decision, positive when worse
 */
record TakenOrder(double[][] inputs, double[] costBps) {
    /** With x the order's size over the depth displayed on the other side, volatility in basis points per root of a second. */
    static final List<String> NAMES = List.of("half spread, bp", "volatility x root of x", "volatility x x",
            "volatility");

    static boolean usable(SentOrder order) {
        return order.book().known() && order.book().otherDepthE8() > 0 && !Double.isNaN(order.book().volatilityBps())
                && order.cause().stopE8() == 0 && order.fills().stream().anyMatch(of -> !of.fill().maker());
    }

    static TakenOrder of(List<SentOrder> orders) {
        double[][] inputs = new double[NAMES.size()][orders.size()];
        double[] costs = new double[orders.size()];
        for (int row = 0; row < costs.length; row++) {
            SentOrder order = orders.get(row);
            double share = order.quantityE8() / (double) order.book().otherDepthE8();
            double volatility = order.book().volatilityBps();
            inputs[0][row] = order.book().spreadBps() / 2.0;
            inputs[1][row] = volatility * Math.sqrt(share);
            inputs[2][row] = volatility * share;
            inputs[3][row] = volatility;
            costs[row] = costBps(order);
        }
        return new TakenOrder(inputs, costs);
    }

    int rows() {
        return costBps.length;
    }

    private static double costBps(SentOrder order) {
        long notionalE8 = 0L;
        long quantityE8 = 0L;
        for (OrderFill of : order.fills()) {
            Fill fill = of.fill();
            if (!fill.maker()) {
                notionalE8 += fill.notionalE8();
                quantityE8 += fill.quantityE8();
            }
        }
        double mid = FixedPoint.toDouble(order.cause().midTwiceE8()) / 2.0;
        return 1e4 * order.sign() * (notionalE8 / (double) quantityE8 - mid) / mid;
    }
}
