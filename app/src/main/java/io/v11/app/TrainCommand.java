package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.binance.archive.ImportInput;
import io.v11.binance.archive.JournalImport;
import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.ml.Family;
import io.v11.training.PathStudy;
import io.v11.training.Training;
import io.v11.training.TrainingPlan;
import io.v11.training.TrainingReport;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.JournalDataset;
import io.v11.training.data.export.DatasetExport;
import io.v11.training.data.label.LabelRule;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.ModelPublisher;

/** {@code v11 train}: models from journals, by a plan. */
@Command(name = "train", mixinStandardHelpOptions = true, description = {
    "Trains every family of a plan from journals and publishes the models.",
    "Training the same plan on the same data again says whether the bytes are the same."})
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--plan", paramLabel = "FILE", description = "Training plan (default: config/training.yaml).")
    private Path plan;

    @Option(names = "--journal", paramLabel = "J", description = "Journals to train from, in this order.")
    private List<Path> journals;

    @Option(names = "--data", paramLabel = "FOLDER", description = "Without --journal: where the plan's captures are.")
    private Path data;

    @Option(names = "--families", paramLabel = "FAMILIES", split = ",", description = {
        "all, or some of xgboost, forest, mlp, lstm, transformer, logistic, parted by commas",
        "(default: all; with --cpcv xgboost,logistic)."})
    private List<String> families;

    @Option(names = "--label", paramLabel = "LABEL", description = {
        "What is predicted (default: what the plan says):", "next-move, horizon:10s, triple-barrier:60s,2, ..."})
    private String label;

    @Option(names = "--features", paramLabel = "FILE", description = {
        "Features that may be inputs, as `v11 features select` writes them, or one name a line (default: all).",
        "The patterns of the plan's candidates hide more."})
    private Path features;

    @Option(names = "--models", paramLabel = "FOLDER", description = "Where models are published (default: config/models).")
    private Path models;

    @Option(names = "--cpcv", paramLabel = "N,K", split = ",", description = {
        "Publishes nothing: cross-validates the first candidate of each family on train and validation rows, cut into N",
        "pieces of time of which every choice of K is predicted by a model of the others, e.g. 6,2."})
    private List<Integer> cpcv;

    @Option(names = "--export", paramLabel = "FILE", description = "Trains nothing: writes the rows with their labels as Parquet.")
    private Path export;

    @Option(names = "--replace", description = "Overwrite a version that is there with other bytes.")
    private boolean replace;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (cpcv != null && (cpcv.size() != 2 || cpcv.getLast() < 1 || cpcv.getLast() >= cpcv.getFirst())) {
            throw new ConfigurationException(
                    "--cpcv takes the number of pieces and how many of them, fewer, are predicted"
                            + " at a time, e.g. 6,2; it is " + cpcv);
        }
        Home home = Home.find();
        PrintWriter out = spec.commandLine().getOut();
        TrainingPlan training = TrainingPlan.read(plan != null ? plan : home.config().resolve("training.yaml"))
                .only(wanted());
        if (label != null) {
            training = training.withLabel(label);
        }
        Mirror mirror = YamlBinder.read(home.config().resolve("mirror.yaml"), Mirror.class);
        Instruments instruments = YamlBinder.read(home.config().resolve("instruments.yaml"), Instruments.class);
        List<Path> sources = journals != null ? journals : List.of(imported(home, training, instruments));
        TrainingListener listener = new ProgressText(out);
        Path scratch = scratch(home);
        try {
            JournalDataset rows = JournalDataset.read(sources, instruments, training.cadence(), training.normalised(),
                    training.labelRule().labels(LabelRule.price(training.cadence())), scratch, listener,
                    SystemNanoClock.INSTANCE);
            Optional<FeatureSelection> selection = Optional.ofNullable(features).map(FeatureSelection::read);
            if (export != null) {
                DatasetExport.write(rows.data(), id -> instruments.get(id).qualifiedName(), export, done -> {
                });
                out.println(rows.data().rows() + " rows in " + export);
            } else if (cpcv != null) {
                new PathStudy(training, selection, mirror, instruments, listener, SystemNanoClock.INSTANCE)
                        .run(rows.data(), cpcv.getFirst(), cpcv.getLast()).table().forEach(out::println);
            } else {
                ModelPublisher publisher = new ModelPublisher(models != null ? models : home.models(), replace);
                print(new Training(training, selection, mirror, instruments, listener, SystemNanoClock.INSTANCE)
                        .run(rows.data(), rows.sha256(), "", publisher), out);
            }
        } finally {
            delete(scratch);
        }
        return ExitCode.OK;
    }

    private static void print(TrainingReport report, PrintWriter out) {
        out.println("train rows, forecast out of fold:");
        report.forecastTable().forEach(out::println);
        out.println("validation rows, which chose:");
        report.validationTable().forEach(out::println);
        out.println("test rows, which had no say:");
        report.table().forEach(out::println);
        for (TrainingReport.Result result : report.families()) {
            out.printf(Locale.ROOT, "%s, %.0f s: %s%n", result.id(), result.seconds(),
                    result.outcome() == ModelPublisher.Outcome.SAME_BYTES
                            ? "trained again to the same bytes"
                            : "written");
        }
    }

    private Set<Family> wanted() {
        if (families == null) {
            return cpcv == null ? wanted(List.of("all")) : EnumSet.of(Family.XGBOOST, Family.LOGISTIC);
        }
        return wanted(families);
    }

    private static Set<Family> wanted(List<String> families) {
        Set<Family> wanted = EnumSet.noneOf(Family.class);
        for (String name : families) {
            switch (name) {
                case "all" -> wanted.addAll(EnumSet.complementOf(EnumSet.of(Family.STACK)));
                case "xgboost", "forest", "mlp", "lstm", "transformer", "logistic" ->
                    wanted.add(Family.valueOf(name.toUpperCase(Locale.ROOT)));
                default -> throw new ConfigurationException("--families: there is no family '" + name
                        + "'; write all, or some of xgboost, forest, mlp, lstm, transformer, logistic");
            }
        }
        return wanted;
    }

    /** The matrix of features lives in a file that is mapped, not on the heap. */
    private static Path scratch(Home home) {
        try {
            Files.createDirectories(home.runs());
            return Files.createTempFile(home.runs(), "training", ".rows");
        } catch (IOException e) {
            throw new ConfigurationException("cannot make a file in " + home.runs() + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
            Files.deleteIfExists(scratch.resolveSibling(scratch.getFileName() + ".normalised"));
        } catch (IOException e) {
            throw new ConfigurationException("cannot delete " + scratch + ": " + e.getMessage(), e);
        }
    }

    private Path imported(Home home, TrainingPlan training, Instruments instruments) {
        if (data == null) {
            throw new ConfigurationException("give --journal, or --data with the folder of the captures "
                    + training.captures());
        }
        List<Path> captures = training.captures().stream().map(data::resolve).toList();
        for (Path capture : captures) {
            if (!Files.exists(capture)) {
                throw new ConfigurationException("capture " + capture + " of the plan does not exist");
            }
        }
        Path journal = home.runs().resolve("training");
        new JournalImport(instruments).run(ImportInput.of(captures), journal,
                new ProgressBar(System.err, "import")::update);
        return journal;
    }
}
