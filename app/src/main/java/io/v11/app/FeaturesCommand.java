package io.v11.app;

import java.io.PrintWriter;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.feature.group.Feature;

/** {@code v11 features}: what the engine computes. */
@Command(name = "features", mixinStandardHelpOptions = true, description = "Shows the features of the engine, and proves what is said of them.", subcommands = {
    FeaturesAuditCommand.class})
final class FeaturesCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the catalogue in the order of the vector.")
    int list(@Option(names = "--json", description = "One JSON array.") boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println("[");
        }
        int position = 0;
        for (Feature feature : FeatureCatalog.features()) {
            if (json) {
                out.println(String.format(Locale.ROOT,
                        "  {\"position\": %d, \"name\": %s, \"unit\": %s, \"formula\": %s, \"warmUp\": %s}%s", position,
                        Json.quote(feature.name()), Json.quote(feature.unit()), Json.quote(feature.formula()),
                        Json.quote(feature.warmUp()), position + 1 < FeatureCatalog.size() ? "," : ""));
            } else {
                out.println(String.format(Locale.ROOT, "%3d  %-28s %-10s %s", position, feature.name(), feature.unit(),
                        feature.formula()));
            }
            position++;
        }
        out.println(json ? "]" : FeatureCatalog.size() + " features, schema " + FeatureCatalog.schema().sha256());
        return ExitCode.OK;
    }
}
