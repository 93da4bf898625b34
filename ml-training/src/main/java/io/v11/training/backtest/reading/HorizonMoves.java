package io.v11.training.backtest.reading;

import java.util.Arrays;

/**
 * Forecasts against the return over a fixed horizon, from the price at the decision to the first price at or after its end. One that
 * comes more than a horizon late, across a hole of the data, tells nothing and is given up, as is what waits beyond
 * {@value #WAITING}. Confined to one thread; allocates only while a queue grows.
 */
final class HorizonMoves {
    /** Decisions of an instrument that may wait at one time. */
    static final int WAITING = 1 << 20;

    private final long horizonNs;
    private final Queue[] queues;
    private long decisions;
    private long resolved;
    private long hits;
    private long ups;
    private long apart;

    HorizonMoves(int instruments, long horizonNs) {
        this.horizonNs = horizonNs;
        queues = new Queue[instruments];
        for (int i = 0; i < instruments; i++) {
            queues[i] = new Queue();
        }
    }

    void onPrice(int instrument, long timeNs, long priceTwice) {
        Queue queue = queues[instrument];
        while (queue.size > 0 && queue.dueNs[queue.first] <= timeNs) {
            long dueNs = queue.dueNs[queue.first];
            long move = priceTwice - queue.priceTwiceE8[queue.first];
            boolean up = queue.up[queue.first];
            queue.first = queue.first + 1 & queue.dueNs.length - 1;
            queue.size--;
            if (move != 0 && timeNs - dueNs <= horizonNs) {
                resolved++;
                hits += up == move > 0 ? 1L : 0L;
                ups += move > 0 ? 1L : 0L;
                if (dueNs - horizonNs >= queue.apartFromNs) {
                    apart++;
                    queue.apartFromNs = dueNs;
                }
            }
        }
    }

    void onForecast(int instrument, long timeNs, long priceTwice, boolean up) {
        decisions++;
        if (priceTwice > 0 && queues[instrument].size < WAITING) {
            queues[instrument].add(timeNs + horizonNs, priceTwice, up);
        }
    }

    long resolved() {
        return resolved;
    }

    long hits() {
        return hits;
    }

    DirectionCount count(String what) {
        return new DirectionCount(what, decisions, resolved, hits, ups, apart);
    }

    /** Ring of what waits; grows by doubling. */
    private static final class Queue {
        private long[] dueNs = new long[64];
        private long[] priceTwiceE8 = new long[64];
        private boolean[] up = new boolean[64];
        private long apartFromNs = Long.MIN_VALUE;
        private int first;
        private int size;

        private void add(long due, long price, boolean rises) {
            if (size == dueNs.length) {
                grow();
            }
            int at = first + size++ & dueNs.length - 1;
            dueNs[at] = due;
            priceTwiceE8[at] = price;
            up[at] = rises;
        }

        private void grow() {
            int length = dueNs.length;
            long[] dues = Arrays.copyOf(dueNs, 2 * length);
            long[] prices = Arrays.copyOf(priceTwiceE8, 2 * length);
            boolean[] rises = Arrays.copyOf(up, 2 * length);
            for (int i = 0; i < size; i++) {
                int from = first + i & length - 1;
                dues[i] = dueNs[from];
                prices[i] = priceTwiceE8[from];
                rises[i] = up[from];
            }
            dueNs = dues;
            priceTwiceE8 = prices;
            up = rises;
            first = 0;
        }
    }
}
