package io.v11.training.optimisation.importance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import org.junit.jupiter.api.Test;

import io.v11.training.optimisation.Functions;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Goal.Direction;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Segment;
import io.v11.training.optimisation.trial.Trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ImportanceTest {
    private static final Goal LOSS = new Goal("loss", Direction.MINIMISE);

    /**
     * Variances of 4 x, 2 y and x-free z on [0, 1] are 16/12, 4/12 and 0: shares 0.8, 0.2, 0, up to what cutting the
     * top off takes.
     */
    @Test
    void shouldFindTheSharesOfALinearFunction() {
        Importance importance = Importance.of(trials(600, p -> 4.0 * p.value(0) + 2.0 * p.value(1)), LOSS, 1);

        double[] shares = importance.shares();
        assertEquals(0.8, shares[0], 0.06, Arrays.toString(shares));
        assertEquals(0.2, shares[1], 0.06, Arrays.toString(shares));
        assertEquals(0.0, shares[2], 0.02, Arrays.toString(shares));
        assertEquals(0, importance.order()[0]);
        assertTrue(importance.fit() > 0.95, "fit " + importance.fit());
    }

    @Test
    void shouldCallAProductOfSignsAnInteraction() {
        Importance importance = Importance.of(trials(600, p -> (p.value(0) - 0.5) * (p.value(1) - 0.5) > 0.0
                ? 1.0
                : 0.0), LOSS, 1);

        assertTrue(importance.interactions() > 0.7,
                importance.interactions() + " " + Arrays.toString(importance.shares()));
    }

    @Test
    void shouldDrawTheSurfaceOfTwoParameters() {
        Importance importance = Importance.of(
                trials(800, p -> Math.abs(p.value(0) - 0.3) + Math.abs(p.value(2) - 0.7) + p.value(1)), LOSS, 1);

        double best = importance.surface(0, 0.3, 2, 0.7);
        assertEquals(0.5, best, 0.15);
        assertTrue(importance.surface(0, 0.9, 2, 0.7) > best + 0.35);
        assertTrue(importance.surface(0, 0.3, 2, 0.1) > best + 0.35);
    }

    @Test
    void shouldSayNothingOfNothing() {
        Importance flat = Importance.of(trials(50, p -> 7.0), LOSS, 1);

        assertEquals(0.0, Arrays.stream(flat.shares()).sum() + flat.interactions());
        assertThrows(IllegalArgumentException.class, () -> Importance.of(trials(19, p -> 7.0), LOSS, 1));
    }

    private static List<Trial> trials(int count, ToDoubleFunction<Point> function) {
        SearchSpace space = Functions.space(3, 0.0, 1.0);
        Random random = new Random(5);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Point point = space.at(random.doubles(3).toArray());
            trials.add(new Trial(i, Trial.Phase.SEARCH, 0, new Segment("all", 0, 1), point,
                    Outcome.of("loss", function.applyAsDouble(point))));
        }
        return trials;
    }
}
