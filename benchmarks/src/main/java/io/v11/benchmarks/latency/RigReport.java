package io.v11.benchmarks.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.HdrHistogram.Histogram;

import io.v11.benchmarks.subject.EngineRun;
import io.v11.config.Profile;

/**
 * What a play of the rig came to, as lines for a person, and the verdict.
 *
 * @param timer median cost of a look at the clock, ns; one is in every stage's figure
 * @param hop   median of a raw Disruptor hop, ns
 * @param hops  ring crossings from ingest to dispatch
 */
record RigReport(Profile profile, WayProbe probe, EngineRun.Result result, long timer, double hop, int hops) {
    private static final double RATIO_GOAL = 1.20;
    /** Fewer orders than this have no median worth the name. */
    private static final int FEWEST_ORDERS = 100;

    /** What is judged: orders, or decisions where too few became orders. */
    private WayProbe.Way judged() {
        return byOrders() ? probe.orders() : probe.decisions();
    }

    private boolean byOrders() {
        return probe.orders().whole.getTotalCount() >= FEWEST_ORDERS
                && probe.orders().edge.getTotalCount() >= FEWEST_ORDERS;
    }

    private String name() {
        return byOrders() ? "tick-to-order" : "tick-to-decision (too few orders)";
    }

    boolean answered() {
        return judged().whole.getTotalCount() > 0;
    }

    /** Medians of the stages on the way, without the clock calls between them, and the hops, ns. */
    double parts(WayProbe.Way way) {
        double sum = hops * hop;
        for (Histogram stage : way.stages) {
            sum += Math.max(0, p(stage, 50) - timer);
        }
        return sum;
    }

    private String ratio(String name, WayProbe.Way way) {
        double ratio = p(way.whole, 50) / parts(way);
        return format("ratio     %s p50 %.2f us / parts %.2f us = %.2f, goal <= %.2f: %s", name, p(way.whole, 50) / 1e3,
                parts(way) / 1e3, ratio, RATIO_GOAL, ratio <= RATIO_GOAL ? "MET" : "MISSED");
    }

    boolean inTime() {
        return answered() && p(judged().whole, 99.9) / 1e6 < profile.budget().responseMs();
    }

    boolean meetsOwnBudget() {
        return answered() && p(judged().whole, 50) / 1e3 <= profile.budget().tickToOrderP50Us();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(format(
                "events    %,d taken (%,d market) in %.1f s, %,.0f market events/s; %,d decisions and %,d orders behind the figures",
                result.published(), result.marketEvents(), result.elapsedNanos() / 1e9,
                result.marketEvents() * 1e9 / result.elapsedNanos(), count(probe.decisions()), count(probe.orders())));
        lines.add("");
        lines.add(
                "latency of decisions, us     count       p50       p90       p99     p99.9       max   p50 of orders");
        lines.add(row("due to first stage", probe.decisions().edge, probe.orders().edge));
        for (int i = 0; i < probe.stages().size(); i++) {
            lines.add(row(probe.stages().get(i), probe.decisions().stages[i], probe.orders().stages[i]));
        }
        lines.add(row("tick-to-decision", probe.decisions().whole, null));
        lines.add(row("tick-to-order", probe.orders().whole, probe.orders().whole));
        if (answered()) {
            judge(lines);
        } else {
            lines.add("FAIL: no decision was measured: the recording is too short or never in sync");
        }
        return lines;
    }

    private void judge(List<String> lines) {
        double p50 = p(judged().whole, 50);
        lines.add("");
        lines.add(format("parts     the medians of the stages less the timer (%d ns each), and %d raw hop%s of %.0f ns",
                timer, hops, hops == 1 ? "" : "s", hop));
        if (byOrders()) {
            lines.add(ratio("tick-to-order", probe.orders()));
        }
        lines.add(ratio("tick-to-decision", probe.decisions()));
        lines.add(format("budget    %s p50 %.2f us against the profile's %.0f us: %s", name(), p50 / 1e3,
                profile.budget().tickToOrderP50Us(), meetsOwnBudget() ? "met" : "missed"));
        lines.add(format("%s: %s p99.9 %.3f ms against the bound of %.0f ms", inTime() ? "OK" : "FAIL", name(),
                p(judged().whole, 99.9) / 1e6, profile.budget().responseMs()));
    }

    private static long count(WayProbe.Way way) {
        return way.whole.getTotalCount() + way.edge.getTotalCount();
    }

    private static String row(String name, Histogram all, Histogram orders) {
        String ofOrders = orders == null || orders.getTotalCount() == 0 ? "-" : format("%.2f", p(orders, 50) / 1e3);
        return format("  %-20s %11d %9.2f %9.2f %9.2f %9.2f %9.1f %15s", name, all.getTotalCount(), p(all, 50) / 1e3,
                p(all, 90) / 1e3, p(all, 99) / 1e3, p(all, 99.9) / 1e3, all.getMaxValue() / 1e3, ofOrders);
    }

    private static double p(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
