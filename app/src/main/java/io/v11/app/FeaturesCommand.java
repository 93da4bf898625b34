package io.v11.app;

import picocli.CommandLine.Command;

/** {@code v11 features}: what the engine computes, and the proofs of what is said of it. */
@Command(name = "features", mixinStandardHelpOptions = true, description = "Shows the features of the engine, and proves what is said of them.", subcommands = {
    FeaturesListCommand.class,
    FeaturesAuditCommand.class, FeaturesValidityCommand.class,
    FeaturesDriftCommand.class,
    FeaturesSelectCommand.class,
    FeaturesGenerateCommand.class})
final class FeaturesCommand {
}
