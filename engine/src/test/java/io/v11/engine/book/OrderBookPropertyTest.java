package io.v11.engine.book;

import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.v11.journal.event.Side;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The book against a naive one of two tree maps, on random operations; the seed is in every message. */
class OrderBookPropertyTest {
    private static final int OPERATIONS = 20_000;

    /** Bids descending and asks ascending, so that the first entry is the best; the worst beyond the depth is dropped. */
    private static final class NaiveBook {
        private final TreeMap<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());
        private final TreeMap<Long, Long> asks = new TreeMap<>();
        private final int depth;
        private long dropped;

        NaiveBook(int depth) {
            this.depth = depth;
        }

        TreeMap<Long, Long> side(Side side) {
            return side == Side.BUY ? bids : asks;
        }

        void set(Side side, long price, long quantity) {
            TreeMap<Long, Long> levels = side(side);
            if (quantity == 0) {
                levels.remove(price);
                return;
            }
            levels.put(price, quantity);
            if (levels.size() > depth) {
                levels.pollLastEntry();
                dropped++;
            }
        }
    }

    @Test
    void shouldEqualTheNaiveBookAfterEveryOperation() {
        for (int seed = 1; seed <= 12; seed++) {
            // Small depths meet the limit all the time; large ones exercise the search.
            int depth = new int[]{1, 2, 7, 40, 300, 5000}[seed % 6];
            run(seed, depth, 1 + new Random(seed).nextInt(depth * 3));
        }
    }

    private static void run(long seed, int depth, int prices) {
        Random random = new Random(seed);
        OrderBook book = new OrderBook(depth);
        NaiveBook naive = new NaiveBook(depth);
        for (int i = 0; i < OPERATIONS; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            long price = 1000L + random.nextInt(prices);
            long quantity = random.nextInt(3) == 0 ? 0L : 1L + random.nextInt(50);
            Long before = naive.side(side).get(price);
            naive.set(side, price, quantity);
            Long after = naive.side(side).get(price);
            boolean expectChange = before == null ? after != null : !before.equals(after);
            assertEquals(expectChange, book.set(side, price, quantity), "seed=" + seed + " operation=" + i);
            assertBest(naive, book, side, "seed=" + seed + " operation=" + i);
            if (i % 500 == 0 || random.nextInt(2000) == 0) {
                assertAllLevels(naive, book, prices, "seed=" + seed + " operation=" + i);
            }
        }
        assertAllLevels(naive, book, prices, "seed=" + seed);
        assertEquals(naive.dropped, book.bids().dropped() + book.asks().dropped(), "seed=" + seed);
    }

    private static void assertBest(NaiveBook naive, OrderBook book, Side side, String where) {
        TreeMap<Long, Long> levels = naive.side(side);
        assertEquals(levels.size(), book.side(side).size(), where);
        assertEquals(levels.isEmpty() ? 0L : levels.firstKey(), book.side(side).bestPriceE8(), where);
        assertEquals(levels.isEmpty() ? 0L : levels.firstEntry().getValue(), book.side(side).bestQuantityE8(), where);
    }

    private static void assertAllLevels(NaiveBook naive, OrderBook book, int prices, String where) {
        OrderBook rebuilt = new OrderBook();
        for (Side side : new Side[]{Side.BUY, Side.SELL}) {
            BookSide actual = book.side(side);
            int level = 0;
            long volume = 0L;
            for (Map.Entry<Long, Long> entry : naive.side(side).entrySet()) {
                volume += entry.getValue();
                assertEquals(entry.getKey(), actual.priceE8(level), where);
                assertEquals(entry.getValue(), actual.quantityE8(level), where);
                assertEquals(entry.getValue(), actual.quantityAtE8(entry.getKey()), where);
                assertEquals(volume, actual.volumeUpToE8(entry.getKey()), where);
                rebuilt.set(side, entry.getKey(), entry.getValue());
                level++;
            }
            assertEquals(level, actual.size(), where);
            assertEquals(0L, actual.quantityAtE8(1000L + prices), where);
        }
        assertEquals(rebuilt.stateHash(), book.stateHash(), where);
    }

    @Test
    void shouldCopyTheBestLevelsBestFirst() {
        OrderBook book = new OrderBook();
        for (int i = 1; i <= 30; i++) {
            book.set(Side.BUY, 100 - i, i);
            book.set(Side.SELL, 100 + i, 10L * i);
        }
        long[] prices = new long[20];
        long[] quantities = new long[20];

        assertEquals(20, book.bids().copyBest(prices, quantities, 20));
        assertEquals(99, prices[0]);
        assertEquals(80, prices[19]);
        assertEquals(20, quantities[19]);
        assertEquals(5, book.asks().copyBest(prices, quantities, 5));
        assertEquals(101, prices[0]);
        assertEquals(10, quantities[0]);
    }

    @Test
    void shouldKeepTheBestLevelsWhenWorseOnesAreDisplacedForLong() {
        OrderBook book = new OrderBook(5);
        for (int i = 1; i <= 1000; i++) {
            book.set(Side.BUY, i, i);
        }

        assertEquals(5, book.bids().size());
        assertEquals(1000, book.bids().bestPriceE8());
        assertEquals(996, book.bids().priceE8(4));
        assertEquals(995, book.bids().dropped());
    }

    @Test
    void shouldSayWhenItIsCrossed() {
        OrderBook book = new OrderBook();
        book.set(Side.BUY, 100, 1);
        assertTrue(!book.crossed() && !book.hasBothSides());
        book.set(Side.SELL, 101, 1);
        assertTrue(!book.crossed() && book.hasBothSides());
        book.set(Side.BUY, 101, 1);
        assertTrue(book.crossed());
    }

    @Test
    void shouldRejectWhatIsNoLevel() {
        OrderBook book = new OrderBook();

        assertThrows(IllegalArgumentException.class, () -> book.set(Side.BUY, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> book.set(Side.BUY, 1, -1));
        assertThrows(IllegalArgumentException.class, () -> book.set(Side.NONE, 1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> book.bids().priceE8(0));
        assertThrows(IllegalArgumentException.class, () -> new OrderBook(0));
    }
}
