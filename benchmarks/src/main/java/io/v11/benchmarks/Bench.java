package io.v11.benchmarks;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.v11.benchmarks.latency.PlansCommand;
import io.v11.benchmarks.latency.RigCommand;
import io.v11.benchmarks.micro.FeaturesCommand;
import io.v11.benchmarks.micro.MicroCommand;
import io.v11.benchmarks.ratio.RatiosCommand;
import io.v11.binance.archive.ImportException;
import io.v11.config.ConfigurationException;
import io.v11.journal.JournalException;
import io.v11.ml.ModelException;

/** The {@code v11 bench} command. Without a subcommand it is the latency rig. */
@Command(name = "v11 bench", mixinStandardHelpOptions = true, //
        description = {"Measures V11 on this machine and judges the figures; without a subcommand: rig.",
            "Results are kept in benchmarks/results/<date>."}, //
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:measured, every goal met",
            "1:measured, a goal was missed or no figure could be trusted", "2:wrong argument, configuration or input"}, //
        subcommands = {RigCommand.class, PlansCommand.class, RatiosCommand.class, MicroCommand.class,
            FeaturesCommand.class,
            CommandLine.HelpCommand.class})
public final class Bench implements Callable<Integer> {
    private static final int USAGE = 2;

    @Mixin
    private RigCommand.Options options = new RigCommand.Options();

    @Spec
    private CommandSpec spec;

    private Bench() {
    }

    public static void main(String[] arguments) {
        // The launcher hands over the whole line, its own word first.
        int first = arguments.length > 0 && arguments[0].equals("bench") ? 1 : 0;
        System.exit(commandLine().execute(Arrays.copyOfRange(arguments, first, arguments.length)));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Bench()).setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(Bench::onException);
    }

    @Override
    public Integer call() {
        return RigCommand.run(options, spec.commandLine().getOut());
    }

    private static int onException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        switch (failure) {
            case ConfigurationException known -> err.println("v11 bench: " + known.getMessage());
            case ImportException known -> err.println("v11 bench: " + known.getMessage());
            case JournalException known -> err.println("v11 bench: " + known.getMessage());
            case ModelException known -> err.println("v11 bench: " + known.getMessage());
            default -> failure.printStackTrace(err);
        }
        return USAGE;
    }
}
