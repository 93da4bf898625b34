package io.v11.engine.slot;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecentIdsTest {
    private static final long SEED = 7L;

    @Test
    void shouldAgreeWithAQueueOnRandomPairs() {
        Random random = new Random(SEED);
        RecentIds ids = new RecentIds(16);
        ArrayDeque<List<Long>> naive = new ArrayDeque<>();
        int repeated = 0;
        for (int i = 0; i < 200_000; i++) {
            long first = random.nextInt(8);
            long second = random.nextInt(5);
            boolean known = naive.contains(List.of(first, second));
            if (known) {
                repeated++;
            } else {
                naive.addLast(List.of(first, second));
                if (naive.size() > 16) {
                    naive.removeFirst();
                }
            }
            assertEquals(!known, ids.add(first, second), "seed " + SEED + " step " + i);
        }
        assertTrue(repeated > 10_000, "too few repeats to prove anything: " + repeated);
    }

    @Test
    void shouldForgetTheOldestWhenFull() {
        RecentIds ids = new RecentIds(2);
        ids.add(1, 1);
        ids.add(2, 2);
        ids.add(3, 3);

        assertFalse(ids.contains(1, 1));
        assertTrue(ids.contains(2, 2));
        assertTrue(ids.contains(3, 3));
    }

    @Test
    void shouldTellPairsThatShareOneId() {
        RecentIds ids = new RecentIds(8);

        assertTrue(ids.add(1, 2));
        assertTrue(ids.add(2, 1));
        assertTrue(ids.add(1, 1));
        assertFalse(ids.add(1, 2));
    }

    @Test
    void shouldDigestTheHistory() {
        RecentIds ids = new RecentIds(8);
        RecentIds same = new RecentIds(8);
        RecentIds other = new RecentIds(8);
        ids.add(1, 2);
        same.add(1, 2);
        same.add(1, 2);
        other.add(2, 1);

        assertEquals(ids.digest(), same.digest());
        assertNotEquals(ids.digest(), other.digest());
    }

    @Test
    void shouldRefuseACapacityThatIsNoPowerOfTwo() {
        assertThrows(IllegalArgumentException.class, () -> new RecentIds(12));
    }
}
