package io.v11.training.optimisation.sampler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.space.Parameter;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;

/**
 * CMA-ES on [0, 1] for each parameter, a batch being a generation. {@link Covariance} is written here, upon
 * Hipparchus' linear algebra, because Hipparchus' own {@code CMAESOptimizer} calls the function itself, one point
 * after the other, from beginning to end: it can neither be asked for a batch nor be taken up again from a ledger.
 *
 * <p>
 * Draws outside of the box are drawn again, at most {@value #DRAWS_MAX} times, then moved to its edge. A search whose
 * steps have become tiny, or whose best has not moved for 10 + 30 n / batch generations (Hansen 2009), begins anew at
 * a random place. Choices have no distances, so a space with choices is refused.
 */
final class CmaEsSampler implements Sampler {
    static final int LEAST_BATCH = 4;
    private static final int DRAWS_MAX = 20;
    private static final double START_DEVIATION = 0.3;
    private static final double LEAST_DEVIATION = 1e-9;

    private final SearchSpace space;
    private final Goal goal;
    private final Streams streams;
    private final int batch;
    private final List<double[]> asked = new ArrayList<>();
    private Covariance state;
    private double best;
    private int idle;
    private int trials;

    CmaEsSampler(SearchSpace space, Goal goal, long seed, int batch) {
        if (batch < LEAST_BATCH) {
            throw new ConfigurationException(
                    "sampler: CMA_ES needs batches of " + LEAST_BATCH + " or more, is " + batch);
        }
        for (Parameter parameter : space.parameters()) {
            if (parameter.kind() == Parameter.Kind.CHOICE) {
                throw new ConfigurationException("sampler: CMA_ES knows numbers only, and " + parameter.path()
                        + " is a choice; take TPE, or fix it");
            }
        }
        this.space = space;
        this.goal = goal;
        this.batch = batch;
        streams = new Streams(seed);
    }

    @Override
    public List<Point> ask(int firstTrial, int count) {
        asked.clear();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = streams.of(firstTrial + i);
            if (state == null) {
                begin(trials == 0 ? centre() : RandomSampler.uniform(space.size(), random));
            }
            double[] drawn = draw(random);
            asked.add(drawn);
            points.add(space.at(drawn));
        }
        return points;
    }

    private double[] centre() {
        double[] centre = new double[space.size()];
        Arrays.fill(centre, 0.5);
        return centre;
    }

    private void begin(double[] mean) {
        double[] least = new double[space.size()];
        for (int i = 0; i < least.length; i++) {
            int levels = space.parameter(i).levels();
            least[i] = levels == 0 ? 0.0 : 0.2 / levels;
        }
        state = new Covariance(mean, START_DEVIATION, batch, least);
        best = Double.POSITIVE_INFINITY;
        idle = 0;
    }

    private double[] draw(Random random) {
        double[] drawn = state.draw(random);
        for (int i = 0; i < DRAWS_MAX && !inside(drawn); i++) {
            drawn = state.draw(random);
        }
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = Math.clamp(drawn[i], 0.0, 1.0);
        }
        return drawn;
    }

    private static boolean inside(double[] drawn) {
        for (double unit : drawn) {
            if (!(unit >= 0.0 && unit <= 1.0)) {
                return false;
            }
        }
        return true;
    }

    /** A batch that is not whole is the last of its search, and too small to learn from. */
    @Override
    public void tell(List<Trial> told) {
        trials += told.size();
        if (told.size() < batch) {
            return;
        }
        double[] losses = told.stream().mapToDouble(trial -> goal.loss(trial.outcome())).toArray();
        int[] order = IntStream.range(0, batch).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> losses[i]).thenComparingInt(i -> i))
                .mapToInt(Integer::intValue).toArray();
        double[][] sorted = new double[batch][];
        for (int i = 0; i < batch; i++) {
            sorted[i] = asked.get(order[i]);
        }
        state.learn(sorted);
        idle = losses[order[0]] < best ? 0 : idle + 1;
        best = Math.min(best, losses[order[0]]);
        if (idle > 10 + 30 * space.size() / batch || state.exhausted(LEAST_DEVIATION)) {
            state = null;
        }
    }
}
