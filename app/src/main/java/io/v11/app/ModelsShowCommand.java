package io.v11.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.ml.registry.ManifestFile;
import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelRegistry;
import io.v11.training.page.RecordJson;

/** {@code v11 models show}: all that a model says of itself. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Prints a model's manifest, and where it comes from in one line.")
final class ModelsShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME/VERSION", description = "The model.")
    private String id;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Mixin
    private ModelsCommand.Folder folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        ModelRegistry registry = ModelRegistry.open(folder.path());
        ModelManifest manifest = registry.manifest(id);
        if (json) {
            out.println(RecordJson.of(manifest));
        } else {
            out.println("# " + ModelText.lineage(manifest, registry.manifestSha256(id)));
            out.print(ManifestFile.text(manifest));
        }
        return ExitCode.OK;
    }
}
