package io.v11.training.execution.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.v11.training.execution.TcaReport;
import io.v11.training.execution.calibration.CalibrationReport;
import io.v11.training.execution.divergence.DivergenceReport;
import io.v11.training.page.RecordJson;

/** Writes a report into a folder, which is made when it is not there. Equal reports give equal bytes. */
public final class ExecutionOutput {
    private ExecutionOutput() {
    }

    /** @param html the page  @param json every figure at full precision */
    public record Written(Path html, Path json) {
    }

    /** {@code tca.html} and {@code tca.json}. */
    public static Written write(TcaReport report, Path folder) {
        return write(folder, "tca", TcaPage.of(report), json(report));
    }

    /** {@code divergence.html} and {@code divergence.json}. */
    public static Written write(DivergenceReport report, Path folder) {
        return write(folder, "divergence", DivergencePage.of(report), json(report));
    }

    /** {@code calibration.html} and {@code calibration.json}. */
    public static Written write(CalibrationReport report, Path folder) {
        return write(folder, "calibration", CalibrationPage.of(report), json(report));
    }

    /** One line. */
    public static String json(TcaReport report) {
        return RecordJson.of(ExecutionParts.of(report));
    }

    /** One line. */
    public static String json(DivergenceReport report) {
        return RecordJson.of(ExecutionParts.of(report));
    }

    /** One line. */
    public static String json(CalibrationReport report) {
        return RecordJson.of(ExecutionParts.of(report));
    }

    private static Written write(Path folder, String name, String page, String json) {
        Written files = new Written(folder.resolve(name + ".html"), folder.resolve(name + ".json"));
        try {
            Files.createDirectories(folder);
            Files.writeString(files.html(), page);
            Files.writeString(files.json(), json + "\n");
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report into " + folder, e);
        }
    }
}
