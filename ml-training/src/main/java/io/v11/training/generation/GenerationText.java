package io.v11.training.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A generation in words: the table for a terminal and the heading of the file. Stateless. */
public final class GenerationText {
    private static final double NATS_TO_MILLINATS = 1e3;

    private GenerationText() {
    }

    /** The table of the chosen ones, and the counts behind it. */
    public static List<String> lines(GenerationResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%d inputs, %,d candidates valid on %.0f %% of %,d training rows; %,d tell"
                + " more than their inputs; chosen %d for %.0f of %.0f ns", result.inputs().size(),
                result.candidates().size(), 100.0 * result.settings().leastValid(), result.rows(), result.telling(),
                result.chosen().size(), result.totalNs(), result.settings().budgetNs()));
        lines.add(result.redundant() + " passed over as redundant, " + result.unaffordable() + " as too dear");
        if (result.chosen().isEmpty()) {
            return lines;
        }
        lines.add("information in thousandths of a nat; gain: beyond the better input and beyond chance");
        lines.add(String.format(Locale.ROOT, "%-58s %7s %7s %7s %6s %7s %6s %8s %8s", "name", "I", "gain", "band",
                "ns", "sum ns", "|rho|", "I valid", "gain v."));
        for (Chosen chosen : result.chosen()) {
            Screened screened = chosen.screened();
            lines.add(String.format(Locale.ROOT, "%-58s %7.2f %7.2f %7.2f %6.1f %7.1f %6.2f %8s %8s",
                    screened.expression().name(), milli(screened.information()), milli(screened.gain()),
                    milli(screened.band()), screened.costNs(), chosen.totalNs(), chosen.closest(),
                    held(chosen.validationInformation()), held(chosen.validationGain())));
        }
        long kept = result.chosen().stream().filter(chosen -> chosen.validationGain() > 0.0).count();
        if (result.validationRows() > 0) {
            lines.add(String.format(Locale.ROOT, "%d of %d gain on the %,d validation rows as well", kept,
                    result.chosen().size(), result.validationRows()));
        }
        return lines;
    }

    /** Comment lines of the file. @param range that was looked at, in words @param journals hash of their events */
    public static List<String> heading(GenerationResult result, String range, String journals) {
        return List.of("Written by v11 features generate; in the order of names.",
                "range: " + range, "events of the journals: sha256 " + journals,
                String.format(Locale.ROOT, "budget %.0f ns, spent %.0f ns on the machine that measured; seed %d",
                        result.settings().budgetNs(), result.totalNs(), result.settings().seed()));
    }

    private static double milli(double nats) {
        return nats * NATS_TO_MILLINATS;
    }

    private static String held(double nats) {
        return Double.isNaN(nats) ? "-" : String.format(Locale.ROOT, "%.2f", milli(nats));
    }
}
