package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Invalidity;
import io.v11.training.audit.ValidityCount;

/** {@code v11 features validity}: how many values of a journal's vectors were valid, and why the others were not. */
@Command(name = "validity", mixinStandardHelpOptions = true, description = "Replays a journal and counts invalid features by cause.")
final class FeaturesValidityCommand implements Callable<Integer> {
    private static final int WORST = 8;

    @Parameters(paramLabel = "J", description = "Folder of a journal.")
    private Path journal;

    @Option(names = "--cadence", defaultValue = "TOP_CHANGE", description = "Which events are decisions: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DecisionCadence cadence;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Instruments instruments = YamlBinder.read(Home.find().config().resolve("instruments.yaml"), Instruments.class);
        ValidityCount count = ValidityCount.of(journal.resolve("input"), instruments, cadence);
        long values = count.decisions() * FeatureCatalog.size();
        out.println(String.format(Locale.ROOT, "%,d events, %,d decisions, %,d values: %,d valid (%.1f %%)",
                count.events(), count.decisions(), values, count.valid(),
                values == 0 ? 0.0 : 100.0 * count.valid() / values));
        count.byCause().forEach((cause, number) -> out.println(String.format(Locale.ROOT, "  %-10s %,14d  %s",
                cause.name().toLowerCase(Locale.ROOT), number, worst(count, cause))));
        return ExitCode.OK;
    }

    private static String worst(ValidityCount count, Invalidity cause) {
        return count.worst(cause, WORST).stream()
                .map(i -> FeatureCatalog.names().get(i) + " " + count.byFeature()[i][cause.ordinal()])
                .collect(Collectors.joining(", "));
    }
}
