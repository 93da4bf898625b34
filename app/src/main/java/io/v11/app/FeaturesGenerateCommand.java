package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.training.TrainingPlan;
import io.v11.training.TrainingPlan.Stretch;
import io.v11.training.data.Dataset;
import io.v11.training.data.JournalDataset;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.TimeSplit.Part;
import io.v11.training.data.TimeSplit.Span;
import io.v11.training.generation.BaseFeatures;
import io.v11.training.generation.GenerationResult;
import io.v11.training.generation.GenerationSettings;
import io.v11.training.generation.GenerationStudy;
import io.v11.training.generation.GenerationText;
import io.v11.training.generation.InputTape;
import io.v11.training.generation.OperatorCosts;
import io.v11.training.progress.TrainingListener;
import io.v11.training.selection.DevelopmentRows;

/** {@code v11 features generate}: which features could be made of those there are, within a budget of time. */
@Command(name = "generate", mixinStandardHelpOptions = true, description = {
    "Makes candidates of the features there are (operators x windows x pairs), screens them on the training range of",
    "journals by information gained over their inputs for each nanosecond, and writes the list that fits the budget.",
    "Test ranges of the plan stay shut. Exit code 1 when no candidate tells more than chance."})
final class FeaturesGenerateCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "JOURNAL", description = "Journals, as v11 import makes them.")
    private List<Path> journals;

    @Option(names = "--budget-us", required = true, paramLabel = "N", description = "What all generated features may cost together on one event, microseconds.")
    private double budgetUs;

    @Option(names = "--count", defaultValue = "24", paramLabel = "N", description = "Most to choose (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(names = "--seed", paramLabel = "N", description = "Of the labels' rotations (default: the plan's).")
    private Long seed;

    @Option(names = "--cadence", description = "Which events are rows: ${COMPLETION-CANDIDATES} (default: the plan's).")
    private DecisionCadence cadence;

    @Option(names = "--from", paramLabel = "TIME", description = "Begin of the training range, UTC, e.g. 2024-07-23T15:39:00Z (default: the plan's train ranges).")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End of the training range, does not belong to it.")
    private String to;

    @Option(names = "--plan", paramLabel = "FILE", description = "Training plan that knows the ranges (default: config/training.yaml).")
    private Path plan;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the list goes (default: runs/generated.yaml).")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((from == null) != (to == null)) {
            throw new ConfigurationException("give --from and --to together, or neither for the plan's train ranges");
        }
        Home home = Home.find();
        TrainingPlan training = TrainingPlan.read(plan != null ? plan : home.config().resolve("training.yaml"));
        Instruments instruments = YamlBinder.read(home.config().resolve("instruments.yaml"), Instruments.class);
        if (from != null) {
            DevelopmentRows.refuseTestRange(training, instruments, from, to);
        }
        GenerationSettings settings = GenerationSettings.standard(budgetUs, count,
                seed != null ? seed : training.seed());
        DecisionCadence rowsAt = cadence != null ? cadence : training.cadence();
        Path file = (out != null ? out : home.runs().resolve("generated.yaml")).toAbsolutePath();
        PrintWriter writer = spec.commandLine().getOut();
        TrainingListener listener = new ProgressText(writer);
        OperatorCosts costs = OperatorCosts.measure(SystemNanoClock.INSTANCE);
        costs.ns()
                .forEach((operator, ns) -> listener.onText(String.format(Locale.ROOT, "%-10s %6.1f ns", operator, ns)));
        Path scratch = scratch(file);
        try {
            JournalDataset dataset = JournalDataset.read(journals, instruments, rowsAt, scratch, listener,
                    SystemNanoClock.INSTANCE);
            TimeSplit split = TimeSplit.of(dataset.data(), spans(dataset.data(), training, instruments),
                    training.purgeNs(), training.embargoNs());
            GenerationResult result = new GenerationStudy(settings, costs, BaseFeatures.ofCatalog(), listener,
                    SystemNanoClock.INSTANCE)
                    .run(dataset.data(), positions -> InputTape.read(journals, instruments, rowsAt, positions, listener,
                            SystemNanoClock.INSTANCE), split.train(), split.validation());
            GenerationText.lines(result).forEach(writer::println);
            String range = from == null ? "train ranges of the plan" : from + " .. " + to;
            Files.writeString(file, result.list().yaml(GenerationText.heading(result, range, dataset.sha256())));
            writer.println("list: " + file);
            return result.chosen().isEmpty() ? ExitCode.FAILED : ExitCode.OK;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        } finally {
            delete(scratch);
        }
    }

    private List<Span> spans(Dataset data, TrainingPlan training, Instruments instruments) {
        if (from == null) {
            return training.resolve(instruments);
        }
        List<Span> spans = new ArrayList<>();
        IntStream.range(0, data.rows()).map(data::instrument).distinct().sorted()
                .forEach(id -> spans.add(new Stretch(Part.TRAIN, instruments.get(id).qualifiedName(), from, to)
                        .resolve(instruments)));
        return spans;
    }

    private static Path scratch(Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.createTempFile(file.getParent(), "rows", ".scratch");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + file.getParent(), e);
        }
    }

    private static void delete(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + scratch, e);
        }
    }
}
