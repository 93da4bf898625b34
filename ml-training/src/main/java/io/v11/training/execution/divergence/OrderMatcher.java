package io.v11.training.execution.divergence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.v11.training.execution.order.SentOrder;

/**
 * Pairs the orders of two runs of one market: of one instrument and side, in order of time, each with the nearest decision of the
 * other run that lies no farther away than the window. Sequence numbers are of no use here, since reports of the venue take numbers
 * too; the time of a market event is the same in every run of a recording.
 *
 * <p>Two orders are paired when neither's next neighbour lies closer; so an order that only one run sent does not shift all pairs
 * behind it.
 */
final class OrderMatcher {
    private final long windowNs;

    OrderMatcher(long windowNs) {
        this.windowNs = windowNs;
    }

    /** Pairs by time of the decision, the live one's where there are two. */
    List<OrderPair> match(List<SentOrder> live, List<SentOrder> sim, int instruments) {
        List<OrderPair> pairs = new ArrayList<>();
        for (int instrument = 0; instrument < instruments; instrument++) {
            for (boolean buy : new boolean[]{true, false}) {
                match(of(live, instrument, buy), of(sim, instrument, buy), pairs);
            }
        }
        pairs.sort(Comparator.comparingLong((OrderPair pair) -> timeNs(any(pair)))
                .thenComparingInt(pair -> any(pair).instrument()).thenComparing(pair -> any(pair).buy())
                .thenComparing(OrderPair::matched));
        return List.copyOf(pairs);
    }

    private void match(List<SentOrder> live, List<SentOrder> sim, List<OrderPair> pairs) {
        int i = 0;
        int k = 0;
        while (i < live.size() && k < sim.size()) {
            long apart = apart(live.get(i), sim.get(k));
            if (apart <= windowNs && !closer(live, i + 1, sim.get(k), apart)
                    && !closer(sim, k + 1, live.get(i), apart)) {
                pairs.add(new OrderPair(live.get(i++), sim.get(k++)));
            } else if (timeNs(live.get(i)) <= timeNs(sim.get(k))) {
                pairs.add(new OrderPair(live.get(i++), null));
            } else {
                pairs.add(new OrderPair(null, sim.get(k++)));
            }
        }
        for (; i < live.size(); i++) {
            pairs.add(new OrderPair(live.get(i), null));
        }
        for (; k < sim.size(); k++) {
            pairs.add(new OrderPair(null, sim.get(k)));
        }
    }

    private static boolean closer(List<SentOrder> orders, int next, SentOrder to, long apart) {
        return next < orders.size() && apart(orders.get(next), to) < apart;
    }

    private static List<SentOrder> of(List<SentOrder> orders, int instrument, boolean buy) {
        return orders.stream().filter(order -> order.instrument() == instrument && order.buy() == buy).toList();
    }

    private static SentOrder any(OrderPair pair) {
        return pair.live() != null ? pair.live() : pair.sim();
    }

    private static long apart(SentOrder one, SentOrder other) {
        return Math.abs(timeNs(one) - timeNs(other));
    }

    private static long timeNs(SentOrder order) {
        return order.cause().timeNs();
    }
}
