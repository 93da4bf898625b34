package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.FeatureCosts;
import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;

/** {@code v11 features list}: the catalogue in the order of the vector. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the catalogue in the order of the vector.")
final class FeaturesListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON object: counts by category, and every feature.")
    private boolean json;

    @Option(names = "--cost", description = "With the cost of each, as v11 bench features measured it.")
    private boolean cost;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Path file = Home.find().config().resolve("feature-costs.yaml");
        FeatureCosts costs = Files.exists(file) ? FeatureCosts.read(file) : new FeatureCosts("", "", List.of());
        if (json) {
            printJson(out, costs);
        } else {
            printTable(out, costs);
        }
        return ExitCode.OK;
    }

    private void printTable(PrintWriter out, FeatureCosts costs) {
        int position = 0;
        for (FeatureGroup group : FeatureCatalog.prototypes()) {
            for (Feature feature : group.features()) {
                String ns = cost ? number("%7.1f ns  ", costs.featureNs(group), "      -     ") : "";
                out.println(String.format(Locale.ROOT, "%3d  %s%-34s %-10s %s", position++, ns, feature.name(),
                        feature.unit(), feature.formula()));
            }
        }
        if (cost) {
            out.println(costs.groups().isEmpty()
                    ? "no costs were measured; run: v11 bench features"
                    : "cost: ns per market event, an equal part of the group's; " + costs.measured() + ", "
                            + costs.machine());
        }
        counts().forEach((category, count) -> out.println(String.format(Locale.ROOT, "%4d %s", count, word(category))));
        out.println(FeatureCatalog.size() + " features, schema " + FeatureCatalog.schema().sha256());
    }

    private static void printJson(PrintWriter out, FeatureCosts costs) {
        List<String> counts = new ArrayList<>();
        counts().forEach((category, count) -> counts.add(Json.quote(word(category)) + ": " + count));
        out.println("{\"size\": " + FeatureCatalog.size() + ", \"schema\": "
                + Json.quote(FeatureCatalog.schema().sha256()) + ", \"counts\": {" + String.join(", ", counts)
                + "}, \"features\": [");
        List<String> lines = new ArrayList<>();
        for (FeatureGroup group : FeatureCatalog.prototypes()) {
            for (Feature feature : group.features()) {
                lines.add(String.format(Locale.ROOT,
                        "  {\"position\": %d, \"name\": %s, \"category\": %s, \"group\": %s, \"formula\": %s, "
                                + "\"unit\": %s, \"inputs\": %s, \"warmUp\": %s, \"settledAfterNs\": %d, "
                                + "\"costNs\": %s, \"source\": %s}",
                        lines.size(), Json.quote(feature.name()), Json.quote(word(group.category())),
                        Json.quote(group.name()), Json.quote(feature.formula()), Json.quote(feature.unit()),
                        Json.quote(group.inputs()), Json.quote(feature.warmUp()), feature.settling().timeNs(),
                        number("%.2f", costs.featureNs(group), "null"), Json.quote(feature.source())));
            }
        }
        out.println(String.join(",\n", lines));
        out.println("]}");
    }

    private static Map<Category, Integer> counts() {
        Map<Category, Integer> counts = new EnumMap<>(Category.class);
        for (FeatureGroup group : FeatureCatalog.prototypes()) {
            counts.merge(group.category(), group.features().size(), Integer::sum);
        }
        return counts;
    }

    private static String word(Category category) {
        return category.name().toLowerCase(Locale.ROOT);
    }

    private static String number(String format, double value, String otherwise) {
        return Double.isNaN(value) ? otherwise : String.format(Locale.ROOT, format, value);
    }
}
