package io.v11.engine.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MarkovModelTest {
    private static final int STATES = MarkovModel.STATES;

    @Test
    void shouldNameTheSameStatesWhateverTheirOrder() {
        MarkovModel right = StateFilterTest.chance(new SplittableRandom(1));
        System.arraycopy(new double[]{-7.0, -6.9, -6.8, -6.0}, 0, right.volatilityMean, 0, STATES);
        System.arraycopy(new double[]{0.1, 0.6, -0.5, 2.0}, 0, right.trendMean, 0, STATES);
        right.conclude();

        for (int[] order : orders()) {
            MarkovModel named = new MarkovModel();
            named.nameFrom(shuffled(right, order));

            assertArrayEquals(right.volatilityMean, named.volatilityMean);
            assertArrayEquals(right.trendDeviation, named.trendDeviation);
            assertArrayEquals(right.transition, named.transition);
            assertEquals(right.stateHash(0), named.stateHash(0));
        }
    }

    @Test
    void shouldNameEachStateOnceWhenTheyAreAlike() {
        MarkovModel alike = new MarkovModel();
        alike.dwell(10);
        for (int i = 0; i < STATES; i++) {
            alike.volatilityDeviation[i] = 1.0 + i;
            alike.trendDeviation[i] = 1.0;
        }
        MarkovModel named = new MarkovModel();

        named.nameFrom(alike);

        assertEquals(10.0, named.volatilityDeviation[0] + named.volatilityDeviation[1] + named.volatilityDeviation[2]
                + named.volatilityDeviation[3]);
        assertFalse(named.namedRightly());
    }

    @Test
    void shouldNotCallAFallingStateRising() {
        MarkovModel model = StateFilterTest.chance(new SplittableRandom(2));
        System.arraycopy(new double[]{-0.3, 0.2, -0.5, 0.0}, 0, model.trendMean, 0, STATES);

        boolean before = model.namedRightly();
        model.trendMean[MarkovModel.RISING] = -0.1;

        assertTrue(before);
        assertFalse(model.namedRightly());
    }

    private static MarkovModel shuffled(MarkovModel model, int[] order) {
        MarkovModel shuffled = new MarkovModel();
        for (int i = 0; i < STATES; i++) {
            shuffled.volatilityMean[i] = model.volatilityMean[order[i]];
            shuffled.volatilityDeviation[i] = model.volatilityDeviation[order[i]];
            shuffled.trendMean[i] = model.trendMean[order[i]];
            shuffled.trendDeviation[i] = model.trendDeviation[order[i]];
            for (int j = 0; j < STATES; j++) {
                shuffled.transition[i * STATES + j] = model.transition[order[i] * STATES + order[j]];
            }
        }
        shuffled.conclude();
        return shuffled;
    }

    private static List<int[]> orders() {
        List<int[]> orders = new ArrayList<>();
        for (int code = 0; code < 256; code++) {
            int[] order = {code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6};
            if (Arrays.stream(order).distinct().count() == STATES) {
                orders.add(order);
            }
        }
        return orders;
    }
}
