package io.v11.training.execution;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.replay.RunHeader;
import io.v11.training.execution.order.OrderReading;
import io.v11.training.execution.order.SentOrder;

/**
 * Transaction costs of a run.
 *
 * @param reading  of the run
 * @param settings that it was measured by
 * @param total    all orders
 * @param tables   the same by side, type, liquidity, instrument, hour and size; each sums to the total
 * @param notes    what limits the figures
 */
public record TcaReport(OrderReading reading, TcaSettings settings, CostGroup total, List<Table> tables,
        List<String> notes) {
    private static final long MINUTE_NS = 60_000_000_000L;

    /** One way to cut the orders. */
    public record Table(String title, List<CostGroup> groups) {
    }

    /** @param settings null: the usual ones, with horizons in bars when the run decided on bars */
    public static TcaReport of(Path run, TcaSettings settings) {
        TcaSettings used = settings != null ? settings : usual(run);
        OrderReading reading = OrderReading.of(run, used.horizonsNs(), used.opportunityNs());
        List<Table> tables = new ArrayList<>();
        for (GroupKey key : GroupKey.values()) {
            tables.add(table(key, reading));
        }
        CostSum total = new CostSum(used.horizonsNs());
        reading.orders().forEach(total::add);
        return new TcaReport(reading, used, total.group("all"), List.copyOf(tables), notes(reading, used));
    }

    private static TcaSettings usual(Path run) {
        DecisionCadence cadence = DecisionCadence
                .valueOf(RunHeader.read(run).configuration().profile().decision().cadence());
        return switch (cadence) {
            case HOUR_CLOSE -> TcaSettings.ofBars(60 * MINUTE_NS);
            case BAR_CLOSE -> TcaSettings.ofBars(MINUTE_NS);
            default -> TcaSettings.usual();
        };
    }

    private static Table table(GroupKey key, OrderReading reading) {
        Map<GroupKey.Label, CostSum> sums = new LinkedHashMap<>();
        for (SentOrder order : reading.orders()) {
            sums.computeIfAbsent(key.of(order, reading), label -> new CostSum(reading.horizonsNs())).add(order);
        }
        return new Table(key.title(),
                sums.entrySet().stream().sorted(Comparator.comparingLong(of -> of.getKey().rank()))
                        .map(of -> of.getValue().group(of.getKey().name())).toList());
    }

    private static List<String> notes(OrderReading reading, TcaSettings settings) {
        List<String> notes = new ArrayList<>();
        long longest = Arrays.stream(reading.barNs()).max().orElse(0L);
        if (LongStream.of(settings.horizonsNs()).anyMatch(horizon -> horizon < longest)) {
            notes.add("The journal has bars of " + Spans.of(longest)
                    + " and no quotes: markouts below a bar are not known, and prices after fills are closes of bars.");
        }
        if (reading.opportunityNs() < longest) {
            notes.add("The horizon of opportunity is shorter than a bar: what unfilled orders cost is not known.");
        }
        if (!reading.run().derived()) {
            notes.add("The run has no derived log: orders are known by their fills only, measured against the market"
                    + " when each fill was told; unfilled orders are not known at all.");
        }
        if (reading.dropped() > 0) {
            notes.add(reading.dropped() + " orders beyond the first " + reading.orders().size() + " are left out.");
        }
        if (reading.orders().stream().filter(order -> !order.filled()).count() > 1) {
            notes.add(
                    "Every unfilled order counts for itself: a strategy that asks again and again for the same position"
                            + " states the same missed opportunity again and again.");
        }
        return List.copyOf(notes);
    }
}
