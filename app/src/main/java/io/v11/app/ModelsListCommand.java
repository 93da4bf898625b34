package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.config.Limits;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.ModelException;
import io.v11.ml.ServingBackend;
import io.v11.ml.registry.LivePointer;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelManifest.Metrics;
import io.v11.ml.registry.ModelManifest.ModelFile;
import io.v11.ml.registry.ModelRegistry;
import io.v11.ml.registry.canary.CanaryRequest;
import io.v11.ml.registry.canary.CanaryVerdict;
import io.v11.ml.registry.canary.ModelCanary;
import io.v11.training.page.RecordJson;

/** {@code v11 models list}: every version, loaded in a child process with all checks. */
@Command(name = "list", mixinStandardHelpOptions = true, description = {
    "Lists every version, loaded in a process of its own with all checks.", "Exit code 1 when one is refused."})
final class ModelsListCommand implements Callable<Integer> {
    @Option(names = "--backend", defaultValue = "KERNEL", description = "What serves nets: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ServingBackend backend;

    @Option(names = "--timeout-ms", paramLabel = "MS", defaultValue = ""
            + Limits.CANARY_TIMEOUT_MS, description = "Time limit of the process that loads them (default: ${DEFAULT-VALUE}).")
    private long timeoutMs;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private ModelsCommand.Folder folder;

    @Spec
    private CommandSpec spec;

    /** A line of the list; figures are 0 when the manifest cannot be read. */
    record Line(String id, String family, String live, boolean accepted, long rows, double accuracy, double baseRate,
            double ruleAccuracy, double coverage, long bytes, String notes) {
    }

    @Override
    public Integer call() {
        Path models = folder.path();
        ModelRegistry registry = ModelRegistry.open(models);
        Optional<LivePointer> live = LivePointer.find(models);
        List<CanaryRequest> requests = registry.ids().stream().map(id -> new CanaryRequest(models, id, backend))
                .toList();
        List<CanaryVerdict> verdicts = new ModelCanary(timeoutMs).check(requests, FeatureCatalog.schema());
        Set<String> members = members(registry, live);
        List<Line> lines = verdicts.stream().map(verdict -> line(registry, verdict, live, members)).toList();
        print(spec.commandLine().getOut(), lines);
        return lines.stream().allMatch(Line::accepted) ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Members of the live stack; none when its manifest cannot be read, which its own line then says. */
    private static Set<String> members(ModelRegistry registry, Optional<LivePointer> live) {
        try {
            return live.map(pointer -> new TreeSet<>(registry.manifest(pointer.stack()).inputs().names()))
                    .orElseGet(TreeSet::new);
        } catch (ModelException e) {
            return Set.of();
        }
    }

    private static Line line(ModelRegistry registry, CanaryVerdict verdict, Optional<LivePointer> live,
            Set<String> members) {
        String id = verdict.request().id();
        String marker = live.isPresent() && live.get().stack().equals(id)
                ? "live"
                : members.contains(id) ? "member" : "";
        String notes = (verdict.accepted() ? "" : verdict.outcome() + ": ") + verdict.message();
        try {
            ModelManifest manifest = registry.manifest(id);
            Metrics metrics = manifest.metrics();
            return new Line(id, manifest.family().name(), marker, verdict.accepted(), metrics.rows(),
                    metrics.accuracy(), metrics.baseRate(), metrics.oneFeature().accuracy(), metrics.coverage(),
                    bytes(verdict.request().models().resolve(id), manifest), notes);
        } catch (ModelException e) {
            return new Line(id, "?", marker, false, 0, 0, 0, 0, 0, 0, notes);
        }
    }

    private static long bytes(Path home, ModelManifest manifest) {
        long bytes = 0;
        for (ModelFile file : manifest.files()) {
            try {
                bytes += Files.exists(home.resolve(file.name())) ? Files.size(home.resolve(file.name())) : 0;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot look at " + home.resolve(file.name()), e);
            }
        }
        return bytes;
    }

    private void print(PrintWriter out, List<Line> lines) {
        if (json) {
            out.println(RecordJson.of(lines));
            return;
        }
        TextTable table = new TextTable("model", "family", "live", "rows", "accuracy", "base rate", "best rule",
                "coverage", "size", "checks");
        List<String> refused = new ArrayList<>();
        for (Line line : lines) {
            table.row(line.id(), line.family(), line.live(), String.format(Locale.ROOT, "%,d", line.rows()),
                    ModelText.percent(line.accuracy()), ModelText.percent(line.baseRate()),
                    ModelText.percent(line.ruleAccuracy()), ModelText.percent(line.coverage()),
                    ModelText.size(line.bytes()), line.accepted() ? line.notes() : "REFUSED, see below");
            if (!line.accepted()) {
                refused.add(line.id() + " " + line.notes());
            }
        }
        table.lines().forEach(out::println);
        out.println("accuracies on test rows, percent of those scored; coverage: percent of decisions scored");
        refused.forEach(out::println);
    }
}
