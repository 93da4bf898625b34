package io.v11.training.execution.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import io.v11.training.execution.order.OrderReading;
import io.v11.training.execution.order.SentOrder;

/**
 * Orders parted by time: of each instrument those decided in the first two thirds of its orders learn, the last third judges. An
 * order whose fate was not known when judging begins neither learns nor judges, so nothing of the judged time is in the model.
 *
 * @param learning  by time within each run
 * @param judging   by time within each run
 * @param straddled left out
 */
record TimeSplit(List<SentOrder> learning, List<SentOrder> judging, long straddled) {
    private static final double LEARNING_SHARE = 2.0 / 3.0;

    /** @param orders by run; instruments are those of the runs, which are the same in all */
    static TimeSplit of(List<List<SentOrder>> orders) {
        long[] fromNs = judgingFrom(orders);
        List<SentOrder> learning = new ArrayList<>();
        List<SentOrder> judging = new ArrayList<>();
        long straddled = 0;
        for (List<SentOrder> run : orders) {
            for (SentOrder order : run) {
                long from = fromNs[order.instrument()];
                if (order.cause().timeNs() >= from) {
                    judging.add(order);
                } else if (knownNs(order) < from) {
                    learning.add(order);
                } else {
                    straddled++;
                }
            }
        }
        return new TimeSplit(List.copyOf(learning), List.copyOf(judging), straddled);
    }

    static List<List<SentOrder>> orders(List<OrderReading> runs, Predicate<SentOrder> of) {
        return runs.stream().map(run -> run.orders().stream().filter(of).toList()).toList();
    }

    private static long knownNs(SentOrder order) {
        return order.endNs();
    }

    private static long[] judgingFrom(List<List<SentOrder>> orders) {
        int instruments = 1 + orders.stream().flatMap(List::stream).mapToInt(SentOrder::instrument).max().orElse(-1);
        long[] fromNs = new long[instruments];
        for (int i = 0; i < instruments; i++) {
            int instrument = i;
            long[] times = orders.stream().flatMap(List::stream).filter(order -> order.instrument() == instrument)
                    .mapToLong(order -> order.cause().timeNs()).toArray();
            Arrays.sort(times);
            fromNs[i] = times.length == 0 ? Long.MAX_VALUE : times[(int) (LEARNING_SHARE * times.length)];
        }
        return fromNs;
    }
}
