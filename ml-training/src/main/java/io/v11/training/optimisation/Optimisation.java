package io.v11.training.optimisation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import io.v11.config.ConfigurationException;
import io.v11.training.optimisation.ledger.DataIdentity;
import io.v11.training.optimisation.ledger.HoldoutLog;
import io.v11.training.optimisation.ledger.Ledger;
import io.v11.training.optimisation.ledger.LedgerHeader;
import io.v11.training.optimisation.ledger.TrialCount;
import io.v11.training.optimisation.sampler.ParetoFronts;
import io.v11.training.optimisation.sampler.Sampler;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SearchSpace;
import io.v11.training.optimisation.trial.Objective;
import io.v11.training.optimisation.trial.Segment;
import io.v11.training.optimisation.trial.Trial;
import io.v11.training.optimisation.trial.Trial.Phase;
import io.v11.training.optimisation.walk.WalkForward;
import io.v11.training.optimisation.walk.WalkStep;

/**
 * A search: at each step of the walk the sampler searches train data, the best are tried on validation data and one
 * is chosen. Run again after whatever interruption it takes up its ledger and goes on. The holdout is read only by
 * {@link #readHoldout}. Confined to one thread, apart from the objective's.
 */
public final class Optimisation {
    private static final int WORKERS_MAX = 1_024;

    private final OptimisationSettings settings;
    private final SearchSpace space;
    private final WalkForward walk;
    private final LedgerHeader header;
    private final Path folder;

    /**
     * @param data          what is tried on
     * @param code          version or digest of the program that judges
     * @param configuration digest of all that is not varied
     * @param folder        of ledgers, shared by all searches on the same data
     */
    public Optimisation(OptimisationSettings settings, DataIdentity data, String code, String configuration,
            Path folder) {
        this.settings = settings;
        this.folder = folder;
        space = SearchSpace.of(settings.space());
        walk = WalkForward.of(settings.walk());
        header = new LedgerHeader(settings.name(), data, space, settings.description(walk), code, configuration);
        sampler();
    }

    private Sampler sampler() {
        return settings.sampler().create(space, settings.goals(), settings.seed(), settings.batch(),
                settings.trials());
    }

    public SearchSpace space() {
        return space;
    }

    public WalkForward walk() {
        return walk;
    }

    /** @param workers threads that call the objective; the result does not depend on their number */
    public OptimisationResult run(Objective objective, int workers, OptimisationListener listener) {
        if (workers < 1 || workers > WORKERS_MAX) {
            throw new ConfigurationException("workers must be 1 to " + WORKERS_MAX + ", are " + workers);
        }
        if (workers > settings.batch()) {
            listener.onText(workers + " workers, and batches of " + settings.batch() + ": the others find no work");
        }
        int total = walk.steps().size() * (settings.trials() + settings.finalists());
        List<StepResult> steps = new ArrayList<>();
        try (Ledger ledger = Ledger.open(folder, header);
                TrialRunner runner = new TrialRunner(ledger, objective, workers, listener, total)) {
            for (WalkStep step : walk.steps()) {
                steps.add(step(runner, step, steps.size()));
            }
        }
        return new OptimisationResult(settings, header.data(), space, walk, steps,
                TrialCount.of(folder, header.data(), walk.searched()),
                TrialCount.of(folder, header.data(), walk.holdout()),
                HoldoutLog.readings(folder, header.data(), walk.holdout()));
    }

    private StepResult step(TrialRunner runner, WalkStep step, int number) {
        Sampler sampler = sampler();
        List<Trial> search = new ArrayList<>();
        while (search.size() < settings.trials()) {
            int count = Math.min(settings.batch(), settings.trials() - search.size());
            List<Point> points = sampler.ask(runner.next(), count);
            if (points.isEmpty()) {
                break;
            }
            List<Trial> batch = runner.run(points, Phase.SEARCH, number, step.train());
            sampler.tell(batch);
            search.addAll(batch);
        }
        List<Trial> finalists = runner.run(best(search, step.train()), Phase.CHOICE, number, step.validation());
        return new StepResult(step, search, finalists, choose(finalists, step.validation()));
    }

    /** Points of the best trials, no point twice. */
    private List<Point> best(List<Trial> search, Segment segment) {
        List<Trial> judged = judged(search, segment);
        return IntStream.of(new ParetoFronts(losses(judged)).order()).mapToObj(i -> judged.get(i).point()).distinct()
                .limit(settings.finalists()).toList();
    }

    private Trial choose(List<Trial> finalists, Segment segment) {
        List<Trial> judged = judged(finalists, segment);
        ParetoFronts fronts = new ParetoFronts(losses(judged));
        return IntStream.range(0, judged.size()).filter(i -> fronts.front(i) == 0).mapToObj(judged::get)
                .min(Comparator.comparingDouble((Trial trial) -> trial.losses(settings.goals())[0])
                        .thenComparingInt(Trial::number))
                .orElseThrow();
    }

    private List<Trial> judged(List<Trial> trials, Segment segment) {
        List<Trial> judged = trials.stream().filter(
                trial -> IntStream.range(0, settings.goals().size())
                        .allMatch(goal -> trial.losses(settings.goals())[goal] < Double.POSITIVE_INFINITY))
                .toList();
        if (judged.isEmpty()) {
            throw new IllegalStateException("all " + trials.size() + " trials on " + segment.name()
                    + " failed: look at the objective, or at the ranges of the parameters");
        }
        return judged;
    }

    private double[][] losses(List<Trial> trials) {
        return trials.stream().map(trial -> trial.losses(settings.goals())).toArray(double[][]::new);
    }

    /**
     * Tries one point on the holdout, after writing down who reads it.
     *
     * @param at when, by the caller's clock
     */
    public HoldoutReading readHoldout(Objective objective, Point point, String who, String at) {
        int readings = HoldoutLog.record(folder, who, at, settings.name(), header.data(), walk.holdout(), point);
        Segment whole = new Segment("whole", walk.searched().fromNs(), walk.holdout().toNs());
        return new HoldoutReading(objective.evaluate(point, walk.holdout()), readings,
                TrialCount.of(folder, header.data(), whole),
                TrialCount.of(folder, header.data(), walk.holdout()).trials());
    }
}
