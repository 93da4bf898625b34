package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.ConfigurationException;
import io.v11.config.FixedPoint;
import io.v11.training.backtest.account.Attribution;
import io.v11.training.execution.CostGroup;
import io.v11.training.execution.TcaReport;
import io.v11.training.execution.TcaSettings;
import io.v11.training.execution.page.ExecutionOutput;

/** {@code v11 report tca}: what executing a run's orders cost. */
@Command(name = "tca", mixinStandardHelpOptions = true, description = {
    "Transaction costs of a run: shortfall from the arrival price, markouts, and where the profit went.",
    "Writes tca.html, which needs nothing beside it, and tca.json. Exit 1 when the parts do not sum to the profit."})
final class ReportTcaCommand implements Callable<Integer> {
    private static final double NS = 1e9;

    @Parameters(paramLabel = "RUN", description = "Folder of a run: its input and derived logs.")
    private Path run;

    @Option(names = "--horizons", split = ",", paramLabel = "S", description = "Seconds after a fill at which the market is looked at, rising (default: 0.1,0.3,1,3,10,30,60, and multiples of the bar for runs on bars).")
    private List<Double> horizons;

    @Option(names = "--opportunity", paramLabel = "S", description = "Seconds after the decision at which what was not filled is priced (default: 60, or a bar where that is longer).")
    private Double opportunity;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes (default: the run's folder).")
    private Path out;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter writer = spec.commandLine().getOut();
        try {
            TcaReport report = TcaReport.of(run, settings());
            ExecutionOutput.Written written = ExecutionOutput.write(report, out != null ? out : run);
            if (json) {
                writer.println(ExecutionOutput.json(report));
            } else {
                lines(report, writer);
                writer.println("report: " + written.html());
            }
            return report.reading().run().attribution().residualE8() == 0 ? ExitCode.OK : ExitCode.FAILED;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    private TcaSettings settings() {
        if (horizons == null && opportunity == null) {
            return null;
        }
        TcaSettings usual = TcaSettings.usual();
        return new TcaSettings(
                horizons == null
                        ? usual.horizonsNs()
                        : horizons.stream().mapToLong(seconds -> Math.round(seconds * NS)).toArray(),
                opportunity == null ? usual.opportunityNs() : Math.round(opportunity * NS));
    }

    private static void lines(TcaReport report, PrintWriter writer) {
        CostGroup total = report.total();
        writer.println(
                String.format(Locale.ROOT, "orders      %,d sent, %,d filled to the end, %,d fills", total.orders(),
                        total.filledOrders(), total.fills()));
        writer.println(String.format(Locale.ROOT,
                "shortfall   %.4f quote units, %.2f bp of the wanted: spread %.4f, slippage %.4f, fees %.4f, opportunity %.4f",
                units(total.shortfallE8()), total.shortfallBps(), units(total.spreadE8()), units(total.slippageE8()),
                units(total.feesE8()), units(total.opportunityE8())));
        total.markouts().stream().filter(markout -> markout.fills() > 0)
                .forEach(markout -> writer.println(String.format(Locale.ROOT,
                        "markout     %8.1f s %+9.3f bp, error %.3f, %,d fills", markout.horizonNs() / NS,
                        markout.meanBps(), markout.errorBps(), markout.fills())));
        Attribution attribution = report.reading().run().attribution();
        writer.println("profit      " + FixedPoint.format(attribution.engineE8()) + ", parts sum to "
                + FixedPoint.format(attribution.total().netE8()) + ", residual "
                + FixedPoint.format(attribution.residualE8()));
        report.notes().forEach(note -> writer.println("note        " + note));
    }

    private static double units(long e8) {
        return FixedPoint.toDouble(e8);
    }
}
