package io.v11.engine.allocation;

import org.junit.jupiter.api.Test;

import io.v11.engine.trading.AllocatedBytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReturnWindowTest {
    @Test
    void shouldKeepTheLastBarsOldestFirst() {
        ReturnWindow window = new ReturnWindow(2, 3);
        for (int k = 1; k <= 5; k++) {
            window.append(new double[]{k, -k});
        }

        assertEquals(3, window.size());
        assertArrayEquals(new double[][]{{3, -3}, {4, -4}, {5, -5}}, window.copy());
    }

    @Test
    void shouldTakeARowWholeOrNotAtAll() {
        ReturnWindow window = new ReturnWindow(2, 3);

        assertFalse(window.append(new double[]{1.0, Double.NaN}));
        assertFalse(window.append(new double[]{Double.NEGATIVE_INFINITY, 1.0}));

        assertEquals(0, window.size());
        assertThrows(IllegalArgumentException.class, () -> new ReturnWindow(0, 3));
    }

    @Test
    void shouldAllocateNothingForBarsAndViews() {
        ReturnWindow window = new ReturnWindow(20, 100);
        Views views = new Views(20, 30);
        double[] row = new double[20];

        long bytes = AllocatedBytes.perRound(() -> {
            for (int k = 0; k < 5000; k++) {
                row[k % 20] = k;
                window.append(row);
                views.absolute(k % 20, 0.001, 0.5);
                views.relative(k % 20, (k + 1) % 20, 0.001, 0.5);
                if (k % 15 == 14) {
                    views.clear();
                }
            }
        });

        assertEquals(0, bytes);
    }

    @Test
    void shouldRefuseViewsThatAreNoUse() {
        Views views = new Views(2, 2);

        assertFalse(views.absolute(0, Double.NaN, 0.5));
        assertFalse(views.absolute(0, 0.01, 0.0));
        assertFalse(views.absolute(0, 0.01, Double.NaN));
        assertFalse(views.relative(1, 1, 0.01, 0.5));
        assertTrue(views.absolute(0, 0.01, 1.0) && views.relative(0, 1, 0.01, 1.0));
        assertFalse(views.absolute(1, 0.01, 0.5), "no room");

        assertEquals(2, views.count());
    }
}
