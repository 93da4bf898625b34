package io.v11.app;

import picocli.CommandLine.Command;

/** {@code v11 report}: pages for people. */
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes reports: one self-contained HTML page each, and JSON beside it.", subcommands = {
    ReportModelsCommand.class, ReportTcaCommand.class, ReportDivergenceCommand.class, ReportCalibrationCommand.class})
final class ReportCommand {
}
