package io.v11.training.data.label;

import java.util.Arrays;

/** Prices of one instrument in order of time, as far back as somebody still needs them. */
final class PriceHistory {
    private long[] timesNs = new long[64];
    private long[] prices = new long[64];
    private int first;
    private int count;

    void add(long timeNs, long price) {
        if (first + count == timesNs.length) {
            int capacity = count > timesNs.length / 2 ? Math.multiplyExact(timesNs.length, 2) : timesNs.length;
            timesNs = Arrays.copyOf(Arrays.copyOfRange(timesNs, first, first + count), capacity);
            prices = Arrays.copyOf(Arrays.copyOfRange(prices, first, first + count), capacity);
            first = 0;
        }
        timesNs[first + count] = timeNs;
        prices[first + count] = price;
        count++;
    }

    /** Position of the last price at or before the time; -1 when there is none. */
    int at(long timeNs) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timesNs[first + middle] <= timeNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    long timeNs(int position) {
        return timesNs[first + position];
    }

    long price(int position) {
        return prices[first + position];
    }

    /** Forgets what nobody asks for who asks for this time or later. */
    void forgetBefore(long timeNs) {
        while (count > 1 && timesNs[first + 1] <= timeNs) {
            first++;
            count--;
        }
    }

    void clear() {
        first = 0;
        count = 0;
    }
}
