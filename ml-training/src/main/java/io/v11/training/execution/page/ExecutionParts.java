package io.v11.training.execution.page;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.v11.training.backtest.reading.RunReading;
import io.v11.training.execution.CostGroup;
import io.v11.training.execution.TcaReport;
import io.v11.training.execution.calibration.CalibrationReport;
import io.v11.training.execution.divergence.DivergenceReport;

/** What the JSON of each report holds, in the order in which it is read. */
final class ExecutionParts {
    private ExecutionParts() {
    }

    static Map<String, Object> of(TcaReport report) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("run", run(report.reading().run()));
        parts.put("horizonsNs", Arrays.stream(report.settings().horizonsNs()).boxed().toList());
        parts.put("opportunityNs", report.settings().opportunityNs());
        parts.put("notes", report.notes());
        parts.put("attribution", report.reading().run().attribution());
        parts.put("total", group(report.total()));
        Map<String, Object> tables = new LinkedHashMap<>();
        report.tables().forEach(table -> tables.put(table.title(),
                table.groups().stream().map(ExecutionParts::group).toList()));
        parts.put("tables", tables);
        return parts;
    }

    static Map<String, Object> of(DivergenceReport report) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("live", run(report.live().run()));
        parts.put("sim", run(report.sim().run()));
        parts.put("windowNs", report.windowNs());
        parts.put("within", report.withinTolerance());
        parts.put("checks", report.checks());
        parts.put("bridge", report.bridge());
        parts.put("total", report.total());
        parts.put("instruments", report.instruments());
        parts.put("notes", report.notes());
        return parts;
    }

    static Map<String, Object> of(CalibrationReport report) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("runs", report.runs().stream().map(reading -> run(reading.run())).toList());
        parts.put("fill", report.fill());
        parts.put("queue", report.queue());
        parts.put("slippage", report.slippage());
        parts.put("notes", report.notes());
        return parts;
    }

    private static Map<String, Object> run(RunReading run) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("profile", run.profile());
        parts.put("digest", run.digest());
        parts.put("firstNs", run.firstNs());
        parts.put("lastNs", run.lastNs());
        parts.put("events", run.events());
        return parts;
    }

    private static Map<String, Object> group(CostGroup group) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("name", group.name());
        parts.put("shortfallE8", group.shortfallE8());
        parts.put("shortfallBps", group.shortfallBps());
        parts.put("priceCostBps", group.priceCostBps());
        parts.put("figures", group);
        return parts;
    }
}
