package io.v11.training.selection.fold;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class StabilityTest {
    private static final List<int[]> CHOSEN = List.of(new int[]{0, 1, 2}, new int[]{1, 2, 3}, new int[]{2, 4});

    @Test
    void shouldGiveTheJaccardIndexOfEveryPair() {
        Stability stability = Stability.of(CHOSEN, 6);

        assertEquals(1.0, stability.jaccard()[1][1]);
        assertEquals(2.0 / 4.0, stability.jaccard()[0][1]);
        assertEquals(1.0 / 4.0, stability.jaccard()[0][2]);
        assertEquals(stability.jaccard()[2][1], stability.jaccard()[1][2]);
        assertEquals((0.5 + 0.25 + 0.25) / 3.0, stability.meanJaccard(), 1e-12);
    }

    @Test
    void shouldCallStableWhatEnoughFoldsChose() {
        Stability stability = Stability.of(CHOSEN, 6);

        assertArrayEquals(new int[]{2}, stability.stable(1.0));
        assertArrayEquals(new int[]{1, 2}, stability.stable(2.0 / 3.0));
        assertEquals(0.0, stability.frequency()[5]);
        assertEquals(2.0 / 3.0, stability.frequency()[1], 1e-12);
    }

    @Test
    void shouldCountThreeOfFiveAsThreeFifths() {
        Stability stability = Stability.of(List.of(new int[]{0}, new int[]{0}, new int[]{0}, new int[0], new int[0]),
                1);

        assertArrayEquals(new int[]{0}, stability.stable(0.6));
    }

    @Test
    void shouldAgreeFullyWhenNothingIsChosenAnywhere() {
        assertEquals(1.0, Stability.of(List.of(new int[0], new int[0]), 3).meanJaccard());
    }

    @Test
    void shouldTellWhatLotsWouldReach() {
        // Sets of 10 of 100: 1 in common is expected, 1 / 19.
        int[] ten = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

        assertEquals(1.0 / 19.0, Stability.byChance(List.of(ten, ten), 100), 1e-12);
    }
}
