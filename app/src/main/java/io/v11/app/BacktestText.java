package io.v11.app;

import java.util.ArrayList;
import java.util.List;

import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.Comparison;
import io.v11.training.backtest.Target;

/** A backtest's figures as lines of text: each run, the targets, the warnings. */
final class BacktestText {
    private BacktestText() {
    }

    static List<String> lines(BacktestReport report) {
        List<String> lines = new ArrayList<>();
        for (Comparison run : report.runs()) {
            lines.add("");
            lines.add(run.name());
            lines.add("  " + run.returns().text());
            lines.add("  " + (run.trades() == null ? "no trades" : run.trades().text()));
            lines.add("  7 days: " + run.sevenDays().text());
        }
        lines.add("");
        List<String> heads = new ArrayList<>(List.of("target", "goal"));
        report.runs().forEach(run -> heads.add(run.name()));
        heads.add("");
        TextTable table = new TextTable(heads.toArray(new String[0]));
        for (Target target : report.targets()) {
            List<String> cells = new ArrayList<>(List.of(target.measure(), target.goal()));
            target.reached().forEach(reached -> cells.add(reached.text()));
            cells.add(target.outcome().name());
            table.row(cells.toArray(new String[0]));
        }
        lines.addAll(table.lines());
        report.warnings().forEach(warning -> lines.add("warning   " + warning));
        return lines;
    }
}
