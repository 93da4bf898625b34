package io.v11.binance;

import java.util.Arrays;

import io.v11.config.Limits;

/**
 * One side of a depth message: prices and quantities in E8, in the order received.
 * Grows to the deepest message seen, at most {@link Limits#BOOK_DEPTH} levels, and allocates nothing after that.
 */
public final class Levels {
    private long[] pricesE8 = new long[128];
    private long[] quantitiesE8 = new long[128];
    private int size;

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public long priceE8(int index) {
        return pricesE8[index];
    }

    public long quantityE8(int index) {
        return quantitiesE8[index];
    }

    public void add(long priceE8, long quantityE8) {
        if (size == pricesE8.length) {
            int capacity = Math.min(2 * size, Limits.BOOK_DEPTH);
            pricesE8 = Arrays.copyOf(pricesE8, capacity);
            quantitiesE8 = Arrays.copyOf(quantitiesE8, capacity);
        }
        pricesE8[size] = priceE8;
        quantitiesE8[size++] = quantityE8;
    }

    /** Reads {@code [["price","quantity"], ...]} at the scanner's cursor. */
    void read(JsonScanner scanner) {
        clear();
        scanner.expect('[');
        if (scanner.accept(']')) {
            return;
        }
        do {
            readLevel(scanner);
        } while (scanner.accept(','));
        scanner.expect(']');
    }

    private void readLevel(JsonScanner scanner) {
        if (size == Limits.BOOK_DEPTH) {
            throw scanner.malformed("more than Limits.BOOK_DEPTH=" + Limits.BOOK_DEPTH + " levels on one side");
        }
        scanner.expect('[');
        long priceE8 = scanner.amountE8();
        scanner.expect(',');
        long quantityE8 = scanner.amountE8();
        // Older answers of the REST interface carry an empty third element.
        while (scanner.accept(',')) {
            scanner.skipValue();
        }
        scanner.expect(']');
        add(priceE8, quantityE8);
    }
}
