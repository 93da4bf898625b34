package io.v11.engine.play;

import java.nio.file.Path;
import java.util.List;

import io.v11.config.Profile;
import io.v11.engine.EngineFailure;
import io.v11.engine.ThreadPlan;
import io.v11.engine.monitor.LatencyHistograms.Row;
import io.v11.engine.monitor.RunSummary;

/**
 * What a run was: the figures of the end report, measured, none of them judged but by {@link #verdict}.
 *
 * @param folder           where the logs are, null when the run kept none
 * @param models           names of the members, in the order of their scores
 * @param combiner         what makes one answer of theirs
 * @param events           events that the engine took, of all kinds
 * @param measuredEvents   events behind the figures of latency and allocation: those after the warm-up
 * @param stages           time in each stage, sampled
 * @param tickToDecision   from due to dispatched, every decision, order or not
 * @param tickToOrder      the same for those that became orders
 * @param allocations      bytes per engine thread over the measured events
 * @param failure          first failure, null when none
 */
public record RunReport(Path folder, Profile profile, ThreadPlan plan, String configurationSha256, List<String> models,
        String combiner, int features, long marketEvents, long events, long elapsedNanos, long measuredEvents,
        List<Row> stages,
        Row tickToDecision, Row tickToOrder, List<Allocation> allocations, long lateOrders, RunSummary summary,
        EngineFailure failure) {

    /** Bytes that a thread allocated per measured event. */
    public record Allocation(String thread, double bytesPerEvent) {
    }

    /** Whether the answer came in time, with the figures that say so. */
    public record Verdict(boolean ok, String text) {
    }

    /** What is judged: the way to orders, or to decisions when no order was sent. */
    public Row answer() {
        return tickToOrder.count() > 0 ? tickToOrder : tickToDecision;
    }

    /** OK when p99.9 of tick-to-order is below the bound and nothing failed. */
    public Verdict verdict() {
        if (failure != null) {
            return new Verdict(false, "the engine stopped: " + failure.describe());
        }
        Row answer = answer();
        if (answer.count() == 0) {
            return new Verdict(false, "no decision was measured: the recording is too short or never in sync");
        }
        double p999Ms = answer.p999() / 1e6;
        double bound = profile.budget().responseMs();
        return new Verdict(p999Ms < bound, String.format(java.util.Locale.ROOT,
                "%s p99.9 %.3f ms against the bound of %.0f ms", answer.name(), p999Ms, bound));
    }

    /** Whether the profile's own goal for the median was met. */
    public boolean meetsOwnBudget() {
        return answer().p50() / 1e3 <= profile.budget().tickToOrderP50Us();
    }
}
