package io.v11.training.optimisation.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.space.Parameter;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;

/**
 * NSGA-II (Deb, Pratap, Agarwal, Meyarivan 2002) for two goals or more: a batch is a generation, and the best of
 * parents and children by front and crowding are the next parents. Binary tournaments; simulated binary crossover
 * (Deb, Agrawal 1995) with probability 0.9 and index 20; polynomial mutation with probability 1 / n and index 20, the
 * paper's constants. Crossover takes a choice from either parent, mutation draws it anew.
 */
final class NsgaSampler implements Sampler {
    private static final int LEAST_BATCH = 4;
    private static final double CROSSOVER_CHANCE = 0.9;
    private static final double INDEX = 20.0;
    private static final double SAME = 1e-14;

    private final SearchSpace space;
    private final List<Goal> goals;
    private final Streams streams;
    private final int batch;
    private List<Trial> parents = List.of();
    private ParetoFronts ranks;

    NsgaSampler(SearchSpace space, List<Goal> goals, long seed, int batch) {
        if (batch < LEAST_BATCH) {
            throw new ConfigurationException(
                    "sampler: NSGA_II needs batches of " + LEAST_BATCH + " or more, is " + batch);
        }
        this.space = space;
        this.goals = goals;
        this.batch = batch;
        streams = new Streams(seed);
    }

    @Override
    public List<Point> ask(int firstTrial, int count) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = streams.of(firstTrial + i);
            points.add(space.at(parents.isEmpty() ? RandomSampler.uniform(space.size(), random) : child(random)));
        }
        return points;
    }

    @Override
    public void tell(List<Trial> told) {
        List<Trial> all = new ArrayList<>(parents);
        all.addAll(told);
        int[] order = ranked(all).order();
        List<Trial> next = new ArrayList<>();
        for (int i = 0; i < Math.min(batch, order.length); i++) {
            next.add(all.get(order[i]));
        }
        parents = next;
        ranks = ranked(parents);
    }

    private ParetoFronts ranked(List<Trial> trials) {
        return new ParetoFronts(trials.stream().map(trial -> trial.losses(goals)).toArray(double[][]::new));
    }

    private double[] child(Random random) {
        double[] first = parents.get(tournament(random)).point().units();
        double[] second = parents.get(tournament(random)).point().units();
        boolean crossed = random.nextDouble() < CROSSOVER_CHANCE;
        double[] child = new double[space.size()];
        for (int i = 0; i < child.length; i++) {
            boolean choice = space.parameter(i).kind() == Parameter.Kind.CHOICE;
            child[i] = first[i];
            if (crossed && random.nextBoolean()) {
                child[i] = choice ? second[i] : cross(first[i], second[i], random);
            }
            if (random.nextDouble() < 1.0 / child.length) {
                child[i] = choice ? random.nextDouble() : mutate(child[i], random);
            }
        }
        return child;
    }

    private int tournament(Random random) {
        int a = random.nextInt(parents.size());
        int b = random.nextInt(parents.size());
        if (ranks.front(a) != ranks.front(b)) {
            return ranks.front(a) < ranks.front(b) ? a : b;
        }
        return ranks.crowding(a) >= ranks.crowding(b) ? a : b;
    }

    /** One of the two children, either as likely, of the bounded form: nothing falls outside of [0, 1]. */
    private static double cross(double a, double b, Random random) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        if (high - low < SAME) {
            return a;
        }
        double u = random.nextDouble();
        boolean lower = random.nextBoolean();
        double room = lower ? low : 1.0 - high;
        double alpha = 2.0 - StrictMath.pow(1.0 + 2.0 * room / (high - low), -(INDEX + 1.0));
        double spread = u <= 1.0 / alpha
                ? StrictMath.pow(u * alpha, 1.0 / (INDEX + 1.0))
                : StrictMath.pow(1.0 / (2.0 - u * alpha), 1.0 / (INDEX + 1.0));
        double half = 0.5 * spread * (high - low);
        return Math.clamp(0.5 * (low + high) + (lower ? -half : half), 0.0, 1.0);
    }

    private static double mutate(double at, Random random) {
        double u = random.nextDouble();
        double power = 1.0 / (INDEX + 1.0);
        double moved = u < 0.5
                ? StrictMath.pow(2.0 * u + (1.0 - 2.0 * u) * StrictMath.pow(1.0 - at, INDEX + 1.0), power) - 1.0
                : 1.0 - StrictMath.pow(2.0 * (1.0 - u) + 2.0 * (u - 0.5) * StrictMath.pow(at, INDEX + 1.0), power);
        return Math.clamp(at + moved, 0.0, 1.0);
    }
}
