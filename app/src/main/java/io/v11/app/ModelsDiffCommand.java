package io.v11.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelManifest.Feature;
import io.v11.ml.registry.ModelManifest.Measure;
import io.v11.ml.registry.ModelManifest.Setting;
import io.v11.ml.registry.ModelRegistry;

/** {@code v11 models diff}: two models side by side. */
@Command(name = "diff", mixinStandardHelpOptions = true, description = "Two models side by side: inputs, settings and figures of the test rows.")
final class ModelsDiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "name/version.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "name/version.")
    private String second;

    @Mixin
    private ModelsCommand.Folder folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ModelRegistry registry = ModelRegistry.open(folder.path());
        ModelManifest a = registry.manifest(first);
        ModelManifest b = registry.manifest(second);
        inputs(out, a, b);
        sideBySide(out, "settings", facts(a), facts(b), false);
        sideBySide(out, "test rows", figures(a), figures(b), true);
        if (!a.fit().test().equals(b.fit().test())) {
            out.println("the test rows of the two differ: their figures cannot be compared");
        }
        return ExitCode.OK;
    }

    private static void inputs(PrintWriter out, ModelManifest a, ModelManifest b) {
        Map<String, Feature> then = byName(a);
        Map<String, Feature> now = byName(b);
        List<String> removed = then.keySet().stream().filter(name -> !now.containsKey(name)).toList();
        List<String> added = now.keySet().stream().filter(name -> !then.containsKey(name)).toList();
        List<String> changed = now.keySet().stream()
                .filter(name -> then.containsKey(name)
                        && !then.get(name).definition().equals(now.get(name).definition()))
                .toList();
        out.println("inputs    " + then.size() + " (" + a.inputs().plane() + ") and " + now.size() + " ("
                + b.inputs().plane() + ")");
        names(out, "only " + a.id(), removed);
        names(out, "only " + b.id(), added);
        for (String name : changed) {
            out.println("  changed " + name + ": " + then.get(name).definition() + " became "
                    + now.get(name).definition());
        }
    }

    private static void names(PrintWriter out, String words, List<String> names) {
        if (!names.isEmpty()) {
            out.println("  " + words + " (" + names.size() + "): " + String.join(" ", names));
        }
    }

    private static Map<String, Feature> byName(ModelManifest manifest) {
        return manifest.inputs().features().stream().collect(
                Collectors.toMap(Feature::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static Map<String, String> facts(ModelManifest m) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("family", m.family().name());
        facts.put("calibration", m.calibration().method());
        facts.put("horizon ns", String.valueOf(m.label().horizonNs()));
        facts.put("seed", String.valueOf(m.fit().seed()));
        for (Setting setting : m.fit().hyperparameters()) {
            facts.put(setting.name(), setting.value());
        }
        return facts;
    }

    /** In the order in which they must be read: what accuracy has to beat comes with it. */
    private static Map<String, String> figures(ModelManifest m) {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("rows", String.valueOf(m.metrics().rows()));
        figures.put("coverage", decimal(m.metrics().coverage()));
        figures.put("base rate", decimal(m.metrics().baseRate()));
        figures.put("best rule", decimal(m.metrics().oneFeature().accuracy()));
        figures.put("accuracy", decimal(m.metrics().accuracy()));
        figures.put("AUC", decimal(m.metrics().auc()));
        figures.put("log loss", decimal(m.metrics().logLoss()));
        for (Measure measure : m.metrics().others()) {
            figures.put(measure.name(), decimal(measure.value()));
        }
        return figures;
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Equal settings are left out, equal figures are not. */
    private void sideBySide(PrintWriter out, String what, Map<String, String> a, Map<String, String> b, boolean all) {
        TextTable table = new TextTable(what, first, second);
        TreeSet<String> onlyB = new TreeSet<>(b.keySet());
        onlyB.removeAll(a.keySet());
        for (String name : a.keySet()) {
            String other = b.getOrDefault(name, "-");
            if (all || !other.equals(a.get(name))) {
                table.row(name, shortened(a.get(name)), shortened(other));
            }
        }
        onlyB.forEach(name -> table.row(name, "-", shortened(b.get(name))));
        out.println();
        table.lines().forEach(out::println);
    }

    private static String shortened(String value) {
        return value.length() > 60 ? value.substring(0, 57) + "..." : value;
    }
}
