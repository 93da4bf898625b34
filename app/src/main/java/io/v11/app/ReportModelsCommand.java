package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.binance.archive.ImportInput;
import io.v11.binance.archive.JournalImport;
import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.ml.ServingBackend;
import io.v11.training.TrainingPlan;
import io.v11.training.data.JournalDataset;
import io.v11.training.data.label.LabelRule;
import io.v11.training.progress.TrainingListener;
import io.v11.training.report.ModelsReport;
import io.v11.training.report.ReportModels;
import io.v11.training.report.ReportStudy;
import io.v11.training.report.page.ReportOutput;

/** {@code v11 report models}: how good the models are on the test rows of the plan. */
@Command(name = "models", mixinStandardHelpOptions = true, description = {
    "Judges models on the test rows of the plan, beside majority class and best one-feature rule.",
    "Writes models.html, which needs nothing beside it, and models.json."})
final class ReportModelsCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NAME/VERSION", description = "Models; a stack brings its members (default: the live stack, or all when none is live).")
    private List<String> ids = List.of();

    @Option(names = "--journal", paramLabel = "J", description = "Journals to judge on, in this order; with the train ranges of the plan, rules and regimes are chosen there.")
    private List<Path> journals;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Without --journal: where the plan's captures are (default: the bundled recording, test rows only).")
    private Path data;

    @Option(names = "--plan", paramLabel = "FILE", description = "Training plan that knows the ranges (default: config/training.yaml).")
    private Path plan;

    @Option(names = "--backend", defaultValue = "KERNEL", description = "What serves nets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ServingBackend backend;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes (default: runs/models).")
    private Path out;

    @Mixin
    private ModelsCommand.Folder folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        PrintWriter writer = spec.commandLine().getOut();
        TrainingPlan training = TrainingPlan.read(plan != null ? plan : home.config().resolve("training.yaml"));
        Instruments instruments = YamlBinder.read(home.config().resolve("instruments.yaml"), Instruments.class);
        Path target = out != null ? out : home.runs().resolve("models");
        TrainingListener listener = new ProgressText(writer);
        try (ReportModels models = ReportModels.load(folder.path(), ids, JournalDataset.schema(), backend)) {
            Path scratch = scratch(target);
            try {
                JournalDataset dataset = JournalDataset.read(sources(home, training, instruments), instruments,
                        training.cadence(), models.normalised(),
                        training.labelRule().labels(LabelRule.price(training.cadence())), scratch, listener,
                        SystemNanoClock.INSTANCE);
                ModelsReport report = new ReportStudy(training, instruments, listener).run(dataset, models);
                ReportOutput.write(report, target);
                writer.println("report: " + target.resolve(ReportOutput.HTML));
                return ExitCode.OK;
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(e.getMessage(), e);
            } finally {
                delete(scratch);
                delete(scratch.resolveSibling(scratch.getFileName() + ".normalised"));
            }
        }
    }

    private List<Path> sources(Home home, TrainingPlan training, Instruments instruments) {
        if (journals != null) {
            return journals;
        }
        List<Path> captures = data == null
                ? List.of(home.recordings())
                : training.captures().stream().map(data::resolve).toList();
        for (Path capture : captures) {
            if (!Files.exists(capture)) {
                throw new ConfigurationException("capture " + capture + " does not exist");
            }
        }
        Path journal = home.runs().resolve(data == null ? "recording" : "training");
        new JournalImport(instruments).run(ImportInput.of(captures), journal,
                new ProgressBar(System.err, "import")::update);
        return List.of(journal);
    }

    private static Path scratch(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, "rows", ".scratch");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + folder, e);
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
