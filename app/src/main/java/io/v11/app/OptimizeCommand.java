package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.config.Configuration;
import io.v11.config.ConfigurationException;
import io.v11.engine.play.Span;
import io.v11.training.backtest.run.BacktestObjective;
import io.v11.training.backtest.run.BacktestRun;
import io.v11.training.backtest.run.TrialBook;
import io.v11.training.optimisation.HoldoutReading;
import io.v11.training.optimisation.Optimisation;
import io.v11.training.optimisation.OptimisationListener;
import io.v11.training.optimisation.OptimisationResult;
import io.v11.training.optimisation.OptimisationSettings;
import io.v11.training.optimisation.StepResult;
import io.v11.training.optimisation.ledger.DataIdentity;
import io.v11.training.optimisation.page.OptimisationOutput;
import io.v11.training.optimisation.space.Parameter;
import io.v11.training.optimisation.trial.Trial;

/** {@code v11 optimize}: searches values of the profile by backtests, walk-forward. */
@Command(name = "optimize", mixinStandardHelpOptions = true, description = {
    "Searches values of the profile by backtests: random, grid, TPE, CMA-ES or NSGA-II, walk-forward.",
    "Every trial is kept in runs/trials; a search that was killed goes on where it stood, with the same result.",
    "The holdout is read with --holdout only, and every reading is noted."})
final class OptimizeCommand implements Callable<Integer> {
    /** Places on a parameter's scale of which one at least must suit the rest of the profile. */
    private static final double[] TRIED = {0.0, 0.5, 1.0};

    @Mixin
    private BacktestInput input;

    @Option(names = "--plan", paramLabel = "FILE", required = true, description = "What is searched, how, and on which ranges, e.g. config/optimisation/hours.yaml.")
    private Path plan;

    @Option(names = "-j", paramLabel = "WORKERS", defaultValue = "1", description = "Threads; the result does not depend on them (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes (default: runs/optimize-<name>).")
    private Path out;

    @Option(names = "--holdout", description = "Read the holdout with the values chosen last.")
    private boolean holdout;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        PrintWriter writer = spec.commandLine().getOut();
        TrialBook book = BacktestInput.book(home);
        OptimisationSettings settings = OptimisationSettings.read(plan);
        Configuration configuration = input.configuration(home);
        Optimisation search = new Optimisation(settings, input.market(home).identity(configuration.instruments()),
                "engine", configuration.digestHex(), book.own());
        search.space().parameters().forEach(parameter -> require(parameter, configuration));
        BacktestRun run = input.run(home, configuration, Span.ALL);
        BacktestObjective objective = new BacktestObjective(run, home.runs().resolve("optimize-scratch"));
        OptimisationResult result = search.run(objective, workers, new Progress(writer));
        Path folder = out != null ? out : home.runs().resolve("optimize-" + settings.name());
        OptimisationOutput.write(result, folder);
        for (StepResult step : result.steps()) {
            writer.println("step " + step.step().train().name() + ": chosen " + text(step.chosen()));
        }
        DataIdentity data = input.market(home).identity(configuration.instruments());
        writer.println(String.format(Locale.ROOT, "%,d trials on these data so far; %,d looked at the holdout's range",
                book.looks(data, search.walk().searched()), book.looks(data, search.walk().holdout())));
        if (holdout) {
            HoldoutReading reading = search.readHoldout(objective, result.chosen(),
                    System.getProperty("user.name"), Instant.now().toString());
            writer.println(reading.verdict() + ": " + reading.outcome().measures());
        }
        writer.println("report    " + folder.resolve("optimisation.html"));
        return ExitCode.OK;
    }

    /** A value that the profile does not have, or never takes, is a mistake in the plan and no failed trial. */
    private static void require(Parameter parameter, Configuration configuration) {
        ConfigurationException refusal = null;
        for (double unit : TRIED) {
            try {
                configuration.with(Map.of(parameter.path(), parameter.text(parameter.value(unit))));
                return;
            } catch (ConfigurationException e) {
                refusal = e;
            }
        }
        throw refusal;
    }

    private static String text(Trial trial) {
        Map<String, String> values = trial.point().settings();
        return values + " with " + trial.outcome().measures();
    }

    /** A line a trial. */
    private record Progress(PrintWriter writer) implements OptimisationListener {
        @Override
        public void onTrial(Trial trial, int total, boolean resumed) {
            writer.println(String.format(Locale.ROOT, "trial %d of %d%s: %s", trial.number() + 1, total,
                    resumed ? " (kept)" : "", trial.outcome().hasFailed() ? "failed" : trial.outcome().measures()));
            writer.flush();
        }

        @Override
        public void onText(String text) {
            writer.println(text);
        }
    }
}
