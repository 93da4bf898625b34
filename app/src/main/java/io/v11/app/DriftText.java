package io.v11.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.v11.ml.drift.DriftSummary;
import io.v11.ml.drift.DriftSummary.Checks;

/** Feature drift as lines for a person: what was compared, what was not, and the worst with their limits. */
final class DriftText {
    private DriftText() {
    }

    static List<String> lines(DriftSummary drift) {
        List<String> lines = new ArrayList<>();
        if (drift.byInstrument().isEmpty()) {
            lines.add("drift     not watched: the models bring no distribution of their training rows");
            return lines;
        }
        lines.add(format(
                "drift     %,d samples in windows of %d; a check is one feature in one window, at most 1 %% of them "
                        + "drift by chance",
                drift.samples(), drift.window()));
        lines.add(
                "                       windows  features  blind     checks   drifted     PSI      KS unusual invalid  alerts");
        for (DriftSummary.InstrumentSummary one : drift.byInstrument()) {
            Checks checks = one.checks();
            lines.add(format("  %-20s %7d %9d %6d %10d %8.2f%% %7d %7d %7d %7d %7d%s", one.instrument(), one.windows(),
                    one.features(), one.blind(), checks.checks(), 100 * checks.driftedShare(), checks.byPsi(),
                    checks.byKs(), checks.byUnusual(), checks.byInvalid(), one.alerts(),
                    one.windows() == 0 ? format("  (%d samples, no window yet)", one.samplesOfNext()) : ""));
        }
        if (!drift.unwatched().isEmpty()) {
            lines.add("  not watched, too few training rows: " + String.join(", ", drift.unwatched()));
        }
        for (DriftSummary.Worst worst : drift.worst()) {
            lines.add(format("  %s %s: %d windows drifted; furthest: PSI %s, KS %s, %d unusual, %d invalid",
                    worst.instrument(),
                    worst.feature(), worst.driftedWindows(), against(worst.psi(), worst.psiLimit()),
                    against(worst.ks(), worst.ksLimit()), worst.unusual(), worst.invalid()));
        }
        if (drift.alerts() > 0) {
            lines.add(format("  ALERT in %d of %d windows: the market is not the one that the models were trained on",
                    drift.alerts(), drift.windows()));
        }
        return lines;
    }

    private static String against(double figure, double limit) {
        return Double.isInfinite(limit) ? "not compared" : format("%.3f (limit %.3f)", figure, limit);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
