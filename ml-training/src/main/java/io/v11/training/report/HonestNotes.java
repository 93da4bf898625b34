package io.v11.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the figures do not say, in sentences made from the figures themselves where they can be. */
final class HonestNotes {
    private static final int FEW_MOVES = 2_000;

    private HonestNotes() {
    }

    static List<String> of(List<ModelResult> models, boolean trainRows) {
        List<String> notes = new ArrayList<>();
        List<GroupResult> groups = models.getFirst().groups();
        String few = groups.stream().skip(1).filter(group -> group.moves() < FEW_MOVES)
                .map(group -> group.group() + " " + group.moves()).collect(Collectors.joining(", "));
        if (!few.isEmpty()) {
            notes.add("Distinct moves in the test rows: " + few + ". That is the number of independent labels, not the"
                    + " number of rows; intervals are drawn over moves, and are wide for that reason.");
        }
        notes.add(
                "Each instrument was tested on one stretch of one day. A stretch has a trend of its own: where most moves go one"
                        + " way, saying that way is right more often. The majority class beside each accuracy is known only"
                        + " afterwards, and is the figure to beat first.");
        notes.add("Block bootstrap intervals hold what varies within the stretch. They say nothing of other days, other"
                + " volatility, or other instruments.");
        notes.add(lead(models));
        notes.add(edge(models));
        notes.add(
                "The edge counts one execution: half the spread and the taker fee. A round trip pays twice. It assumes a fill at"
                        + " the touch for any size, without latency; the next move may be over before an order arrives.");
        notes.add("Rows that wait for the same move share a label. Rows are what a signal would see; moves are what was"
                + " independent. Read both counts.");
        notes.add(
                "Permutation importance says what this model would miss, not what causes moves: an input with a double loses"
                        + " little alone.");
        if (!trainRows) {
            notes.add(
                    "The replayed journals begin with the test rows, so slow features are not warm at first, and figures"
                            + " differ a little from those in the manifests, which were taken behind the train rows.");
            notes.add(
                    "The replayed journals hold no train rows. So the rule is one for all instruments, from the manifest, and regimes are"
                            + " not shown because their bounds may be cut on train rows only. With --journal or --data that has the"
                            + " train ranges of the plan both are as they should be.");
        }
        return notes;
    }

    private static String lead(List<ModelResult> models) {
        List<String> ahead = new ArrayList<>();
        List<String> behind = new ArrayList<>();
        int judged = 0;
        for (ModelResult model : models) {
            for (GroupResult group : model.groups()) {
                judged++;
                if (group.leadInterval().low() > 0.0) {
                    ahead.add(model.id() + " on " + group.group());
                } else if (group.leadInterval().high() < 0.0) {
                    behind.add(model.id() + " on " + group.group());
                }
            }
        }
        return "A lead over the best one-feature rule whose 95 % interval lies above zero: "
                + (ahead.isEmpty() ? "none" : String.join(", ", ahead)) + ". Wholly below zero: "
                + (behind.isEmpty() ? "none" : String.join(", ", behind)) + ". Of " + judged
                + " comparisons one in forty would be above zero by chance if all were independent and none had a lead.";
    }

    private static String edge(List<ModelResult> models) {
        List<String> earning = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (ModelResult model : models) {
            for (GroupResult group : model.groups()) {
                for (GroupResult.Edge edge : group.edges()) {
                    best = Math.max(best, edge.netBps());
                    if (edge.netBps() > 0.0) {
                        earning.add(String.format(Locale.ROOT, "%s on %s, top %.0f %%: %+.2f bp", model.id(),
                                group.group(), 100.0 * edge.share(), edge.netBps()));
                    }
                }
            }
        }
        return earning.isEmpty()
                ? String.format(Locale.ROOT,
                        "After costs nothing here earns money: the best mean edge of any model, group and"
                                + " share is %+.2f bp a trade.",
                        best)
                : "Mean edge above zero after costs: " + String.join("; ", earning)
                        + ". No interval was drawn for these; do not trade on them.";
    }
}
