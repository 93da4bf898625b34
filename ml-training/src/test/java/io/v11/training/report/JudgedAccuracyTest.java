package io.v11.training.report;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.training.metrics.Evaluation;
import io.v11.training.metrics.Interval;
import io.v11.training.metrics.Rule;
import io.v11.training.metrics.Scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JudgedAccuracyTest {
    private static final Scores SCORES = new Scores(new double[]{0.9, 0.8, 0.3, 0.6},
            new boolean[]{true, false, false, true},
            new int[]{0, 1, 2, 3});

    @Test
    void shouldGiveAnAccuracyOnlyWithWhatItMustBeReadBeside() {
        JudgedAccuracy judged = JudgedAccuracy.of(SCORES, new boolean[]{true, true, true, true}, 8);

        String read = judged.with((accuracy, majority, rule, coverage, rows) -> accuracy + " " + majority + " " + rule
                + " " + coverage + " " + rows);

        assertEquals("0.75 0.5 0.5 0.5 4", read);
        assertEquals(List.of("rows", "coverage", "majority", "bestRule", "accuracy"),
                List.copyOf(judged.parts().keySet()));
    }

    @Test
    void shouldHaveNoOtherWayToTheFigure() {
        for (Method method : JudgedAccuracy.class.getDeclaredMethods()) {
            boolean open = !Modifier.isPrivate(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
            assertTrue(!open || List.of("with", "parts").contains(method.getName()),
                    method + " lets the accuracy out alone");
        }
        assertTrue(Arrays.stream(JudgedAccuracy.class.getDeclaredFields())
                .allMatch(f -> Modifier.isPrivate(f.getModifiers())));
    }

    @Test
    void shouldRefuseAResultWithoutBaseRateRuleCoverageOrRows() {
        for (Evaluation lacking : List.of(evaluation(100, Double.NaN, 0.6, 0.9), evaluation(100, 0.55, Double.NaN, 0.9),
                evaluation(100, 0.55, 0.6, Double.NaN), evaluation(100, 0.55, 0.6, 0.0), evaluation(0, 0.55, 0.6, 1.0),
                evaluation(100, 0.45, 0.6, 1.0))) {
            assertThrows(IllegalArgumentException.class, () -> JudgedAccuracy.of(lacking), lacking.toString());
        }
        JudgedAccuracy.of(evaluation(100, 0.55, 0.6, 0.9));
    }

    @Test
    void shouldRefuseRowsWithoutAnswer() {
        Scores abstained = new Scores(new double[]{0.9, Double.NaN}, new boolean[]{true, false}, new int[]{0, 1});

        assertThrows(IllegalArgumentException.class, () -> JudgedAccuracy.of(abstained, new boolean[2], 2));
        assertThrows(IllegalArgumentException.class,
                () -> JudgedAccuracy.of(SCORES.pick(new int[0]), new boolean[0], 2));
    }

    private static Evaluation evaluation(int rows, double majority, double ruleAccuracy, double coverage) {
        Interval interval = new Interval(0.6, 0.7);
        return new Evaluation("all", rows, coverage, 50, 0.5, majority, new Rule(0, "f0", 0.0, true, true, 0.6),
                ruleAccuracy,
                0.65, interval, 0.05, interval, 0.6, 0.6, 0.0, interval, 0.7, 0.8, 0.7, 0.6, 0.2, 0.01);
    }
}
