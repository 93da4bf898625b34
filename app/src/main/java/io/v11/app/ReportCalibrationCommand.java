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
import io.v11.training.execution.calibration.CalibrationReport;
import io.v11.training.execution.calibration.FillCalibration;
import io.v11.training.execution.calibration.QueueCalibration;
import io.v11.training.execution.calibration.QueueScore;
import io.v11.training.execution.calibration.SlippageCalibration;
import io.v11.training.execution.page.ExecutionOutput;

/** {@code v11 report calibration}: fill and slippage models of own orders. */
@Command(name = "calibration", mixinStandardHelpOptions = true, description = {
    "Fits fill probability of resting orders and cost of taking ones on runs, judged on their last third by time.",
    "Tells which queue model of the simulated venue is the likeliest.",
    "Writes calibration.html, which needs nothing beside it, and calibration.json. Exit 1 when there are too few orders for either."})
final class ReportCalibrationCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Folders of runs over the same instruments.")
    private List<Path> runs;

    @Option(names = "--out", paramLabel = "FOLDER", description = "Where the report goes (default: runs/calibration).")
    private Path out;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter writer = spec.commandLine().getOut();
        try {
            CalibrationReport report = CalibrationReport.of(runs);
            Path target = out != null ? out : Home.find().runs().resolve("calibration");
            ExecutionOutput.Written written = ExecutionOutput.write(report, target);
            if (json) {
                writer.println(ExecutionOutput.json(report));
            } else {
                writer.println("fills       " + fill(report.fill()));
                writer.println("queue       " + queue(report.queue()));
                writer.println("slippage    " + slippage(report.slippage()));
                report.notes().forEach(note -> writer.println("note        " + note));
                writer.println("report: " + written.html());
            }
            return report.fill().fitted() || report.slippage().fitted() ? ExitCode.OK : ExitCode.FAILED;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    private static String fill(FillCalibration fill) {
        return fill.fitted()
                ? String.format(Locale.ROOT,
                        "Brier %.5f out of sample, base rate %.5f, by age %.5f, by age and instrument %.5f;"
                                + " gain on the base rate by age %+.5f, error %.5f; %,d orders learnt from, %,d judged on",
                        fill.brier(), fill.constant(), fill.byAge(), fill.byInstrument(), fill.gain(),
                        fill.gainError(), fill.learning(), fill.judging())
                : fill.missing();
    }

    private static String queue(QueueCalibration queue) {
        if (queue.scores().isEmpty()) {
            return "No resting order, so no queue.";
        }
        QueueScore best = queue.scores().getFirst();
        QueueScore next = queue.scores().get(1);
        return String.format(Locale.ROOT,
                "likeliest model %s, exponent %.0f: log likelihood %.2f, right about %,d of %,d orders; next %s, exponent %.0f:"
                        + " %.2f",
                best.model(), best.exponent(), best.logLikelihood(), best.agreed(), best.orders(), next.model(),
                next.exponent(), next.logLikelihood());
    }

    private static String slippage(SlippageCalibration slippage) {
        return slippage.fitted()
                ? String.format(Locale.ROOT,
                        "R2 %.4f out of sample, half spread alone %.4f; mean absolute error %.4f bp, constant %.4f, half spread"
                                + " alone %.4f; %,d orders learnt from, %,d judged on",
                        slippage.r2(), slippage.spreadR2(), slippage.errorBps(), slippage.constantBps(),
                        slippage.spreadBps(), slippage.learning(), slippage.judging())
                : slippage.missing();
    }
}
