package io.v11.training.execution.divergence;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.v11.training.execution.TcaSettings;
import io.v11.training.execution.order.OrderReading;
import io.v11.training.execution.order.SentOrder;

/**
 * Two runs over one market, compared.
 *
 * @param live        the run to be explained
 * @param sim         the run that should tell the same
 * @param windowNs    how far apart two decisions may lie and still be the same
 * @param pairs       by time
 * @param total       of all pairs
 * @param instruments of those that had orders
 * @param bridge      from one profit to the other
 * @param checks      against the tolerance
 * @param notes       what limits the figures
 */
public record DivergenceReport(OrderReading live, OrderReading sim, long windowNs, List<OrderPair> pairs,
        PairFigures total, List<PairFigures> instruments, PnlBridge bridge, List<Check> checks, List<String> notes) {

    /** @param value NaN: nothing to compare, which passes */
    public record Check(String what, double value, double limit, String unit) {
        public boolean passed() {
            return !(value > limit);
        }
    }

    /** @throws IllegalArgumentException when the runs have different instruments */
    public static DivergenceReport of(Path liveFolder, Path simFolder, long windowNs, Tolerance tolerance) {
        if (windowNs < 0) {
            throw new IllegalArgumentException("windowNs=" + windowNs + "; give 0 or more");
        }
        TcaSettings settings = TcaSettings.usual();
        OrderReading live = OrderReading.of(liveFolder, settings.horizonsNs(), settings.opportunityNs());
        OrderReading sim = OrderReading.of(simFolder, settings.horizonsNs(), settings.opportunityNs());
        List<String> names = names(live);
        if (!names.equals(names(sim))) {
            throw new IllegalArgumentException("the runs have different instruments: " + liveFolder + " has " + names
                    + ", " + simFolder + " has " + names(sim) + "; compare runs over one market");
        }
        List<OrderPair> pairs = new OrderMatcher(windowNs).match(live.orders(), sim.orders(), names.size());
        List<PairFigures> instruments = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            int instrument = i;
            List<OrderPair> of = pairs.stream().filter(pair -> instrument(pair) == instrument).toList();
            if (!of.isEmpty()) {
                instruments.add(PairFigures.of(names.get(i), of));
            }
        }
        PairFigures total = PairFigures.of("all", pairs);
        PnlBridge bridge = PnlBridge.of(live, sim, pairs);
        return new DivergenceReport(live, sim, windowNs, pairs, total, List.copyOf(instruments), bridge,
                checks(live, total, bridge, tolerance), notes(live, sim));
    }

    /** No check failed. */
    public boolean withinTolerance() {
        return checks.stream().allMatch(Check::passed);
    }

    private static List<Check> checks(OrderReading live, PairFigures total, PnlBridge bridge, Tolerance tolerance) {
        double traded = live.run().attribution().total().notionalE8();
        double pnlBps = bridge.differenceE8() == 0 ? 0.0 : 1e4 * Math.abs(bridge.differenceE8()) / traded;
        return List.of(
                new Check("orders filled in one run only", 100.0 * total.unmatchedShare(),
                        100.0 * tolerance.unmatchedShare(), "%"),
                new Check("mean magnitude of price differences", total.absolutePriceBps(), tolerance.absolutePriceBps(),
                        "bp"),
                new Check("difference of profits, of the notional traded live", pnlBps, tolerance.pnlBps(), "bp"));
    }

    private static List<String> notes(OrderReading live, OrderReading sim) {
        List<String> notes = new ArrayList<>();
        if (live.marketEvents() != sim.marketEvents()) {
            notes.add("The runs saw different numbers of market events, " + live.marketEvents() + " and "
                    + sim.marketEvents() + ": a part of the difference is the data's, not the venue's.");
        }
        if (!live.run().derived() || !sim.run().derived()) {
            notes.add("A run without a derived log tells its orders by their fills only: decisions are paired by the"
                    + " time of the first fill.");
        }
        if (live.dropped() + sim.dropped() > 0) {
            notes.add((live.dropped() + sim.dropped())
                    + " orders beyond those kept are left out; what they earned stands in the residual.");
        }
        return List.copyOf(notes);
    }

    private static List<String> names(OrderReading reading) {
        return reading.run().instruments().stream().map(data -> data.name()).toList();
    }

    private static int instrument(OrderPair pair) {
        SentOrder order = pair.live() != null ? pair.live() : pair.sim();
        return order.instrument();
    }
}
