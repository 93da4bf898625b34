package io.v11.training.backtest;

import java.util.ArrayList;
import java.util.List;

import io.v11.training.backtest.reading.RunReading;
import io.v11.training.performance.luck.Trials;
import io.v11.training.performance.luck.Verdict;

/**
 * The judgement of a run beside its comparisons.
 *
 * @param title    of the page
 * @param runs     the subject first
 * @param trials   what the subject was chosen from
 * @param verdict  on the search that chose it; null when nothing was searched
 * @param targets  of every run
 * @param warnings in words; empty when there is none
 * @param made     how it came about
 */
public record BacktestReport(String title, List<Comparison> runs, Trials trials, Verdict verdict, List<Target> targets,
        List<String> warnings, List<Made> made) {

    /** Reads every run of the plan, one after another, and judges them. */
    public static BacktestReport of(BacktestPlan plan) {
        List<Comparison> runs = new ArrayList<>();
        runs.add(Comparison.of(plan.subject().name(), RunReading.of(plan.subject().folder(), plan.reading()),
                plan.trials()));
        for (NamedRun other : plan.comparisons()) {
            runs.add(Comparison.of(other.name(), RunReading.of(other.folder(), plan.reading()).withoutFills(),
                    Trials.single()));
        }
        return new BacktestReport(plan.title(), List.copyOf(runs), plan.trials(), plan.verdict(), TargetTable.of(runs),
                Warnings.of(plan, runs), plan.made());
    }

    /** The run that is judged. */
    public Comparison subject() {
        return runs.getFirst();
    }
}
