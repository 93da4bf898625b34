package io.v11.benchmarks.ratio;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.benchmarks.setting.Cores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The protocol itself, on contenders whose costs are known. */
class SideBySideTest {
    private static final Protocol FOUR_PAIRS = new Protocol(4, 1, 1);

    @Test
    void shouldTurnTheOrderRoundWithEveryPair() {
        List<String> order = new ArrayList<>();

        new SideBySide(FOUR_PAIRS, new Cores(false)).ask(question(fixed("a", 2e6, order), fixed("b", 1e6, order),
                Goal.atLeast(1)));

        assertEquals(List.of("a", "b", "b", "a", "a", "b", "b", "a"), order.subList(order.size() - 8, order.size()));
    }

    @Test
    void shouldGiveTheMedianOfThePairsRatios() {
        Answer answer = new SideBySide(FOUR_PAIRS, new Cores(false))
                .ask(question(fixed("a", 3e6, new ArrayList<>()), fixed("b", 1e6, new ArrayList<>()), Goal.atLeast(3)));

        assertEquals(3.0, answer.ratio());
        assertEquals(4, answer.kept());
        assertEquals(Answer.Verdict.MET, answer.verdict());
    }

    @Test
    void shouldDropPairsBesideARestlessCanary() {
        double[][] songs = {{1, 1, 1}, {1, 1.3, 1}, {1, 1, 0.7}, {1.1, 0.9, 1}};

        Answer answer = SideBySide.answer(question(null, null, Goal.atMost(2)), new double[]{2, 90, 90, 2},
                new double[]{1, 1, 1, 1}, songs);

        assertEquals(2, answer.kept());
        assertEquals(2.0, answer.ratio());
    }

    @Test
    void shouldGiveNoVerdictWhenTooFewPairsAreLeft() {
        double[][] songs = {{1, 1, 2}, {1, 2, 1}, {2, 1, 1}, {1, 1, 1}};

        Answer answer = SideBySide.answer(question(null, null, Goal.atLeast(1)), new double[]{2, 2, 2, 2},
                new double[]{1, 1, 1, 1}, songs);

        assertEquals(1, answer.kept());
        assertEquals(Answer.Verdict.VOID, answer.verdict());
    }

    @Test
    void shouldMissAGoalThatOnlyTheMedianReaches() {
        double[][] songs = new double[40][];
        double[] first = new double[40];
        double[] second = new double[40];
        for (int i = 0; i < 40; i++) {
            songs[i] = new double[]{1, 1, 1};
            first[i] = i % 2 == 0 ? 9 : 11.2;
            second[i] = 1;
        }

        Answer answer = SideBySide.answer(question(null, null, Goal.atLeast(10)), first, second, songs);

        assertTrue(answer.ratio() >= 10, "median " + answer.ratio());
        assertEquals(Answer.Verdict.MISSED, answer.verdict());
    }

    @Test
    void shouldRefuseAFastWrongAnswer() {
        Calls wrong = new Calls("wrong", i -> i % 7 != 3, null);

        assertThrows(IllegalStateException.class, () -> wrong.run(100));
    }

    private static Question question(Contender first, Contender second, Goal goal) {
        return new Question("a / b", first, second, goal, () -> 1, -1);
    }

    /** Costs what it says, whatever the clock says. */
    private static Contender fixed(String name, double nanos, List<String> order) {
        return new Contender() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double run(int operations) {
                order.add(name);
                long start = System.nanoTime();
                while (System.nanoTime() - start < 100L * operations) {
                    Thread.onSpinWait();
                }
                return nanos;
            }
        };
    }
}
