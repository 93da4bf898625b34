package io.v11.training.optimisation.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.Functions;
import io.v11.training.optimisation.sampler.SamplerSettings.Method;
import io.v11.training.optimisation.space.Parameter;
import io.v11.training.optimisation.space.Parameter.Kind;
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

/** Informed samplers against random search with the same budget, in the median over seeds. */
class SamplersTest {
    private static final Segment SEGMENT = new Segment("all", 0, 1);
    private static final Goal LOSS = new Goal("loss", Direction.MINIMISE);
    private static final List<Goal> TWO = List.of(new Goal("f1", Direction.MINIMISE),
            new Goal("f2", Direction.MINIMISE));
    private static final int TRIALS = 200;
    private static final int BATCH = 10;
    private static final int SEEDS = 11;
    /** So far up that random search has a share too. */
    private static final double WORST = 6.0;

    @ParameterizedTest
    @EnumSource(Functions.class)
    void shouldBeatRandomSearch(Functions function) {
        double random = median(Method.RANDOM, function);
        double tpe = median(Method.TPE, function);
        double cmaEs = median(Method.CMA_ES, function);

        String figures = String.format(Locale.ROOT, "%-10s random %9.5f  TPE %9.5f  CMA-ES %9.5f", function, random,
                tpe, cmaEs);
        System.out.println(figures);
        assertTrue(tpe < random, figures);
        assertTrue(cmaEs < random, figures);
    }

    /** ZDT1 (Zitzler, Deb, Thiele 2000) with ten parameters; its front is f2 = 1 - sqrt(f1). */
    @Test
    void shouldFindTheFrontOfZdt1() {
        double random = medianVolume(Method.RANDOM);
        double nsga = medianVolume(Method.NSGA_II);

        String figures = String.format(Locale.ROOT,
                "ZDT1 hypervolume up to (1.1, 6), at most %.4f: random %.4f  NSGA-II %.4f",
                1.1 * WORST - 1.0 / 3.0, random, nsga);
        System.out.println(figures);
        assertTrue(nsga > random && nsga > 0.98 * (1.1 * WORST - 1.0 / 3.0), figures);
    }

    @Test
    void shouldNotDependOnLaterSeedsOrTrials() {
        SearchSpace space = Functions.SPHERE.space();

        List<Point> whole = new SamplerSettings(Method.RANDOM, 2).create(space, List.of(LOSS), 5, 8, 100).ask(0, 8);
        List<Point> tail = new SamplerSettings(Method.RANDOM, 2).create(space, List.of(LOSS), 5, 8, 100).ask(5, 3);

        assertEquals(whole.subList(5, 8), tail);
    }

    private static double median(Method method, Functions function) {
        double[] best = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            best[seed] = run(method, function.space(), List.of(LOSS), seed, TRIALS, BATCH,
                    point -> Outcome.of("loss", function.at(point))).stream()
                    .mapToDouble(trial -> trial.outcome().measure("loss")).min().orElseThrow();
        }
        Arrays.sort(best);
        return best[SEEDS / 2];
    }

    private static double medianVolume(Method method) {
        double[] volumes = new double[5];
        for (int seed = 0; seed < volumes.length; seed++) {
            List<Trial> trials = run(method, Functions.space(10, 0.0, 1.0), TWO, seed, 2_000, 40, SamplersTest::zdt1);
            volumes[seed] = volume(trials.stream().map(trial -> trial.losses(TWO)).toArray(double[][]::new));
        }
        Arrays.sort(volumes);
        return volumes[volumes.length / 2];
    }

    private static Outcome zdt1(Point point) {
        double g = 1.0;
        for (int i = 1; i < 10; i++) {
            g += point.value(i);
        }
        double f1 = point.value(0);
        return new Outcome(Map.of("f1", f1, "f2", g * (1.0 - StrictMath.sqrt(f1 / g))), new double[0]);
    }

    /** Area that the losses dominate below (1.1, WORST). */
    private static double volume(double[][] losses) {
        Arrays.sort(losses, (a, b) -> Double.compare(a[0], b[0]));
        double area = 0.0;
        double lowest = WORST;
        for (double[] loss : losses) {
            if (loss[0] < 1.1 && loss[1] < lowest) {
                area += (1.1 - loss[0]) * (lowest - loss[1]);
                lowest = loss[1];
            }
        }
        return area;
    }

    private static List<Trial> run(Method method, SearchSpace space, List<Goal> goals, long seed, int trials,
            int batch, Function<Point, Outcome> objective) {
        Sampler sampler = new SamplerSettings(method, 5).create(space, goals, seed, batch, trials);
        List<Trial> all = new ArrayList<>();
        while (all.size() < trials) {
            List<Trial> told = new ArrayList<>();
            for (Point point : sampler.ask(all.size(), batch)) {
                told.add(new Trial(all.size() + told.size(), Trial.Phase.SEARCH, 0, SEGMENT, point,
                        objective.apply(point)));
            }
            sampler.tell(told);
            all.addAll(told);
        }
        return all;
    }

    @Test
    void shouldTryEveryCombinationOfAGridOnce() {
        SearchSpace space = new SearchSpace(List.of(new Parameter("a", Kind.REAL_LOG, 1.0, 100.0, List.of()),
                new Parameter("b", Kind.INTEGER, 1.0, 3.0, List.of()),
                new Parameter("c", Kind.CHOICE, 0.0, 1.0, List.of("x", "y"))));
        Sampler grid = new SamplerSettings(Method.GRID, 3).create(space, List.of(LOSS), 0, 7, 18);

        List<Point> points = new ArrayList<>(grid.ask(0, 7));
        points.addAll(grid.ask(7, 100));

        assertEquals(18, points.size());
        assertEquals(18, points.stream().distinct().count());
        assertEquals(List.of("1.0", "1", "x"), points.getFirst().texts());
        assertEquals(List.of("100.0", "3", "y"), points.getLast().texts());
        assertEquals(List.of(), grid.ask(18, 7));
        assertEquals(10.0, points.get(6).real("a"), 1e-12);
    }

    @Test
    void shouldRefuseWhatASamplerCannotDo() {
        SearchSpace choices = new SearchSpace(List.of(new Parameter("c", Kind.CHOICE, 0.0, 1.0, List.of("x", "y"))));
        SearchSpace numbers = Functions.SPHERE.space();

        assertRefused("c is a choice", () -> create(Method.CMA_ES, choices, List.of(LOSS)));
        assertRefused("TPE has one goal", () -> create(Method.TPE, numbers, TWO));
        assertRefused("two goals or more", () -> create(Method.NSGA_II, numbers, List.of(LOSS)));
        assertRefused("the grid has 243 points and trials is 100",
                () -> new SamplerSettings(Method.GRID, 3).create(numbers, List.of(LOSS), 0, 10, 100));
    }

    /** A whole number and a choice: the density has mass where the good ones are, and TPE goes there. */
    @Test
    void shouldFindWholeNumbersAndChoicesByTpe() {
        SearchSpace space = new SearchSpace(List.of(new Parameter("n", Kind.INTEGER_LOG, 1.0, 1_000.0, List.of()),
                new Parameter("c", Kind.CHOICE, 0.0, 3.0, List.of("w", "x", "y", "z"))));

        List<Trial> trials = run(Method.TPE, space, List.of(LOSS), 3, 150, BATCH, point -> Outcome.of("loss",
                Math.abs(StrictMath.log(point.integer("n") / 37.0)) + (point.text("c").equals("y") ? 0.0 : 1.0)));

        List<Trial> last = trials.subList(100, 150);
        long near = last.stream().filter(trial -> trial.point().text("c").equals("y")
                && trial.point().integer("n") > 18 && trial.point().integer("n") < 74).count();
        assertTrue(near > 25, near + " of the last 50 within a factor of two; by chance there would be 2 to 3");
    }

    private static Sampler create(Method method, SearchSpace space, List<Goal> goals) {
        return new SamplerSettings(method, 2).create(space, goals, 0, 10, 100);
    }

    private static void assertRefused(String words, Executable creation) {
        String message = assertThrows(ConfigurationException.class, creation).getMessage();
        assertTrue(message.contains(words), message);
    }
}
