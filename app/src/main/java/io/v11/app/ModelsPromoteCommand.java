package io.v11.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.ml.registry.LivePointer;

/** {@code v11 models promote}: makes a stack the live one. */
@Command(name = "promote", mixinStandardHelpOptions = true, description = {
    "Makes a stack the live one, after a process of its own has loaded it and its members with all checks.",
    "Profiles with models.stack: live take it at their next start; the one that was live is remembered."})
final class ModelsPromoteCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME/VERSION", description = "A stack.")
    private String id;

    @Mixin
    private ModelsCommand.Folder folder;

    @Mixin
    private PointerMove move;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path models = folder.path();
        LivePointer next = LivePointer.find(models).map(pointer -> pointer.promoted(id))
                .orElseGet(() -> new LivePointer(id, List.of()));
        move.to(models, next, spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
