package io.v11.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.ConfigurationException;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.ManifestFile;
import io.v11.ml.registry.ModelRegistry;

/** {@code v11 models}: the registry. */
@Command(name = "models", mixinStandardHelpOptions = true, description = "Shows and checks the models in config/models.")
final class ModelsCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists every version, loaded with all checks.")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Home.find().models();
        ModelRegistry registry = ModelRegistry.open(folder);
        for (String id : ids(folder)) {
            LoadedModel loaded = registry.load(id, FeatureCatalog.schema());
            loaded.model().close();
            out.println(id + "  " + loaded.manifest().family() + "  " + String.join("; ", loaded.notes()));
        }
        return ExitCode.OK;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a model's manifest.")
    int show(@Parameters(paramLabel = "NAME/VERSION") String id) {
        Path manifest = Home.find().models().resolve(id).resolve(ManifestFile.NAME);
        spec.commandLine().getOut().print(ManifestFile.text(ManifestFile.read(manifest)));
        return ExitCode.OK;
    }

    private static List<String> ids(Path folder) {
        try (Stream<Path> found = Files.walk(folder, 3)) {
            return found.filter(file -> file.endsWith(ManifestFile.NAME)).map(Path::getParent)
                    .map(version -> version.getParent().getFileName() + "/" + version.getFileName()).sorted().toList();
        } catch (IOException e) {
            throw new ConfigurationException("cannot list " + folder + ": " + e.getMessage(), e);
        }
    }
}
