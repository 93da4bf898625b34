package io.v11.training.execution.order;

import java.util.Arrays;

import org.agrona.collections.IntArrayList;
import org.agrona.collections.LongArrayList;

/**
 * Prices of the market at fixed times after moments of one instrument: the last price at or before each such time, so nothing
 * after it. Moments come in order of time; a time beyond the run's end has no price. Confined to one thread.
 */
final class LaterPrices {
    private final long[] horizonsNs;
    private final LongArrayList momentsNs = new LongArrayList();
    private final IntArrayList ids = new IntArrayList();
    /** Next moment to be told, by horizon. */
    private final int[] next;
    private final PriceTable table;
    private long priceTwiceE8;

    /** @param horizonsNs rising  @param table filled under the ids of the moments */
    LaterPrices(long[] horizonsNs, PriceTable table) {
        this.horizonsNs = horizonsNs;
        this.table = table;
        next = new int[horizonsNs.length];
    }

    void add(int id, long timeNs) {
        ids.addInt(id);
        momentsNs.addLong(timeNs);
    }

    /** A new price; what was due before it had the one before. */
    void onPrice(long timeNs, long newPriceTwiceE8) {
        tell(timeNs - 1);
        priceTwiceE8 = newPriceTwiceE8;
    }

    /** The run ended. */
    void finish(long timeNs) {
        tell(timeNs);
    }

    private void tell(long untilNs) {
        for (int h = 0; h < horizonsNs.length; h++) {
            while (next[h] < momentsNs.size() && momentsNs.getLong(next[h]) + horizonsNs[h] <= untilNs) {
                table.set(ids.getInt(next[h]++), h, priceTwiceE8);
            }
        }
    }

    /** Doubled prices by moment and horizon; 0 where none is known. */
    static final class PriceTable {
        private final int horizons;
        private long[] pricesTwiceE8 = new long[1024];

        PriceTable(int horizons) {
            this.horizons = horizons;
        }

        void set(int id, int horizon, long priceTwiceE8) {
            int at = id * horizons + horizon;
            if (at >= pricesTwiceE8.length) {
                pricesTwiceE8 = Arrays.copyOf(pricesTwiceE8, Math.max(at + 1, 2 * pricesTwiceE8.length));
            }
            pricesTwiceE8[at] = priceTwiceE8;
        }

        long[] row(int id) {
            long[] row = new long[horizons];
            int from = id * horizons;
            if (from < pricesTwiceE8.length) {
                System.arraycopy(pricesTwiceE8, from, row, 0, Math.min(horizons, pricesTwiceE8.length - from));
            }
            return row;
        }
    }
}
