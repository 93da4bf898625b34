package io.v11.training.optimisation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.v11.config.ConfigurationException;
import io.v11.config.YamlBinder;
import io.v11.training.optimisation.sampler.SamplerSettings;
import io.v11.training.optimisation.space.SpaceSettings;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Segment;
import io.v11.training.optimisation.walk.WalkForward;
import io.v11.training.optimisation.walk.WalkSettings;
import io.v11.training.optimisation.walk.WalkStep;

/**
 * What is searched, how and on what: a YAML file of which every key is required and unknown keys are refused.
 *
 * @param name      of the search and of its ledger
 * @param seed      of every draw
 * @param sampler   how points are chosen
 * @param trials    on the train data of each step of the walk
 * @param batch     trials that are proposed together; no more workers than this find work
 * @param finalists the best of the search that are tried on validation data, to choose among them
 * @param goals     what is good; of several the first chooses among the finalists that no other beats in everything
 * @param space     what is varied
 * @param walk      on which data
 */
public record OptimisationSettings(String name, long seed, SamplerSettings sampler, int trials, int batch,
        int finalists, List<Goal> goals, SpaceSettings space, WalkSettings walk) {
    private static final int TRIALS_MAX = 1_000_000;
    private static final int BATCH_MAX = 1_000;
    private static final int GOALS_MAX = 4;

    public OptimisationSettings {
        goals = List.copyOf(goals);
        require(trials >= 1 && trials <= TRIALS_MAX, "trials must be 1 to " + TRIALS_MAX + ", is " + trials);
        require(batch >= 1 && batch <= BATCH_MAX, "batch must be 1 to " + BATCH_MAX + ", is " + batch);
        require(finalists >= 1 && finalists <= trials,
                "finalists must be 1 to trials (" + trials + "), is " + finalists);
        require(!goals.isEmpty() && goals.size() <= GOALS_MAX,
                "goals must be 1 to " + GOALS_MAX + ", are " + goals.size());
        require(goals.stream().map(Goal::measure).distinct().count() == goals.size(), "goals name a measure twice");
    }

    public static OptimisationSettings read(Path file) {
        return YamlBinder.read(file, OptimisationSettings.class);
    }

    /** What the trials depend on, name and value each, for the ledger's header. */
    List<String> description(WalkForward cut) {
        List<String> lines = new ArrayList<>(List.of("sampler " + sampler.method(),
                "gridLevels " + sampler.gridLevels(), "seed " + seed, "trials " + trials, "batch " + batch,
                "finalists " + finalists));
        goals.forEach(goal -> lines.add("goal " + goal.measure() + " " + goal.direction()));
        for (WalkStep step : cut.steps()) {
            lines.add(describe(step.train()));
            lines.add(describe(step.validation()));
        }
        lines.add(describe(cut.holdout()));
        return lines;
    }

    private static String describe(Segment segment) {
        return segment.name() + " " + segment.fromNs() + " " + segment.toNs();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ConfigurationException("optimisation: " + message);
        }
    }
}
