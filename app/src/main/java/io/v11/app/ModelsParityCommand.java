package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Family;
import io.v11.ml.ModelException;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.registry.parity.ModelParity;
import io.v11.ml.registry.parity.ParityResult;
import io.v11.training.audit.DecisionReplay;
import io.v11.training.page.RecordJson;

/** {@code v11 models parity}: kernels against the libraries that they stand in for. */
@Command(name = "parity", mixinStandardHelpOptions = true, description = {
    "Serves each model in two ways, by kernel and by library, and compares their answers row for row:",
    "on its golden rows, or on the decisions of a journal. Trees must be equal to the bit, nets within 1e-5.",
    "Exit code 1 when a limit is missed, or a model has nothing to compare."})
final class ModelsParityCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "NAME/VERSION", description = "Models (default: all).")
    private List<String> ids;

    @Option(names = "--journal", paramLabel = "J", description = "Compare on decisions of this journal.")
    private Path journal;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "100000", description = "At most so many decisions (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(names = "--cadence", defaultValue = "TOP_CHANGE", description = "Which events are decisions: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private DecisionCadence cadence;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private ModelsCommand.Folder folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ModelRegistry registry = ModelRegistry.open(folder.path());
        List<ModelParity> compared = new ArrayList<>();
        try {
            for (String id : ids != null ? ids : registry.ids()) {
                if (journal == null && registry.manifest(id).family() == Family.STACK) {
                    spec.commandLine().getErr().println(
                            id + " reads members and not features: give --journal");
                    continue;
                }
                compared.add(ModelParity.open(registry, id, FeatureCatalog.schema()));
            }
            if (compared.isEmpty()) {
                throw new ModelException(
                        "there is no model to compare in " + folder.path() + "; train some, or name others");
            }
            step(compared);
            List<ParityResult> results = compared.stream().map(ModelParity::result).toList();
            print(spec.commandLine().getOut(), results);
            return results.stream().allMatch(ParityResult::met) ? ExitCode.OK : ExitCode.FAILED;
        } finally {
            compared.forEach(ModelParity::close);
        }
    }

    private void step(List<ModelParity> compared) {
        if (journal == null) {
            compared.forEach(parity -> parity.stepGolden(FeatureCatalog.schema()));
            return;
        }
        Instruments instruments = YamlBinder.read(Home.find().config().resolve("instruments.yaml"), Instruments.class);
        compared.forEach(ModelParity::reset);
        new DecisionReplay(instruments, cadence, true).run(journal.resolve("input"), rows,
                vector -> compared.forEach(parity -> parity.step(vector)));
    }

    private void print(PrintWriter out, List<ParityResult> results) {
        if (json) {
            out.println(RecordJson.of(results));
            return;
        }
        TextTable table = new TextTable("model", "compared", "rows", "abstained", "max |difference|", "verdict");
        for (ParityResult result : results) {
            table.row(result.id(), result.compared(), String.format(Locale.ROOT, "%,d", result.rows()),
                    String.format(Locale.ROOT, "%,d", result.abstentions()),
                    String.format(Locale.ROOT, "%.3g", result.maximumDifference()), result.verdict());
        }
        table.lines().forEach(out::println);
    }
}
