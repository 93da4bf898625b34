package io.v11.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.v11.config.ConfigurationException;
import io.v11.config.FixedPoint;
import io.v11.training.execution.divergence.DivergenceReport;
import io.v11.training.execution.divergence.PairFigures;
import io.v11.training.execution.divergence.PnlBridge;
import io.v11.training.execution.divergence.Tolerance;
import io.v11.training.execution.page.ExecutionOutput;

/** {@code v11 report divergence}: where two runs over one market part, and by how much. */
@Command(name = "divergence", mixinStandardHelpOptions = true, description = {
    "Compares the orders of two runs over one market and bridges from one profit to the other.",
    "Writes divergence.html, which needs nothing beside it, and divergence.json. Exit 1 when a tolerance is passed."})
final class ReportDivergenceCommand implements Callable<Integer> {
    private static final double NS_PER_MS = 1e6;

    @Parameters(index = "0", paramLabel = "LIVE", description = "Folder of the run to be explained.")
    private Path live;

    @Parameters(index = "1", paramLabel = "SIM", description = "Folder of the run that should tell the same.")
    private Path sim;

    @Option(names = "--window-ms", defaultValue = "100", paramLabel = "MS", description = "Decisions farther apart than this are not the same (default: ${DEFAULT-VALUE}).")
    private double windowMs;

    @Option(names = "--max-unmatched", defaultValue = "0.05", paramLabel = "SHARE", description = "Orders filled in one run only that are allowed, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double unmatched;

    @Option(names = "--max-price-bps", defaultValue = "1", paramLabel = "BP", description = "Mean magnitude of price differences that is allowed (default: ${DEFAULT-VALUE}).")
    private double priceBps;

    @Option(names = "--max-pnl-bps", defaultValue = "1", paramLabel = "BP", description = "Difference of profits that is allowed, of the notional traded live (default: ${DEFAULT-VALUE}).")
    private double pnlBps;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes (default: SIM).")
    private Path out;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter writer = spec.commandLine().getOut();
        try {
            DivergenceReport report = DivergenceReport.of(live, sim, Math.round(windowMs * NS_PER_MS),
                    new Tolerance(unmatched, priceBps, pnlBps));
            ExecutionOutput.Written written = ExecutionOutput.write(report, out != null ? out : sim);
            if (json) {
                writer.println(ExecutionOutput.json(report));
            } else {
                lines(report, writer);
                writer.println("report: " + written.html());
            }
            return report.withinTolerance() ? ExitCode.OK : ExitCode.FAILED;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    private static void lines(DivergenceReport report, PrintWriter writer) {
        PairFigures total = report.total();
        writer.println(String.format(Locale.ROOT,
                "decisions   %,d in both, %,d live only, %,d simulated only; filled in both %,d, missing %,d, extra %,d",
                total.matched(), total.liveOnly(), total.simOnly(), total.bothFilled(), total.missing(),
                total.extra()));
        writer.println(String.format(Locale.ROOT,
                "prices      simulation worse by %+.4f bp, magnitude %.4f bp; first fill %.1f ms live, %.1f ms simulated",
                total.meanPriceBps(), total.absolutePriceBps(), total.liveDelayMs(), total.simDelayMs()));
        PnlBridge bridge = report.bridge();
        writer.println("bridge      live " + FixedPoint.format(bridge.liveE8()) + ", end marks "
                + FixedPoint.format(bridge.marksE8()) + ", fill prices " + FixedPoint.format(bridge.pricesE8())
                + ", quantities " + FixedPoint.format(bridge.quantitiesE8()) + ", missing "
                + FixedPoint.format(bridge.missingE8()) + ", extra " + FixedPoint.format(bridge.extraE8()) + ", fees "
                + FixedPoint.format(bridge.feesE8()) + ", funding " + FixedPoint.format(bridge.fundingE8())
                + ", residual " + FixedPoint.format(bridge.residualE8()) + ", simulated "
                + FixedPoint.format(bridge.simE8()));
        for (DivergenceReport.Check check : report.checks()) {
            writer.println(String.format(Locale.ROOT, "%-11s %s: %.4f %s, allowed %.4f",
                    check.passed() ? "passed" : "FAILED", check.what(), check.value(), check.unit(), check.limit()));
        }
        report.notes().forEach(note -> writer.println("note        " + note));
    }
}
