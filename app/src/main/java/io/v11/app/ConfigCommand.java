package io.v11.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.v11.config.Configuration;
import io.v11.engine.LiveModels;

/** {@code v11 config}: loads a profile with all checks and prints what the engine would be told. */
@Command(name = "config", mixinStandardHelpOptions = true, description = "Checks a profile and prints the effective configuration.")
final class ConfigCommand implements Callable<Integer> {
    @Option(names = "--profile", defaultValue = "latency", description = "Profile in config/profiles (default: ${DEFAULT-VALUE}).")
    private String profile;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home home = Home.find();
        Configuration configuration = LiveModels.resolve(home.models(), Configuration.load(home.config(), profile));
        PrintWriter out = spec.commandLine().getOut();
        out.print(configuration.text());
        out.println("# sha256 " + configuration.digestHex());
        return ExitCode.OK;
    }
}
