package io.v11.training.backtest.reading;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TimeGridTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldKeepLastLevelAndSumOfCountsAtTheEndOfEachStep() {
        TimeGrid grid = new TimeGrid(1, 1);

        event(grid, 10 * SECOND + 1, 5, 1);
        event(grid, 10 * SECOND + 2, 7, 1);
        event(grid, 11 * SECOND, 8, 1);
        event(grid, 13 * SECOND + 5, 9, 1);
        grid.finish(13 * SECOND + 5);

        assertArrayEquals(new long[]{11 * SECOND, 13 * SECOND + 5}, grid.timesNs());
        assertArrayEquals(new long[]{8, 9}, grid.column(0));
        assertArrayEquals(new long[]{3, 1}, grid.column(1));
    }

    @Test
    void shouldCoarsenWithoutLosingCountsWhenARunIsLong() {
        TimeGrid grid = new TimeGrid(1, 1);
        int events = 5 * TimeGrid.POINTS;

        for (int i = 1; i <= events; i++) {
            event(grid, i * SECOND, i, 1);
        }
        grid.finish(events * SECOND);

        assertTrue(grid.points() <= TimeGrid.POINTS);
        assertEquals(events, Arrays.stream(grid.column(1)).sum());
        long[] times = grid.timesNs();
        long[] levels = grid.column(0);
        for (int i = 0; i < times.length; i++) {
            assertEquals(times[i] / SECOND, levels[i], "level at the end of its step");
            assertTrue(i == 0 || times[i] > times[i - 1], "times rise");
        }
    }

    private static void event(TimeGrid grid, long timeNs, long level, long count) {
        grid.advance(timeNs);
        grid.level(0, level);
        grid.count(1, count);
    }
}
