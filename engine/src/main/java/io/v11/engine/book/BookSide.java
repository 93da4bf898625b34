package io.v11.engine.book;

import io.v11.config.Limits;

/**
 * One side of a level-2 book: levels sorted in an array with the best one at its end.
 * Changes cluster near the best price, so an insert or removal there moves only the few better levels, and the search
 * starts at that end as well. At most {@link Limits#BOOK_DEPTH} levels; deeper ones are dropped and counted. Prices and
 * quantities in E8. Confined to one thread; allocates nothing after construction.
 */
public final class BookSide {
    /** Levels looked at one by one before the search halves the rest. */
    private static final int NEAR = 8;

    private final long sign;
    private final int capacity;
    /** Level i in [from, to) lies at 2i (price times sign, ascending: the best at {@code to - 1}) and 2i + 1 (quantity). */
    private final long[] levels;
    private int from;
    private int to;
    private long contentHash;
    private long dropped;

    private BookSide(long sign, int capacity) {
        this.sign = sign;
        this.capacity = capacity;
        // Twice the room: dropping the worst level only moves the start, and the levels are moved back once per lap.
        this.levels = new long[4 * capacity];
    }

    static BookSide bids(int capacity) {
        return new BookSide(1L, capacity);
    }

    static BookSide asks(int capacity) {
        return new BookSide(-1L, capacity);
    }

    /**
     * Sets the quantity at a price; 0 removes the level, and removing an unknown one is normal.
     *
     * @return true when the side changed
     */
    public boolean set(long priceE8, long quantityE8) {
        if (priceE8 <= 0 || quantityE8 < 0) {
            throw new IllegalArgumentException("book level: price must be above 0 and quantity 0 or more: priceE8="
                    + priceE8 + " quantityE8=" + quantityE8 + "; the feed's decoder let a malformed level through");
        }
        long key = sign * priceE8;
        int position = search(key);
        boolean known = position < to && levels[2 * position] == key;
        if (quantityE8 == 0) {
            return known && remove(position);
        }
        if (known) {
            return replace(position, quantityE8);
        }
        return insert(position, key, quantityE8);
    }

    public int size() {
        return to - from;
    }

    public boolean isEmpty() {
        return to == from;
    }

    /** Best price, 0 when the side is empty. */
    public long bestPriceE8() {
        return to == from ? 0L : sign * levels[2 * to - 2];
    }

    /** Quantity at the best price, 0 when the side is empty. */
    public long bestQuantityE8() {
        return to == from ? 0L : levels[2 * to - 1];
    }

    /** Price of level {@code level}; 0 is the best, {@link #size()} - 1 the worst. */
    public long priceE8(int level) {
        return sign * levels[2 * (to - 1 - checked(level))];
    }

    public long quantityE8(int level) {
        return levels[2 * (to - 1 - checked(level)) + 1];
    }

    /** Quantity at a price, 0 when there is none. */
    public long quantityAtE8(long priceE8) {
        long key = sign * priceE8;
        int position = search(key);
        return position < to && levels[2 * position] == key ? levels[2 * position + 1] : 0L;
    }

    /** Sum of the quantities at {@code limitPriceE8} and better: what an order with that limit could take. */
    public long volumeUpToE8(long limitPriceE8) {
        long key = sign * limitPriceE8;
        long volume = 0L;
        for (int i = to - 1; i >= from && levels[2 * i] >= key; i--) {
            volume += levels[2 * i + 1];
        }
        return volume;
    }

    /** Copies the best levels, best first; returns how many there were. */
    public int copyBest(long[] pricesE8, long[] quantitiesE8, int limit) {
        int count = Math.min(limit, to - from);
        for (int i = 0; i < count; i++) {
            pricesE8[i] = sign * levels[2 * (to - 1 - i)];
            quantitiesE8[i] = levels[2 * (to - 1 - i) + 1];
        }
        return count;
    }

    public void clear() {
        from = 0;
        to = 0;
        contentHash = 0L;
    }

    /** Levels that did not fit so far, new ones refused and old ones displaced. */
    public long dropped() {
        return dropped;
    }

    /** Digest of the levels alone, kept up to date by every change: equal sets of levels give equal digests. */
    public long contentHash() {
        return contentHash;
    }

    private boolean remove(int position) {
        contentHash -= levelHash(levels[2 * position], levels[2 * position + 1]);
        int better = to - 1 - position;
        if (better > 0) {
            System.arraycopy(levels, 2 * position + 2, levels, 2 * position, 2 * better);
        }
        to--;
        return true;
    }

    private boolean replace(int position, long quantityE8) {
        long before = levels[2 * position + 1];
        if (before == quantityE8) {
            return false;
        }
        long key = levels[2 * position];
        contentHash += levelHash(key, quantityE8) - levelHash(key, before);
        levels[2 * position + 1] = quantityE8;
        return true;
    }

    private boolean insert(int position, long key, long quantityE8) {
        int place = position;
        if (to - from == capacity) {
            dropped++;
            if (place == from) {
                return false;
            }
            contentHash -= levelHash(levels[2 * from], levels[2 * from + 1]);
            from++;
        }
        if (2 * to == levels.length) {
            place -= from;
            insertMoveToStart();
        }
        int better = to - place;
        if (better > 0) {
            System.arraycopy(levels, 2 * place, levels, 2 * place + 2, 2 * better);
        }
        levels[2 * place] = key;
        levels[2 * place + 1] = quantityE8;
        to++;
        contentHash += levelHash(key, quantityE8);
        return true;
    }

    private void insertMoveToStart() {
        int size = to - from;
        System.arraycopy(levels, 2 * from, levels, 0, 2 * size);
        from = 0;
        to = size;
    }

    /** First position whose key is not below {@code key}; {@code to} when the price is better than the best. */
    private int search(long key) {
        int low = Math.max(from, to - NEAR);
        if (low == from || levels[2 * low] < key) {
            int position = to;
            while (position > low && levels[2 * position - 2] >= key) {
                position--;
            }
            return position;
        }
        // Halving without a branch on the outcome: which half it is cannot be predicted, so nothing is guessed.
        int base = from;
        int left = low - from;
        while (left > 1) {
            int half = left >>> 1;
            base += levels[2 * (base + half - 1)] < key ? half : 0;
            left -= half;
        }
        return levels[2 * base] < key ? base + 1 : base;
    }

    private int checked(int level) {
        if (level < 0 || level >= to - from) {
            throw new IndexOutOfBoundsException("book level=" + level + " of " + (to - from));
        }
        return level;
    }

    /** Two rounds of a 64-bit finaliser (constants of Steele, Lea, Flood 2014, SplitMix64), summed over levels. */
    private static long levelHash(long key, long quantity) {
        long mixed = (key ^ (quantity * 0x9E3779B97F4A7C15L)) + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
