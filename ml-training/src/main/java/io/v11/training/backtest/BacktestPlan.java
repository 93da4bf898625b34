package io.v11.training.backtest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.v11.training.backtest.reading.ReadingSettings;
import io.v11.training.performance.luck.Trials;
import io.v11.training.performance.luck.Verdict;

/**
 * What a report is made of.
 *
 * @param title       of the page
 * @param subject     the run that is judged
 * @param comparisons runs over the same data: the V10 baseline first, then buy-and-hold and the others
 * @param trials      what the subject was chosen from, by the trial ledger; the comparisons are rules that nothing was chosen for
 * @param verdict     on the search that chose the subject, with PBO and reality check; null when nothing was searched
 * @param reading     how the runs are read
 * @param instruments qualified names that should have data; empty: those that have
 * @param made        lines for "how it was made", beside those that the runs tell themselves
 */
public record BacktestPlan(String title, NamedRun subject, List<NamedRun> comparisons, Trials trials,
        Verdict verdict, ReadingSettings reading, List<String> instruments, List<Made> made) {
    public BacktestPlan {
        comparisons = List.copyOf(comparisons);
        instruments = List.copyOf(instruments);
        made = List.copyOf(made);
        Set<String> names = new HashSet<>();
        names.add(subject.name());
        for (NamedRun run : comparisons) {
            if (!names.add(run.name())) {
                throw new IllegalArgumentException(
                        "two runs are called " + run.name() + "; give each a name of its own");
            }
        }
    }

    /** With the usual reading. */
    public static BacktestPlan of(String title, NamedRun subject, List<NamedRun> comparisons, Trials trials) {
        return new BacktestPlan(title, subject, comparisons, trials, null, ReadingSettings.USUAL, List.of(), List.of());
    }
}
