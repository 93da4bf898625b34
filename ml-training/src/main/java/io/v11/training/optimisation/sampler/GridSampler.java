package io.v11.training.optimisation.sampler;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.space.Parameter;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Trial;

/** Every combination of evenly spaced values, ends included, the last parameter turning fastest; then nothing more. */
final class GridSampler implements Sampler {
    private static final long TOO_MANY = 1_000_000_000L;

    private final SearchSpace space;
    private final int[] levels;
    private final long size;
    private long next;

    GridSampler(SearchSpace space, int realLevels, int trials) {
        this.space = space;
        levels = new int[space.size()];
        long product = 1;
        for (int i = 0; i < levels.length; i++) {
            Parameter parameter = space.parameter(i);
            boolean choice = parameter.kind() == Parameter.Kind.CHOICE;
            levels[i] = choice
                    ? parameter.levels()
                    : parameter.levels() == 0 ? realLevels : Math.min(realLevels, parameter.levels());
            product = Math.min(TOO_MANY, product * levels[i]);
        }
        if (product > trials) {
            throw new ConfigurationException(
                    "sampler: the grid has " + (product == TOO_MANY ? "more than 1e9" : product)
                            + " points and trials is " + trials + "; lower gridLevels, raise trials, or take RANDOM");
        }
        size = product;
    }

    @Override
    public List<Point> ask(int firstTrial, int count) {
        List<Point> points = new ArrayList<>();
        for (; points.size() < count && next < size; next++) {
            points.add(point(next));
        }
        return points;
    }

    @Override
    public void tell(List<Trial> batch) {
        // the grid is what it is
    }

    private Point point(long number) {
        double[] units = new double[levels.length];
        long rest = number;
        for (int i = levels.length - 1; i >= 0; i--) {
            int level = (int) (rest % levels[i]);
            rest /= levels[i];
            Parameter parameter = space.parameter(i);
            units[i] = parameter.levels() == levels[i]
                    ? parameter.unit(parameter.low() + level)
                    : (double) level / (levels[i] - 1);
        }
        return space.at(units);
    }
}
