package io.v11.training.backtest.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import io.v11.config.Configuration;
import io.v11.engine.LiveModels;
import io.v11.engine.play.RecordedRun;
import io.v11.engine.play.RunReport;
import io.v11.engine.play.Span;

/**
 * One play of a recording through the engine against the simulated venue: the same stages as live, on the caller's thread.
 *
 * @param configuration with every model by name, see {@link LiveModels#resolve}
 * @param registry      folder of the models
 * @param market        what is played
 * @param span          what is traded of it
 * @param traded        qualified names of the instruments, for the models' ranges
 */
public record BacktestRun(Configuration configuration, Path registry, Path market, Span span, List<String> traded) {
    private static final int ONE_CORE = 1;

    /** With single values of the profile replaced. */
    public BacktestRun with(Map<String, String> values) {
        return new BacktestRun(configuration.with(values), registry, market, span, traded);
    }

    /** Over another span. */
    public BacktestRun over(Span other) {
        return new BacktestRun(configuration, registry, market, other, traded);
    }

    /**
     * Plays it and leaves its journal in the folder; an engine that stops on a failure is an exception.
     *
     * @param folder   new
     * @param progress told the number of market events played, now and then
     */
    public RunReport play(Path folder, LongConsumer progress) {
        try (LiveModels models = LiveModels.load(registry, configuration.profile().models())) {
            ModelRanges.require(models, span, traded);
            RunReport report = new RecordedRun(configuration, market.resolve("input"), folder, models, ONE_CORE,
                    core -> {
                    }).over(span).run(0, progress);
            if (report.failure() != null) {
                throw new IllegalStateException("the engine stopped: " + report.failure().describe(),
                        report.failure().cause());
            }
            return report;
        }
    }
}
