package io.v11.training.execution.divergence;

import java.util.List;

import io.v11.config.FixedPoint;
import io.v11.training.backtest.account.Part;
import io.v11.training.execution.order.OrderReading;
import io.v11.training.execution.order.SentOrder;

/**
 * From the live run's profit to the simulation's, step by step; the steps sum to the difference to the unit. With q filled for a
 * notional N, s = 1 for a purchase and -1 for a sale, and M the simulation's last price, what an order is worth at the end without
 * fees is {@code v = s (q M - N)}. Of a pair that both runs filled, with mean prices p and the live run's figures primed,
 *
 * <pre>
 *   v - v' = -s (p - p') min(q, q')          fill prices
 *          +  s (q - q') (M - p of the larger)  fill quantities
 * </pre>
 *
 * Orders that one run filled and the other did not are missing ({@code -v'}) or extra ({@code v}) fills. End marks are what the live
 * run's last positions would be worth more at the simulation's last prices. What is left over is the rounding of notionals to E8, or
 * fills beyond the orders kept. Quote units E8.
 *
 * @param liveE8       the live run's profit, as its engine states it
 * @param marksE8      end marks
 * @param pricesE8     see above
 * @param quantitiesE8 see above
 * @param missingE8    fills that only the live run had
 * @param extraE8      fills that only the simulation had
 * @param feesE8       the live run's less the simulation's
 * @param fundingE8    the same
 * @param residualE8   the rest
 * @param simE8        the simulation's profit, as its engine states it
 */
public record PnlBridge(long liveE8, long marksE8, long pricesE8, long quantitiesE8, long missingE8, long extraE8,
        long feesE8, long fundingE8, long residualE8, long simE8) {

    static PnlBridge of(OrderReading live, OrderReading sim, List<OrderPair> pairs) {
        long[] marks = sim.marksTwiceE8();
        long[] heldE8 = new long[marks.length];
        for (SentOrder order : live.orders()) {
            heldE8[order.instrument()] += order.sign() * order.filledE8();
        }
        long marksE8 = 0L;
        for (int i = 0; i < heldE8.length; i++) {
            marksE8 += FixedPoint.multiply(heldE8[i], marks[i]) / 2
                    - FixedPoint.multiply(heldE8[i], live.marksTwiceE8()[i]) / 2;
        }
        long pricesE8 = 0L;
        long quantitiesE8 = 0L;
        long missingE8 = 0L;
        long extraE8 = 0L;
        for (OrderPair pair : pairs) {
            if (pair.bothFilled()) {
                long change = worth(pair.sim(), marks) - worth(pair.live(), marks);
                long prices = prices(pair.live(), pair.sim());
                pricesE8 += prices;
                quantitiesE8 += change - prices;
            } else if (pair.missing()) {
                missingE8 -= worth(pair.live(), marks);
            } else if (pair.extra()) {
                extraE8 += worth(pair.sim(), marks);
            }
        }
        Part liveTotal = live.run().attribution().total();
        Part simTotal = sim.run().attribution().total();
        long feesE8 = liveTotal.feesE8() - simTotal.feesE8();
        long fundingE8 = liveTotal.fundingE8() - simTotal.fundingE8();
        long from = live.run().attribution().engineE8();
        long to = sim.run().attribution().engineE8();
        long residualE8 = to - from - marksE8 - pricesE8 - quantitiesE8 - missingE8 - extraE8 - feesE8 - fundingE8;
        return new PnlBridge(from, marksE8, pricesE8, quantitiesE8, missingE8, extraE8, feesE8, fundingE8, residualE8,
                to);
    }

    /** Simulation less live. */
    public long differenceE8() {
        return simE8 - liveE8;
    }

    private static long worth(SentOrder order, long[] marksTwiceE8) {
        long value = FixedPoint.multiply(order.filledE8(), marksTwiceE8[order.instrument()]) / 2;
        return order.sign() * (value - order.notionalE8());
    }

    private static long prices(SentOrder live, SentOrder sim) {
        if (live.filledE8() == sim.filledE8()) {
            return -live.sign() * (sim.notionalE8() - live.notionalE8());
        }
        double livePrice = live.notionalE8() / (double) live.filledE8();
        double simPrice = sim.notionalE8() / (double) sim.filledE8();
        return Math.round(-live.sign() * (simPrice - livePrice) * Math.min(live.filledE8(), sim.filledE8()));
    }
}
