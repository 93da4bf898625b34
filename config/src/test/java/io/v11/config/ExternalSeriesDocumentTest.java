package io.v11.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The table of docs/external-series.md is what the code says. */
class ExternalSeriesDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "external-series.md");
    private static final String HEAD = "| id | name | file | unit | published (UTC) | stale after |\n|---|---|---|---|---|---|\n";

    @Test
    void shouldListEverySeriesAsTheCodeDoes() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(HEAD);
        assertTrue(begin >= 0, "docs/external-series.md has no table of the series");
        int end = page.indexOf("\n\n", begin) + 1;
        String table = table();
        if (Boolean.getBoolean("v11.regenerate")) {
            page = page.substring(0, begin) + table + page.substring(end);
            Files.writeString(PAGE, page);
            end = begin + table.length();
        }

        assertEquals(table, page.substring(begin, end),
                "the table is not what ExternalSeries says; write it anew with: "
                        + "mvn -q -pl config test -Dtest=ExternalSeriesDocumentTest -Dv11.regenerate=true");
    }

    private static String table() {
        StringBuilder table = new StringBuilder(HEAD);
        for (ExternalSeries series : ExternalSeries.values()) {
            table.append("| ").append(series.id()).append(" | `").append(series.name()).append("` | `")
                    .append(series.fileName()).append("` | ").append(series.unit()).append(" | ")
                    .append(series.rule().words()).append(" | ")
                    .append(series.staleAfterNs() / 86_400_000_000_000L).append(" days |\n");
        }
        return table.toString();
    }
}
