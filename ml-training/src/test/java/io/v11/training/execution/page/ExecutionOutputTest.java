package io.v11.training.execution.page;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

import io.v11.config.Configuration;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;
import io.v11.training.backtest.RunWriter;
import io.v11.training.execution.TcaReport;
import io.v11.training.execution.calibration.CalibrationReport;
import io.v11.training.execution.divergence.DivergenceReport;
import io.v11.training.execution.divergence.Tolerance;
import io.v11.training.execution.page.ExecutionOutput.Written;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExecutionOutputTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_040_000_000_000L;

    @TempDir
    Path folder;

    @BeforeEach
    void writeRuns() {
        write("live", 0.0);
        write("sim", 0.5);
    }

    @Test
    void shouldWriteWellFormedPagesAndFiguresOfEachReport() throws Exception {
        TcaReport tca = TcaReport.of(folder.resolve("live"), null);
        DivergenceReport divergence = divergence();
        CalibrationReport calibration = calibration();

        JsonNode costs = read(ExecutionOutput.write(tca, folder));
        JsonNode apart = read(ExecutionOutput.write(divergence, folder));
        JsonNode models = read(ExecutionOutput.write(calibration, folder));

        assertEquals(tca.total().shortfallE8(), costs.get("total").get("shortfallE8").asLong());
        assertEquals(0, costs.get("attribution").get("residualE8").asLong());
        assertEquals(6, costs.get("tables").size());
        assertEquals(7, costs.get("total").get("figures").get("markouts").size());
        assertEquals(divergence.bridge().pricesE8(), apart.get("bridge").get("pricesE8").asLong());
        assertFalse(apart.get("within").asBoolean());
        assertTrue(models.get("fill").get("missing").asText().startsWith("Too few resting orders"));
        assertTrue(models.get("slippage").get("r2").isNull() == models.get("slippage").get("inputs").isEmpty());
    }

    @Test
    void shouldWriteEqualBytesWhenARunIsReadAgain() throws Exception {
        same(out -> ExecutionOutput.write(TcaReport.of(folder.resolve("live"), null), out));
        same(out -> ExecutionOutput.write(divergence(), out));
        same(out -> ExecutionOutput.write(calibration(), out));
    }

    private void same(Function<Path, Written> writer) throws Exception {
        Written first = writer.apply(folder.resolve("first"));
        Written second = writer.apply(folder.resolve("second"));

        assertEquals(-1, Files.mismatch(first.html(), second.html()));
        assertEquals(-1, Files.mismatch(first.json(), second.json()));
    }

    private DivergenceReport divergence() {
        return DivergenceReport.of(folder.resolve("live"), folder.resolve("sim"), SECOND / 10,
                new Tolerance(0.0, 0.0, 0.0));
    }

    private CalibrationReport calibration() {
        return CalibrationReport.of(List.of(folder.resolve("live"), folder.resolve("sim")));
    }

    private static JsonNode read(Written written) throws Exception {
        String page = Files.readString(written.html()).replace("<!DOCTYPE html>\n", "");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
        assertFalse(page.contains("NaN"), "a figure that is none must be written as -");
        assertFalse(page.contains("http"), "nothing is loaded from anywhere");
        return new ObjectMapper().readTree(Files.readString(written.json()));
    }

    private void write(String name, double worse) {
        Configuration configuration = Configuration.load(Path.of("..", "config"), "backtest");
        try (RunWriter writer = new RunWriter(folder.resolve(name), configuration, START)) {
            for (int i = 1; i <= 120; i++) {
                double mid = 1_000.0 + i % 7;
                writer.at(START + i * 3 * SECOND).quote(0, mid - 1, mid + 1).order(0, OrderType.LIMIT, TimeInForce.IOC,
                        i % 2 == 0 ? Side.BUY : Side.SELL, mid, 0.1, 0);
                long order = writer.sequence();
                writer.at(START + i * 3 * SECOND + SECOND);
                if (i % 3 == 0) {
                    writer.cancelled(0, order, 0.1, VenueReason.IOC_REMAINDER);
                } else {
                    writer.fill(0, order, i % 2 == 0 ? Side.BUY : Side.SELL, false,
                            i % 2 == 0 ? mid + 1 + worse : mid - 1 - worse, 0.1, 0.01);
                }
            }
        }
    }
}
