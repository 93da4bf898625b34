package io.v11.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import io.v11.config.FixedPoint;
import io.v11.config.Profile.ModelSettings;
import io.v11.engine.monitor.DirectionAccuracy;
import io.v11.engine.monitor.InferenceTally;
import io.v11.engine.monitor.LatencyHistograms.Row;
import io.v11.engine.monitor.RunSummary;
import io.v11.engine.play.RunReport;

/** The end report of a run as lines for a person. An accuracy never stands without base rate and coverage. */
final class RunReportText {
    private final List<String> lines = new ArrayList<>();

    private RunReportText() {
    }

    static List<String> lines(RunReport report) {
        RunReportText text = new RunReportText();
        text.head(report);
        text.latency(report);
        text.allocations(report);
        text.inference(report);
        text.accuracy(report.summary());
        text.drift(report.summary());
        text.trading(report);
        text.verdict(report);
        return text.lines;
    }

    private void head(RunReport report) {
        double seconds = report.elapsedNanos() / 1e9;
        add("");
        if (report.folder() != null) {
            add("journal   %s", report.folder());
        }
        add("config    profile %s, sha256 %s", report.profile().name(), report.configurationSha256());
        add("plan      %s", report.plan().describe());
        add("events    %,d taken (%,d market) in %.1f s, %,.0f events/s at pace %s; %,d measured after warm-up",
                report.events(), report.marketEvents(), seconds, report.marketEvents() / seconds,
                report.profile().playback().pace(), report.measuredEvents());
        RunSummary summary = report.summary();
        add("features  %d in a vector, %,d vectors (decision cadence %s), %,d scored by the %s of %s",
                report.features(),
                summary.decisions(), report.profile().decision().cadence(), summary.scored(), report.combiner(),
                report.models());
    }

    private void latency(RunReport report) {
        add("");
        add("latency, us            count       p50       p90       p99     p99.9       max");
        for (Row row : report.stages()) {
            latency(row);
        }
        latency(report.tickToDecision());
        latency(report.tickToOrder());
    }

    private void latency(Row row) {
        add("  %-16s %10d %9.2f %9.2f %9.2f %9.2f %9.1f", row.name(), row.count(), row.p50() / 1e3, row.p90() / 1e3,
                row.p99() / 1e3, row.p999() / 1e3, row.max() / 1e3);
    }

    private void allocations(RunReport report) {
        add("");
        for (RunReport.Allocation allocation : report.allocations()) {
            add("allocated %.2f bytes per event on thread %s", allocation.bytesPerEvent(), allocation.thread());
        }
    }

    private void inference(RunReport report) {
        InferenceTally.Figures figures = report.summary().inference();
        ModelSettings settings = report.profile().models();
        add("");
        StringJoiner leftOut = new StringJoiner(", ", figures.degraded() == 0 ? "" : ": ", "");
        for (int i = 0; i < figures.leftOut().size() && figures.degraded() > 0; i++) {
            leftOut.add(
                    String.format(Locale.ROOT, "%s left out of %,d", report.models().get(i), figures.leftOut().get(i)));
        }
        add("inference budget %.0f us in event time; %,d of %,d decisions degraded%s; %,d not scored for want of time",
                settings.budgetUs(), figures.degraded(), report.summary().decisions(), leftOut, figures.unasked());
        add("abstention coverage stated %.1f %%, found %.1f %%: %,d of %,d scored decisions let pass%s",
                100 * settings.coverage(), 100.0 * figures.confident() / Math.max(1, report.summary().scored()),
                figures.confident(), report.summary().scored(), settings.coverage() == 1.0 ? " (gate off)" : "");
    }

    private void accuracy(RunSummary summary) {
        add("");
        add("direction of the next mid move   decisions  resolved  coverage  majority  imbalance rule     model");
        accuracy("all instruments", summary.accuracy());
        for (RunSummary.Accuracy one : summary.byInstrument()) {
            accuracy(one.instrument(), one.figures());
        }
        if (summary.inference().confident() < summary.scored()) {
            accuracy("what the gate let pass", summary.confident());
        }
    }

    private void accuracy(String name, DirectionAccuracy.Figures figures) {
        if (figures.resolved() == 0) {
            add("  %-30s %9d %9d  nothing to judge", name, figures.decisions(), figures.resolved());
            return;
        }
        add("  %-30s %9d %9d %8.1f%% %8.2f%% %14.2f%% %8.2f%%", name, figures.decisions(), figures.resolved(),
                100 * figures.coverage(), 100 * figures.baseRate(), 100 * figures.ruleAccuracy(),
                100 * figures.modelAccuracy());
    }

    private void drift(RunSummary summary) {
        add("");
        lines.addAll(DriftText.lines(summary.drift()));
    }

    private void trading(RunReport report) {
        RunSummary summary = report.summary();
        add("");
        add("signals   %d proposed, %d approved by risk; threshold %.1f bp after cost%s", summary.proposals(),
                summary.approvals(), report.profile().signal().edge().entryBps(),
                report.profile().signal().edge().entryBps() < 0
                        ? " (below break-even on purpose: it exercises the order path and must lose the costs)"
                        : "");
        add("orders    %d sent, %d fills, %d reached the venue late", summary.orders(), summary.fills(),
                report.lateOrders());
        add("money     PnL %s, fees %s, equity %s, drawdown %.4f %% (quote units, simulated venue)",
                FixedPoint.format(summary.pnlE8()), FixedPoint.format(summary.feesE8()),
                FixedPoint.format(summary.equityE8()), 100 * summary.maximumDrawdownFraction());
    }

    private void verdict(RunReport report) {
        RunReport.Verdict verdict = report.verdict();
        add("");
        add("budget    %s p50 %.2f us against the profile's %.0f us: %s", report.answer().name(),
                report.answer().p50() / 1e3, report.profile().budget().tickToOrderP50Us(),
                report.meetsOwnBudget() ? "met" : "missed");
        add("%s: %s", verdict.ok() ? "OK" : "FAIL", verdict.text());
    }

    private void add(String format, Object... values) {
        lines.add(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
