package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.agrona.concurrent.SystemNanoClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import io.v11.config.ConfigurationException;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureCosts;
import io.v11.training.TrainingPlan;
import io.v11.training.data.HorizonLabels;
import io.v11.training.data.JournalDataset;
import io.v11.training.data.Labels;
import io.v11.training.data.NextMoveLabels;
import io.v11.training.progress.TrainingListener;
import io.v11.training.selection.DevelopmentRows;
import io.v11.training.selection.SelectionResult;
import io.v11.training.selection.SelectionSettings;
import io.v11.training.selection.SelectionStudy;
import io.v11.training.selection.report.SelectionOutput;
import io.v11.training.selection.report.Subject;

/** {@code v11 features select}: which features are worth having, and why. */
@Command(name = "select", mixinStandardHelpOptions = true, description = {
    "Ranks the features by what they tell of a label on the development range of journals.",
    "Writes selection.html, selection.json and selection.yaml, which training takes; test ranges of the plan stay shut."})
final class FeaturesSelectCommand implements Callable<Integer> {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    /** What the features are to tell. */
    enum Label {
        NEXT_MOVE, HORIZON
    }

    /** Takes {@code next-move} as well as {@code NEXT_MOVE}. */
    static final class LabelConverter implements ITypeConverter<Label> {
        @Override
        public Label convert(String text) {
            try {
                return Label.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("label '" + text + "' is not next-move or horizon");
            }
        }
    }

    @Parameters(arity = "1..*", paramLabel = "JOURNAL", description = "Journals, as v11 import makes them.")
    private List<Path> journals;

    @Option(names = "--label", defaultValue = "next-move", converter = LabelConverter.class, paramLabel = "LABEL", //
            description = "next-move: direction of the next move of the mid. horizon: sign of the return over --horizon, of closes at bar closes, else of mids.")
    private Label label;

    @Option(names = "--horizon", defaultValue = "15m", description = "Horizon of the label, e.g. 30s, 15m, 4h (default: ${DEFAULT-VALUE}).")
    private String horizon;

    @Option(names = "--dead-zone-bps", defaultValue = "0", paramLabel = "BPS", description = "Returns of at most this size get no label.")
    private double deadZoneBps;

    @Option(names = "--cadence", description = "Which events are rows: ${COMPLETION-CANDIDATES} (default: BAR_CLOSE for a horizon, else the plan's).")
    private DecisionCadence cadence;

    @Option(names = "--top", defaultValue = "20", paramLabel = "N", description = "Features to choose (default: ${DEFAULT-VALUE}).")
    private int top;

    @Option(names = "--folds", defaultValue = "5", paramLabel = "N", description = "Folds of the walk forward (default: ${DEFAULT-VALUE}).")
    private int folds;

    @Option(names = "--from", paramLabel = "TIME", description = "Begin of the range, UTC, e.g. 2023-08-01T00:00:00Z (default: the plan's train and validation ranges).")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", description = "End of the range, does not belong to it.")
    private String to;

    @Option(names = "--instrument", paramLabel = "NAME", description = "Only rows of this one, e.g. NEXOUSDT.SPOT.")
    private String instrument;

    @Option(names = "--costs", paramLabel = "FILE", description = "What features cost, as v11 bench features writes it (default: config/feature-costs.yaml when it is there).")
    private Path costs;

    @Option(names = "--plan", paramLabel = "FILE", description = "Training plan that knows the ranges (default: config/training.yaml).")
    private Path plan;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes (default: runs/selection).")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if ((from == null) != (to == null)) {
            throw new ConfigurationException("give --from and --to together, or neither for the plan's ranges");
        }
        Home home = Home.find();
        TrainingPlan training = TrainingPlan.read(plan != null ? plan : home.config().resolve("training.yaml"));
        Instruments instruments = YamlBinder.read(home.config().resolve("instruments.yaml"), Instruments.class);
        if (from != null) {
            DevelopmentRows.refuseTestRange(training, instruments, from, to);
        }
        DecisionCadence rowsAt = rowsAt(training);
        Labels labels = labels(rowsAt);
        double[] costNs = costNs(home);
        Path folder = out != null ? out : home.runs().resolve("selection");
        PrintWriter writer = spec.commandLine().getOut();
        TrainingListener listener = new ProgressText(writer);
        Path scratch = scratch(folder);
        try {
            JournalDataset dataset = JournalDataset.read(journals, instruments, rowsAt, false, labels, scratch,
                    listener,
                    SystemNanoClock.INSTANCE);
            DevelopmentRows rows = from == null
                    ? DevelopmentRows.ofPlan(dataset.data(), training, instruments, instrument)
                    : DevelopmentRows.ofRange(dataset.data(), training, instruments, from, to, instrument);
            SelectionSettings settings = SelectionSettings.standard(top, folds, training.purgeNs(),
                    training.embargoNs(), training.seed());
            SelectionResult result = new SelectionStudy(settings, training.weights(), costNs, listener,
                    SystemNanoClock.INSTANCE).run(dataset.data(), rows.rows());
            Subject subject = new Subject(labelText(), rowsAt.name(), rows.text(), counts(dataset, rows, instruments),
                    dataset.sha256(), dataset.data().schema().sha256(), remark(labels));
            SelectionOutput.write(result, subject, folder);
            SelectionOutput.lines(result, subject).forEach(writer::println);
            writer.println("report: " + folder.resolve(SelectionOutput.HTML));
            return result.stable().isEmpty() ? ExitCode.FAILED : ExitCode.OK;
        } finally {
            delete(scratch);
        }
    }

    /** ns of every feature in the order of the catalogue, NaN where none was measured. */
    private double[] costNs(Home home) {
        Path measured = costs != null ? costs : home.config().resolve("feature-costs.yaml");
        FeatureCosts known = costs != null || Files.exists(measured)
                ? FeatureCosts.read(measured)
                : new FeatureCosts("", "", List.of());
        return FeatureCatalog.prototypes().stream()
                .flatMapToDouble(group -> group.features().stream().mapToDouble(feature -> known.featureNs(group)))
                .toArray();
    }

    private DecisionCadence rowsAt(TrainingPlan training) {
        if (cadence != null) {
            return cadence;
        }
        return label == Label.HORIZON ? DecisionCadence.BAR_CLOSE : training.cadence();
    }

    private Labels labels(DecisionCadence rowsAt) {
        return switch (label) {
            case NEXT_MOVE -> new NextMoveLabels();
            case HORIZON -> new HorizonLabels(
                    rowsAt.onBars() ? HorizonLabels.Price.CLOSE : HorizonLabels.Price.MID,
                    horizonNs(horizon), deadZoneBps);
        };
    }

    private String labelText() {
        return label == Label.NEXT_MOVE
                ? "direction of the next mid move"
                : "sign of the return over " + horizon + ", dead zone " + deadZoneBps + " bp";
    }

    private static String remark(Labels labels) {
        return labels instanceof HorizonLabels horizons
                ? horizons.withinDeadZone()
                        + " rows of the journals have a return within the dead zone and no label, which is known"
                        + " afterwards only; " + horizons.priceUnknown() + " have none because a price was missing."
                : "";
    }

    private static String counts(JournalDataset dataset, DevelopmentRows rows, Instruments instruments) {
        int[] ids = Arrays.stream(rows.rows()).map(dataset.data()::instrument).toArray();
        return Arrays.stream(ids).distinct().sorted()
                .mapToObj(id -> instruments.get(id).qualifiedName() + " "
                        + Arrays.stream(ids).filter(each -> each == id).count() + " rows")
                .collect(Collectors.joining(", "));
    }

    /** {@code 30s}, {@code 15m}, {@code 4h} in ns. */
    static long horizonNs(String text) {
        long unit = text.endsWith("s") ? 1 : text.endsWith("m") ? 60 : text.endsWith("h") ? 3600 : 0;
        if (unit == 0 || !text.matches("[1-9][0-9]{0,5}[smh]")) {
            throw new ConfigurationException("horizon '" + text + "' must be a number with s, m or h, e.g. 15m");
        }
        return Long.parseLong(text.substring(0, text.length() - 1)) * unit * NS_PER_SECOND;
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
