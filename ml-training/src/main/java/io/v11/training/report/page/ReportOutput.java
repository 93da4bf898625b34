package io.v11.training.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.v11.training.page.RecordJson;
import io.v11.training.report.ModelsReport;

/** Writes the page and, beside it, every figure at full precision. */
public final class ReportOutput {
    public static final String HTML = "models.html";
    public static final String JSON = "models.json";

    private ReportOutput() {
    }

    /** Makes the folder when it is not there. */
    public static void write(ModelsReport report, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(HTML), ModelsPage.of(report));
            Files.writeString(folder.resolve(JSON), RecordJson.of(report) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report into " + folder, e);
        }
    }
}
