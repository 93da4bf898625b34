package io.v11.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.v11.ml.registry.LivePointer;

/** {@code v11 models rollback}: back to the stack that was live before. */
@Command(name = "rollback", mixinStandardHelpOptions = true, description = {
    "Makes the stack live again that was live before, after the same checks as a promotion.",
    "Again and again it goes back further; what it left is forgotten."})
final class ModelsRollbackCommand implements Callable<Integer> {
    @Mixin
    private ModelsCommand.Folder folder;

    @Mixin
    private PointerMove move;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path models = folder.path();
        move.to(models, LivePointer.require(models).rolledBack(), spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
