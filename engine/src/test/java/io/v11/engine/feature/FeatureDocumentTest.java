package io.v11.engine.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code docs/features.md} says what the catalogue says. */
class FeatureDocumentTest {
    private static final String HOW = "docs/features.md differs from the catalogue; make it anew with:"
            + " mvn test -pl engine -am -Dtest=FeatureDocumentTest -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Dv11.regenerate=true";

    @Test
    void shouldDescribeTheCatalogue() throws IOException {
        Path document = root().resolve("docs/features.md");
        String expected = document();
        if (Boolean.getBoolean("v11.regenerate")) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, expected);
        }

        assertTrue(Files.exists(document), HOW);
        assertEquals(expected, Files.readString(document), HOW);
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve(".mvn"))) {
            at = at.getParent();
        }
        return at;
    }

    private static String document() {
        StringBuilder text = new StringBuilder();
        text.append("# Features\n\nGenerated from `FeatureCatalog`; do not edit. ").append(FeatureCatalog.size())
                .append(" features, in the order of the vector. State is kept per instrument and updated by every\n")
                .append("market event; a vector is filled on decisions (`DecisionCadence`, by default: best bid or ask")
                .append(" changed). A value that is not warm, not finite\nor not defined has its validity bit clear")
                .append(" and the value 0.\n\nS(x) over a window w is the sum over all past observations x_i weighted")
                .append(" exp(-(t - t_i) / w), t being event time. A time-weighted\naverage a over w follows")
                .append(" da/dt = (x - a) / w. pb, qb, pa, qa: price and quantity of best bid and ask; mid = (pb + pa)")
                .append(" / 2; Q_n: quantity\nof the first n levels. c is a bar's close, c[n] the close n bars")
                .append(" before. \"top\": best bid and ask are known.\n\nSettled: from then on a value does not depend")
                .append(" on where the replay began; of a fading filter less than 1 % of a deviation is\nleft of the")
                .append(" start. `v11 features audit` proves it on a journal, and that no feature looks ahead.\n");
        int index = 0;
        for (FeatureGroup group : FeatureCatalog.prototypes()) {
            text.append("\n## ").append(group.name()).append("\n\n")
                    .append(group.category().name().toLowerCase(Locale.ROOT).replace('_', ' ')).append("; from ")
                    .append(group.inputs())
                    .append("\n\n| # | name | formula | unit | valid after | settled after | source |\n")
                    .append("|---|---|---|---|---|---|---|\n");
            for (Feature feature : group.features()) {
                text.append("| ").append(index++).append(" | `").append(feature.name()).append("` | ")
                        .append(feature.formula().replace("|", "\\|")).append(" | ").append(feature.unit())
                        .append(" | ").append(feature.warmUp()).append(" | ").append(feature.settling()).append(" | ")
                        .append(feature.source()).append(" |\n");
            }
        }
        return text.toString();
    }
}
