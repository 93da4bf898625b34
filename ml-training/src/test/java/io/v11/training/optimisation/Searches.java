package io.v11.training.optimisation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.v11.training.optimisation.ledger.DataIdentity;
import io.v11.training.optimisation.sampler.SamplerSettings;
import io.v11.training.optimisation.sampler.SamplerSettings.Method;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.space.SpaceSettings;
import io.v11.training.optimisation.trial.Goal;
import io.v11.training.optimisation.trial.Goal.Direction;
import io.v11.training.optimisation.trial.Objective;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Segment;
import io.v11.training.optimisation.walk.WalkSettings;

/** Searches for tests: a strategy whose Sharpe has its best at known parameters, and noise that differs by segment. */
public final class Searches {
    public static final DataIdentity DATA = new DataIdentity("0123abcd", List.of("BTCUSDT.SPOT", "ETHUSDT.SPOT"));
    private static final int PERIODS = 30;

    private Searches() {
    }

    public static OptimisationSettings settings(String name, Method method) {
        List<Goal> goals = method == Method.NSGA_II
                ? List.of(new Goal("sharpe", Direction.MAXIMISE), new Goal("drawdown", Direction.MINIMISE))
                : List.of(new Goal("sharpe", Direction.MAXIMISE));
        SpaceSettings space = new SpaceSettings(
                List.of(new SpaceSettings.RealRange("signal.entryBps", 0.5, 20.0, true),
                        new SpaceSettings.RealRange("signal.exitFraction", 0.0, 1.0, false)),
                List.of(new SpaceSettings.IntegerRange("signal.holdBars", 1, 96, true)), List.of());
        return new OptimisationSettings(name, 11, new SamplerSettings(method, 3), 40, 8, 5, goals, space,
                new WalkSettings(WalkSettings.Mode.ANCHORED, "2024-01-01T00:00:00Z", "2024-01-11T00:00:00Z", 4 * 1440,
                        2 * 1440, 2 * 1440, 60, 30));
    }

    public static Optimisation of(OptimisationSettings settings, Path folder) {
        return new Optimisation(settings, DATA, "code-1", "configuration-1", folder);
    }

    /** Best at entry 4, exit 0.6, hold 24; the noise depends on point and segment only. */
    public static Objective strategy() {
        return Searches::evaluate;
    }

    private static Outcome evaluate(Point point, Segment segment) {
        double entry = StrictMath.log(point.real("signal.entryBps") / 4.0);
        double exit = point.real("signal.exitFraction") - 0.6;
        double hold = StrictMath.log(point.integer("signal.holdBars") / 24.0);
        double edge = 0.4 - 0.2 * entry * entry - 0.5 * exit * exit - 0.02 * hold * hold;
        Random random = new Random(point.hashCode() * 31L + segment.fromNs());
        double[] returns = new double[PERIODS];
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < PERIODS; i++) {
            returns[i] = edge + random.nextGaussian();
            sum += returns[i];
            squares += returns[i] * returns[i];
        }
        double mean = sum / PERIODS;
        double deviation = StrictMath.sqrt(squares / PERIODS - mean * mean);
        return new Outcome(Map.of("sharpe", mean / deviation, "drawdown", Math.abs(exit) + 0.1 * Math.abs(hold)),
                returns);
    }
}
