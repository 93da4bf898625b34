package io.v11.training.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.Operator;
import io.v11.training.selection.cluster.RankCorrelation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GreedyBudgetTest {
    private static final int ROWS = 200;

    private static GenerationSettings settings(double budgetNs, int count) {
        return new GenerationSettings(budgetNs, count, 2, List.of(5), 100, 8, 100, 0.9, 0.9, 1000, 1);
    }

    private static Screened screened(int number, double gain, boolean beyond, double least, double costNs) {
        Expression expression = new Expression(Operator.MEAN, List.of("f" + number), 5);
        return new Screened(expression, "ratio", gain, gain, 0.0, beyond, least, 1.0, costNs);
    }

    private static double[] noise(Random random) {
        return RankCorrelation.ranks(random.doubles(ROWS).toArray());
    }

    /** Whatever the candidates cost and the budget is. */
    @Test
    void shouldNeverSpendMoreThanTheBudget() {
        int spent = 0;
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            GenerationSettings settings = settings(0.1 + 200.0 * random.nextDouble(), 1 + random.nextInt(40));
            List<Screened> candidates = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                candidates.add(screened(i, random.nextDouble(), random.nextInt(4) > 0, random.nextDouble() - 0.2,
                        0.1 + 30.0 * random.nextDouble()));
            }
            List<double[]> ranks = IntStream.range(0, 60).mapToObj(i -> noise(random)).toList();
            GreedyBudget greedy = new GreedyBudget(settings, List.of());

            List<Chosen> chosen = greedy.choose(candidates, candidate -> ranks.get(candidates.indexOf(candidate)));

            double total = chosen.stream().mapToDouble(each -> each.screened().costNs()).sum();
            assertTrue(total <= settings.budgetNs() + 1e-9, "seed " + seed + " total " + total);
            assertTrue(chosen.size() <= settings.count(), "seed " + seed);
            assertTrue(chosen.stream().allMatch(each -> each.screened().tells()), "seed " + seed);
            double cheapest = candidates.stream().filter(Screened::tells)
                    .filter(each -> chosen.stream().noneMatch(taken -> taken.screened().equals(each)))
                    .mapToDouble(Screened::costNs).min().orElse(Double.MAX_VALUE);
            assertTrue(chosen.size() == settings.count() || total + cheapest > settings.budgetNs(),
                    "seed " + seed + " stopped early");
            spent += greedy.unaffordable() > 0 ? 1 : 0;
        }
        assertTrue(spent > 100, "the budget was binding in " + spent + " cases only");
    }

    @Test
    void shouldTakeTheMostInformationForEachNanosecond() {
        Random random = new Random(5);
        List<Screened> candidates = List.of(screened(0, 3.0, true, 1, 30), screened(1, 2.0, true, 1, 5),
                screened(2, 9.0, false, 1, 1), screened(3, 9.0, true, 0, 1));

        List<Chosen> chosen = new GreedyBudget(settings(100, 10), List.of()).choose(candidates, c -> noise(random));

        assertEquals(List.of("gen_mean5_f1", "gen_mean5_f0"),
                chosen.stream().map(each -> each.screened().expression().name()).toList());
        assertEquals(35.0, chosen.getLast().totalNs());
    }

    @Test
    void shouldPassOverWhatAnotherFeatureSays() {
        double[] base = noise(new Random(1));
        double[] mirrored = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            mirrored[i] = -base[i];
        }
        GreedyBudget greedy = new GreedyBudget(settings(100, 10), List.of(base));

        List<Chosen> chosen = greedy.choose(List.of(screened(0, 3.0, true, 1, 1), screened(1, 2.0, true, 1, 1)),
                candidate -> candidate.gain() > 2.5 ? mirrored : noise(new Random(2)));

        assertEquals(1, chosen.size());
        assertEquals(1, greedy.redundant());
        assertTrue(chosen.getFirst().closest() < 0.5);
    }
}
