package io.v11.benchmarks.latency;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.HdrHistogram.Histogram;

import io.v11.benchmarks.setting.Recording;
import io.v11.benchmarks.setting.Scratch;
import io.v11.benchmarks.subject.EngineRun;
import io.v11.benchmarks.subject.Workbench;
import io.v11.engine.ThreadPlan;

/**
 * Plays the same events under every candidate in turn, many times, so that whatever the machine does happens to all. A block is
 * a whole start of the engine and some seconds of events, for a book must begin with its snapshot; the order of the
 * candidates turns round with every round.
 */
final class PlanContest {
    private static final double GOAL = 0.9;
    private static final int WARM_UP_PART = 4;

    private final Workbench bench;
    private final List<Candidate> candidates;
    private final int events;
    private final int rate;
    private final List<double[]> p50 = new ArrayList<>();
    private final List<double[]> p999 = new ArrayList<>();
    private long decisions;
    private long digest;

    /** @param events played in one block, from the beginning of the last session */
    PlanContest(Workbench bench, List<Candidate> candidates, int events, int rate) {
        this.bench = bench;
        this.candidates = candidates;
        this.events = events;
        this.rate = rate;
    }

    /** Plays one round; {@code counts} is false for the round that only warms up. */
    void round(int number, boolean counts) {
        double[] medians = new double[candidates.size()];
        double[] tails = new double[candidates.size()];
        for (int i = 0; i < candidates.size(); i++) {
            int turn = number % 2 == 0 ? i : candidates.size() - 1 - i;
            Histogram latency = block(candidates.get(turn));
            medians[turn] = latency.getValueAtPercentile(50);
            tails[turn] = latency.getValueAtPercentile(99.9);
        }
        if (counts) {
            p50.add(medians);
            p999.add(tails);
        }
    }

    private Histogram block(Candidate candidate) {
        Recording recording = bench.recording();
        int first = recording.lastSession();
        WayProbe probe = new WayProbe(Rig.way());
        Path folder = bench.scratch().fresh("plan");
        EngineRun.Result result = new EngineRun(bench, candidate.plan(), rate + "/s", probe, folder).play(
                recording.source(first, events), recording.timeNs(first), events / WARM_UP_PART, probe::measure);
        Scratch.delete(folder);
        if (digest != 0 && result.digest() != digest) {
            throw new IllegalStateException(
                    "under the plan " + candidate.name() + " the same events came to something else: "
                            + result);
        }
        digest = result.digest();
        decisions = result.summary().decisions();
        return probe.decisions().whole;
    }

    /** How the chosen plan does against the best: p50 of the best / p50 of the chosen, median over the rounds. */
    double score(ThreadPlan chosen) {
        int best = best();
        int own = index(chosen);
        return median(p50.stream().mapToDouble(round -> round[best] / round[own]).toArray());
    }

    List<String> lines(ThreadPlan chosen) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT,
                "blocks    %d rounds of %,d market events at %,d/s, %,d decisions each, after one to warm up",
                p50.size(), events, rate, decisions));
        lines.add("tick-to-decision, us       p50     (least     most)     p99.9");
        for (int i = 0; i < candidates.size(); i++) {
            double[] medians = column(p50, i);
            lines.add(String.format(Locale.ROOT, "  %-16s %12.2f %10.2f %8.2f %9.1f   %s", candidates.get(i).name(),
                    median(medians) / 1e3, Arrays.stream(medians).min().orElse(0) / 1e3,
                    Arrays.stream(medians).max().orElse(0) / 1e3, median(column(p999, i)) / 1e3,
                    candidates.get(i).note()));
        }
        lines.add(String.format(Locale.ROOT,
                "planner's choice: %s; best: %s; p50 of best / p50 of choice = %.3f, goal >= %.2f: %s",
                candidates.get(index(chosen)).name(), candidates.get(best()).name(), score(chosen), GOAL,
                meetsGoal(chosen) ? "MET" : "MISSED"));
        return lines;
    }

    boolean meetsGoal(ThreadPlan chosen) {
        return score(chosen) >= GOAL;
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < candidates.size(); i++) {
            best = median(column(p50, i)) < median(column(p50, best)) ? i : best;
        }
        return best;
    }

    private int index(ThreadPlan chosen) {
        for (int i = 0; i < candidates.size(); i++) {
            if (candidates.get(i).isLike(chosen)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not among the candidates: " + chosen.describe());
    }

    private static double[] column(List<double[]> rounds, int candidate) {
        return rounds.stream().mapToDouble(round -> round[candidate]).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
