package io.v11.engine.allocation;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.engine.allocation.programme.WeightLimits;
import io.v11.engine.slot.StateHash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every method. */
class AllocatorTest {
    private static final long GOLDEN = 5053078331956085721L;

    @ParameterizedTest
    @EnumSource
    void shouldStayWithinTheLimitsAndSayTheSameTwice(AllocationMethod method) {
        for (long seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            int n = 2 + random.nextInt(11);
            ReturnWindow window = Returns.random(random, n, 40 + random.nextInt(80));
            WeightLimits limits = limits(random, n);
            AllocationSettings settings = AllocationSettings.of(limits).withHorizonBars(15).withTurnoverCost(random
                    .nextInt(2) * 0.0005);
            Views views = views(random, n);
            double[] previous = random.doubles(n, -0.5 / n, 1.5 / n).toArray();
            double[] first = new double[n];
            double[] second = new double[n];

            AllocationOutcome outcome = method.allocator(settings).allocate(window, views, previous, first);
            method.allocator(settings).allocate(window, views, previous, second);

            assertEquals(AllocationOutcome.ALLOCATED, outcome, "seed " + seed);
            assertTrue(limits.excess(first) <= 1e-9, "seed " + seed + " " + Arrays.toString(first));
            assertArrayEquals(first, second, "seed " + seed + ": not the same bits");
        }
    }

    /**
     * The bits of all methods on a fixed input. Whoever changes a method on purpose states the new ones; who did not has found a machine, or a version of
     * a library, on which a replay would conclude something else.
     */
    @Test
    void shouldSayTheSameBitsOnEveryMachine() {
        Random random = new Random(77);
        ReturnWindow window = Returns.random(random, 8, 120);
        Views views = views(random, 8);
        WeightLimits limits = WeightLimits.longShort(8, 0.4, 1.4, 0.6, 1.0);
        AllocationSettings settings = AllocationSettings.of(limits).withHorizonBars(15).withTurnoverCost(0.0002);
        long hash = StateHash.start();

        for (AllocationMethod method : AllocationMethod.values()) {
            double[] w = new double[8];
            assertEquals(AllocationOutcome.ALLOCATED, method.allocator(settings).allocate(window, views, new double[]{
                0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, w));
            for (double weight : w) {
                hash = StateHash.add(hash, weight);
            }
        }

        assertEquals(GOLDEN, hash);
    }

    private static WeightLimits limits(Random random, int n) {
        double largest = 1.0 / n + 0.5 * random.nextDouble();
        return switch (random.nextInt(3)) {
            case 0 -> WeightLimits.longOnly(n, largest);
            case 1 -> WeightLimits.longShort(n, largest, 1.5, 0.0, 1.0);
            default -> WeightLimits.longShort(n, largest, 2.0, 0.4, 0.4);
        };
    }

    private static Views views(Random random, int n) {
        Views views = new Views(n, 3);
        views.absolute(random.nextInt(n), 0.001 * random.nextGaussian(), 0.6);
        views.relative(0, n - 1, 0.0005, 0.3);
        return views;
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepThePreviousWeightsWhenAnInstrumentNeverMoved(AllocationMethod method) {
        ReturnWindow window = new ReturnWindow(2, 50);
        for (int k = 0; k < 50; k++) {
            window.append(new double[]{k % 2 == 0 ? 0.01 : -0.01, 0.0});
        }
        double[] w = {0.3, 0.7};

        AllocationOutcome outcome = allocator(method).allocate(window, new Views(2, 0), w, w);

        assertEquals(AllocationOutcome.SINGULAR, outcome);
        assertArrayEquals(new double[]{0.3, 0.7}, w);
    }

    @ParameterizedTest
    @EnumSource
    void shouldWaitForReturnsAndMistrustWhatIsNoNumber(AllocationMethod method) {
        ReturnWindow window = Returns.random(new Random(4), 2, 29);
        double[] w = new double[2];

        assertEquals(AllocationOutcome.TOO_FEW_RETURNS, allocator(method).allocate(window, new Views(2, 0),
                new double[]{0.3, 0.7}, w));
        assertArrayEquals(new double[]{0.3, 0.7}, w);
        assertEquals(AllocationOutcome.PREVIOUS_NOT_FINITE, allocator(method).allocate(window, new Views(2, 0),
                new double[]{Double.NaN, 0.7}, w));
        assertArrayEquals(new double[]{0.0, 0.7}, w);
    }

    @ParameterizedTest
    @EnumSource
    void shouldStandReturnsOfAbsurdSizeAndTwins(AllocationMethod method) {
        for (double size : new double[]{1e-160, 1e-9, 1.0, 1e9, 1e160}) {
            Random random = new Random(5);
            ReturnWindow window = new ReturnWindow(3, 60);
            for (int k = 0; k < 60; k++) {
                double twin = size * random.nextGaussian();
                window.append(new double[]{twin, twin, size * random.nextGaussian()});
            }
            WeightLimits limits = WeightLimits.longOnly(3, 0.6);
            double[] previous = {0.4, 0.3, 0.3};
            double[] w = new double[3];

            AllocationOutcome outcome = method.allocator(AllocationSettings.of(limits)).allocate(window, new Views(3,
                    0), previous, w);

            assertTrue(limits.excess(w) <= 1e-9, outcome + " " + Arrays.toString(w));
            if (size == 1.0) {
                assertEquals(AllocationOutcome.ALLOCATED, outcome, Arrays.toString(w));
            }
        }
    }

    @Test
    void shouldSayWhatIsWrongWithSettings() {
        AllocationSettings settings = AllocationSettings.of(WeightLimits.longOnly(2, 1.0));

        String message = assertThrows(IllegalArgumentException.class, () -> settings.withTurnoverCost(Double.NaN))
                .getMessage();

        assertTrue(message.contains("turnoverCost=NaN"), message);
        assertThrows(IllegalArgumentException.class, () -> settings.withRiskBudgets(0.5, 0.0));
        assertThrows(IllegalArgumentException.class, () -> settings.withRiskBudgets(1.0));
        assertThrows(IllegalArgumentException.class, () -> settings.withConfidence(1.0));
    }

    private static Allocator allocator(AllocationMethod method) {
        return method.allocator(AllocationSettings.of(WeightLimits.longOnly(2, 1.0)));
    }
}
