package io.v11.training.optimisation.sampler;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Trial;

/** Uniform draws on the scale of each parameter: what every other sampler must beat. */
final class RandomSampler implements Sampler {
    private final SearchSpace space;
    private final Streams streams;

    RandomSampler(SearchSpace space, long seed) {
        this.space = space;
        streams = new Streams(seed);
    }

    @Override
    public List<Point> ask(int firstTrial, int count) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(space.at(uniform(space.size(), streams.of(firstTrial + i))));
        }
        return points;
    }

    @Override
    public void tell(List<Trial> batch) {
        // the next draw knows nothing of the last
    }

    static double[] uniform(int size, Random random) {
        double[] units = new double[size];
        for (int i = 0; i < size; i++) {
            units[i] = random.nextDouble();
        }
        return units;
    }
}
