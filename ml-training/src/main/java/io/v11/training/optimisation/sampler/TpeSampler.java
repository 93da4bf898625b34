package io.v11.training.optimisation.sampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Trial;

/**
 * Tree-structured Parzen estimator (Bergstra, Bardenet, Bengio, Kegl 2011, section 4): the trials so far are parted
 * into the good and the rest, the density of either is estimated for each parameter on its own, and of {@value
 * #CANDIDATES} values drawn from the density of the good the one with the greatest good(x) / rest(x) is tried, which
 * is the one of greatest expected improvement.
 *
 * <p>
 * Constants: the first {@value #START_TRIALS} trials are uniform; good are the best tenth, at most {@value #GOOD_MAX}
 * (as Optuna has it; the paper says 15 %); of more than {@value #REST_MAX} others an even selection in the order of
 * their losses makes their density, so that a batch costs no more late than early. All points of a batch are drawn
 * from the same densities, each by its own stream.
 */
final class TpeSampler implements Sampler {
    private static final int START_TRIALS = 20;
    private static final int CANDIDATES = 24;
    private static final int GOOD_MAX = 25;
    private static final int REST_MAX = 500;
    private static final double GOOD_SHARE = 0.1;

    private final SearchSpace space;
    private final Goal goal;
    private final Streams streams;
    private final List<Trial> trials = new ArrayList<>();

    TpeSampler(SearchSpace space, Goal goal, long seed) {
        this.space = space;
        this.goal = goal;
        streams = new Streams(seed);
    }

    @Override
    public void tell(List<Trial> batch) {
        trials.addAll(batch);
    }

    @Override
    public List<Point> ask(int firstTrial, int count) {
        boolean informed = trials.size() >= START_TRIALS;
        List<Trial> sorted = sorted();
        int good = Math.min(GOOD_MAX, (int) Math.ceil(GOOD_SHARE * sorted.size()));
        List<Parzen> below = informed ? densities(sorted.subList(0, good)) : List.of();
        List<Parzen> above = informed ? densities(thinned(sorted.subList(good, sorted.size()))) : List.of();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Random random = streams.of(firstTrial + i);
            double[] units = RandomSampler.uniform(space.size(), random);
            for (int p = 0; informed && p < units.length; p++) {
                units[p] = best(below.get(p), above.get(p), random);
            }
            points.add(space.at(units));
        }
        return points;
    }

    private static double best(Parzen below, Parzen above, Random random) {
        double best = 0.0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDIDATES; i++) {
            double candidate = below.draw(random);
            double ratio = below.logDensity(candidate) - above.logDensity(candidate);
            if (ratio > highest) {
                highest = ratio;
                best = candidate;
            }
        }
        return best;
    }

    /** The best first, of equals the earlier. */
    private List<Trial> sorted() {
        return trials.stream().sorted(Comparator.comparingDouble((Trial trial) -> goal.loss(trial.outcome()))
                .thenComparingInt(Trial::number)).toList();
    }

    private static List<Trial> thinned(List<Trial> rest) {
        int kept = Math.min(REST_MAX, rest.size());
        return IntStream.range(0, kept).mapToObj(i -> rest.get((int) ((long) i * rest.size() / kept))).toList();
    }

    private List<Parzen> densities(List<Trial> of) {
        List<Parzen> densities = new ArrayList<>();
        for (int p = 0; p < space.size(); p++) {
            int index = p;
            densities.add(new Parzen(space.parameter(p),
                    of.stream().mapToDouble(trial -> trial.point().value(index)).toArray()));
        }
        return densities;
    }
}
