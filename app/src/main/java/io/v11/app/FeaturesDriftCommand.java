package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.drift.DriftSummary;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ModelRegistry;
import io.v11.training.audit.DriftReplay;
import io.v11.training.data.Dataset;
import io.v11.training.data.JournalDataset;
import io.v11.training.publish.TrainingReference;

/** {@code v11 features drift}: are the features of a journal those that a model was trained on, or those of another journal? */
@Command(name = "drift", mixinStandardHelpOptions = true, description = {
    "Replays a journal and compares its features, window by window, with the training rows of a model",
    "or with another journal. Exit code 1 when a window raises the alert."})
final class FeaturesDriftCommand implements Callable<Integer> {
    @Parameters(paramLabel = "J", description = "Folder of a journal.")
    private Path journal;

    @Option(names = "--reference", paramLabel = "MODEL", defaultValue = "xgboost/1", description = "name/version of a model (default: ${DEFAULT-VALUE}).")
    private String model;

    @Option(names = "--models", paramLabel = "FOLDER", description = "Where models are (default: config/models).")
    private Path models;

    @Option(names = "--baseline", paramLabel = "K", description = "Instead of a model: folder of a journal to compare with.")
    private Path baseline;

    @Option(names = "--cadence", defaultValue = "TOP_CHANGE", description = "Which events are decisions: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DecisionCadence cadence;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.find();
        Instruments instruments = YamlBinder.read(home.config().resolve("instruments.yaml"), Instruments.class);
        DriftReference reference = baseline != null ? ofJournal(instruments, out) : ofModel(home);
        DriftSummary summary = new DriftReplay(instruments, cadence, reference).run(journal.resolve("input"));
        DriftText.lines(summary).forEach(out::println);
        return summary.alerts() > 0 ? ExitCode.FAILED : ExitCode.OK;
    }

    private DriftReference ofModel(Home home) {
        LoadedModel loaded = ModelRegistry.open(models != null ? models : home.models()).load(model,
                FeatureCatalog.schema());
        loaded.model().close();
        return loaded.drift();
    }

    private DriftReference ofJournal(Instruments instruments, PrintWriter out) {
        try {
            Path scratch = Files.createTempFile("v11-drift", ".matrix");
            try {
                Dataset data = JournalDataset.read(List.of(baseline), instruments, cadence, scratch,
                        new ProgressText(out), SystemNanoClock.INSTANCE).data();
                return new TrainingReference(data, IntStream.range(0, data.rows()).toArray(), instruments)
                        .reference();
            } finally {
                Files.delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the rows of " + baseline + " in a scratch file", e);
        }
    }
}
