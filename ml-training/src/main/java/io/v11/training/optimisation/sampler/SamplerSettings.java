package io.v11.training.optimisation.sampler;

import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Goal;

/**
 * Which sampler.
 *
 * @param gridLevels values of each real parameter on a grid, and at most so many of a whole number; others ignore it
 */
public record SamplerSettings(Method method, int gridLevels) {
    /** How points are chosen. */
    public enum Method {
        RANDOM, GRID, TPE, CMA_ES, NSGA_II
    }

    public SamplerSettings {
        if (gridLevels < 2 || gridLevels > 1_000) {
            throw new ConfigurationException("sampler: gridLevels must be 2 to 1000, is " + gridLevels);
        }
    }

    /**
     * A sampler that knows nothing yet. Refuses what does not fit together.
     *
     * @param trials that may be spent
     */
    public Sampler create(SearchSpace space, List<Goal> goals, long seed, int batch, int trials) {
        boolean several = goals.size() > 1;
        if (several && (method == Method.TPE || method == Method.CMA_ES)) {
            throw new ConfigurationException("sampler: " + method + " has one goal, given are " + goals.size()
                    + "; take NSGA_II, RANDOM or GRID, or leave one goal");
        }
        if (!several && method == Method.NSGA_II) {
            throw new ConfigurationException("sampler: NSGA_II weighs two goals or more; for one take TPE or CMA_ES");
        }
        return switch (method) {
            case RANDOM -> new RandomSampler(space, seed);
            case GRID -> new GridSampler(space, gridLevels, trials);
            case TPE -> new TpeSampler(space, goals.getFirst(), seed);
            case CMA_ES -> new CmaEsSampler(space, goals.getFirst(), seed, batch);
            case NSGA_II -> new NsgaSampler(space, goals, seed, batch);
        };
    }
}
