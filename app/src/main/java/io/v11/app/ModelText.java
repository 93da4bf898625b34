package io.v11.app;

import java.time.Instant;
import java.util.Locale;

import io.v11.ml.registry.ModelManifest;
import io.v11.ml.registry.ModelManifest.Metrics;
import io.v11.ml.registry.ModelManifest.Range;

/** Facts of a model as commands write them. An accuracy never stands without base rate, rule and coverage. */
final class ModelText {
    private static final long NS_PER_SECOND = 1_000_000_000L;

    private ModelText() {
    }

    /** e.g. {@code 67.8 % (base rate 53.5, best rule 68.4, coverage 100.0, 68,775 rows)}. */
    static String quality(Metrics metrics) {
        return String.format(Locale.ROOT, "%s %% (base rate %s, best rule %s, coverage %s, %,d rows)",
                percent(metrics.accuracy()), percent(metrics.baseRate()), percent(metrics.oneFeature().accuracy()),
                percent(metrics.coverage()), metrics.rows());
    }

    /** What it was made of, when and by which code, in one line. */
    static String lineage(ModelManifest m, String manifestSha256) {
        return m.id() + ": " + m.family() + ", manifest " + shortened(manifestSha256) + ", journals "
                + shortened(m.lineage().journalSha256()) + ", configuration "
                + shortened(m.lineage().configurationSha256()) + ", commit "
                + (m.lineage().codeCommit().isEmpty() ? "unknown" : shortened(m.lineage().codeCommit())) + ", JDK "
                + m.lineage().jdk() + " on " + m.lineage().os() + " " + m.lineage().architecture() + ", seed "
                + m.fit().seed() + "; trained on " + range(m.fit().train()) + ", chosen on "
                + range(m.fit().validation()) + ", tested on " + range(m.fit().test());
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * share);
    }

    static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f kB", bytes / 1000.0);
    }

    private static String range(Range range) {
        return String.format(Locale.ROOT, "%,d rows from %s to %s", range.rows(), time(range.fromNs()),
                time(range.toNs()));
    }

    private static String time(long ns) {
        return Instant.ofEpochSecond(Math.floorDiv(ns, NS_PER_SECOND)).toString();
    }

    private static String shortened(String sha256) {
        return sha256.length() > 12 ? sha256.substring(0, 12) : sha256;
    }
}
