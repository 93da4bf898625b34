package io.v11.app;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code v11 models}: the registry. */
@Command(name = "models", mixinStandardHelpOptions = true, description = "Shows, checks, compares and promotes the models in config/models.", subcommands = {
    ModelsListCommand.class, ModelsShowCommand.class, ModelsDiffCommand.class, ModelsPromoteCommand.class,
    ModelsRollbackCommand.class, ModelsParityCommand.class})
final class ModelsCommand {
    /** The folder that all of them work on. */
    static final class Folder {
        @Option(names = "--models", paramLabel = "FOLDER", description = "Where models are (default: config/models).")
        private Path models;

        Path path() {
            return models != null ? models : Home.find().models();
        }
    }
}
