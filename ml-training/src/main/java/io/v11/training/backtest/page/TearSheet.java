package io.v11.training.backtest.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import io.v11.training.backtest.BacktestReport;
import io.v11.training.page.RecordJson;

/**
 * Writes the report of a backtest: a page to look at, figures for programs, and lists of trades and fills. Equal reports give
 * equal bytes.
 */
public final class TearSheet {
    private TearSheet() {
    }

    /**
     * What was written.
     *
     * @param html   the page
     * @param json   every figure at full precision
     * @param trades round trips of the subject
     * @param fills  of the subject
     */
    public record Written(Path html, Path json, Path trades, Path fills) {
    }

    /** Into a folder, which is made when it is not there; {@code name} begins the name of each file. */
    public static Written write(BacktestReport report, Path folder, String name) {
        Written files = new Written(folder.resolve(name + ".html"), folder.resolve(name + ".json"),
                folder.resolve(name + "-trades.csv"), folder.resolve(name + "-fills.csv"));
        try {
            Files.createDirectories(folder);
            Files.writeString(files.html(),
                    TearSheetPage.of(report, files.trades().getFileName().toString(),
                            files.fills().getFileName().toString()));
            Files.writeString(files.json(), RecordJson.of(ReportParts.of(report)) + "\n");
            try (var out = Files.newBufferedWriter(files.trades(), StandardCharsets.UTF_8)) {
                TradeCsv.write(report.subject().run(), out);
            }
            try (var out = Files.newBufferedWriter(files.fills(), StandardCharsets.UTF_8)) {
                FillCsv.write(report.subject().run(), out);
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the tear sheet into " + folder, e);
        }
    }
}
