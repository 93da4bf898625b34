package io.v11.training.backtest.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.v11.config.ConfigurationException;
import io.v11.engine.play.Span;
import io.v11.training.backtest.reading.ReadingSettings;
import io.v11.training.backtest.reading.RunReading;
import io.v11.training.optimisation.space.Point;
import io.v11.training.optimisation.trial.Objective;
import io.v11.training.optimisation.trial.Outcome;
import io.v11.training.optimisation.trial.Segment;

/**
 * A trial is a backtest: the whole engine over the segment, with the point's values in the profile, warm from all that lies
 * before the segment. What it leaves on disk is deleted when it has been read. For any number of threads: each trial has an
 * engine of its own.
 *
 * @param run     what is played, but for the point's values
 * @param scratch folder for the trials' journals
 */
public record BacktestObjective(BacktestRun run, Path scratch) implements Objective {
    @Override
    public Outcome evaluate(Point point, Segment segment) {
        BacktestRun trial;
        try {
            trial = run.with(point.settings()).with(Map.of("journal.derived", "false"))
                    .over(new Span(segment.fromNs(), segment.toNs()));
        } catch (ConfigurationException e) {
            return Outcome.failed(); // values that contradict one another: a trial like any other, and a bad one
        }
        Path folder = folder();
        try {
            trial.play(folder.resolve("run"), done -> {
            });
            return RunFigures.of(RunReading.of(folder.resolve("run"), ReadingSettings.USUAL));
        } finally {
            delete(folder);
        }
    }

    private Path folder() {
        try {
            Files.createDirectories(scratch);
            return Files.createTempDirectory(scratch, "trial");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + scratch, e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
