package io.v11.app;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code v11} command. Every subcommand is a class of its own; this one only names them. */
@Command(name = "v11", version = "V11 11.0.0", mixinStandardHelpOptions = true, //
        description = "A low-latency, event-driven, machine-learned trading engine for crypto markets.", //
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:done, and the answer is yes",
            "1:done, and the answer is no (a budget missed, a replay that differs)",
            "2:wrong argument, configuration or input", "3:a journal is damaged", "4:the engine stopped on a failure"}, //
        subcommands = {RunCommand.class, ReplayCommand.class, BacktestCommand.class, OptimizeCommand.class,
            TrialsCommand.class, ImportCommand.class, JournalCommand.class,
            FeaturesCommand.class, TrainCommand.class, ModelsCommand.class, ReportCommand.class, ConfigCommand.class,
            DoctorCommand.class, CommandLine.HelpCommand.class})
public final class V11 {
    private V11() {
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new V11()).setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(V11::onException);
    }

    /** What a person can mend is said in a line; what they cannot comes with its stack. */
    private static int onException(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        Integer known = ExitCode.of(failure);
        if (known == null) {
            failure.printStackTrace(err);
            return ExitCode.USAGE;
        }
        err.println("v11: " + failure.getMessage());
        return known;
    }

}
