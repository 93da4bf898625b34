package io.v11.engine.slot;

/**
 * The latest N distinct pairs of ids, to tell a repeated report or order from a new one. When full, the oldest pair is
 * forgotten, so memory is bounded. Open addressing with linear probing over twice N places; a removal shifts the
 * followers back (Knuth, TAOCP vol. 3, 6.4, Algorithm R), so no tombstones pile up.
 * Confined to one thread; allocates nothing after construction.
 */
public final class RecentIds {
    private final int capacity;
    private final int mask;
    private final long[] firsts;
    private final long[] seconds;
    private final boolean[] taken;
    private final long[] firstsByAge;
    private final long[] secondsByAge;
    private long added;
    private long digest = StateHash.start();

    /** @param capacity pairs remembered, a power of two */
    public RecentIds(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("capacity must be a power of two, is " + capacity);
        }
        this.capacity = capacity;
        this.mask = capacity * 2 - 1;
        this.firsts = new long[capacity * 2];
        this.seconds = new long[capacity * 2];
        this.taken = new boolean[capacity * 2];
        this.firstsByAge = new long[capacity];
        this.secondsByAge = new long[capacity];
    }

    /** Remembers the pair; false when it is known already. */
    public boolean add(long first, long second) {
        if (contains(first, second)) {
            return false;
        }
        int age = (int) (added & (capacity - 1));
        if (added >= capacity) {
            remove(firstsByAge[age], secondsByAge[age]);
        }
        firstsByAge[age] = first;
        secondsByAge[age] = second;
        added++;
        digest = StateHash.add(StateHash.add(digest, first), second);
        int place = find(first, second);
        firsts[place] = first;
        seconds[place] = second;
        taken[place] = true;
        return true;
    }

    public boolean contains(long first, long second) {
        return taken[find(first, second)];
    }

    /** Digest of every pair ever added, in order: equal histories give equal digests. */
    public long digest() {
        return digest;
    }

    /** Where the pair is, or the free place where it belongs. */
    private int find(long first, long second) {
        int place = home(first, second);
        while (taken[place] && (firsts[place] != first || seconds[place] != second)) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void remove(long first, long second) {
        int hole = find(first, second);
        int place = hole;
        while (true) {
            place = place + 1 & mask;
            if (!taken[place]) {
                break;
            }
            int home = home(firsts[place], seconds[place]);
            // The follower may move into the hole only if its home does not lie behind the hole on the way to its place.
            if ((place - home & mask) >= (place - hole & mask)) {
                firsts[hole] = firsts[place];
                seconds[hole] = seconds[place];
                hole = place;
            }
        }
        taken[hole] = false;
    }

    private int home(long first, long second) {
        return (int) StateHash.add(StateHash.add(0L, first), second) & mask;
    }
}
