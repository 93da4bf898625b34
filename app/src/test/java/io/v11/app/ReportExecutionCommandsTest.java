package io.v11.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReportExecutionCommandsTest {
    @TempDir
    private static Path folder;

    private final StringWriter said = new StringWriter();

    @BeforeAll
    static void playTheRecording() {
        Configuration configuration = Bundled.configuration("backtest", null, null);
        Bundled.run(configuration, folder.resolve("taker"));
        Bundled.run(configuration.with(Map.of("venue.orderLatency.us", "50000", "venue.reportLatency.us", "50000")),
                folder.resolve("slow"));
        Bundled.run(configuration.with(Map.of("signal.order.timeInForce", "POST_ONLY", "signal.order.coolDownMs",
                "200")), folder.resolve("maker"));
    }

    @BeforeEach
    void home() {
        System.setProperty("v11.home", Bundled.ROOT.toString());
    }

    @Test
    void shouldSumCostsOfARunToItsProfit() throws Exception {
        for (String run : List.of("taker", "maker")) {
            assertEquals(ExitCode.OK, execute("tca", path(run), "--out", path("out-" + run)), said.toString());
            JsonNode costs = json("out-" + run, "tca");

            JsonNode attribution = costs.get("attribution");
            assertEquals(0L, attribution.get("residualE8").asLong());
            assertTrue(attribution.get("engineE8").asLong() < 0, "it pays fees for nothing");
            JsonNode total = costs.get("total").get("figures");
            assertEquals(attribution.get("total").get("feesE8").asLong(), total.get("feesE8").asLong());
            assertEquals(attribution.get("total").get("fills").asLong(), total.get("fills").asLong());
            assertTrue(total.get("orders").asLong() > 500, total.toString());
            long spread = total.get("spreadE8").asLong();
            assertTrue(run.equals("taker") ? spread > 0 : spread < 0,
                    "takers pay the spread, makers earn it: " + spread);
        }
    }

    @Test
    void shouldFindARunEqualToItselfAndExplainAllThatLatencyChanges() throws Exception {
        assertEquals(ExitCode.OK, execute("divergence", path("taker"), path("taker"), "--max-unmatched", "0",
                "--max-price-bps", "0", "--max-pnl-bps", "0", "--out", path("same")), said.toString());
        assertEquals(ExitCode.FAILED,
                execute("divergence", path("taker"), path("slow"), "--out", path("apart")), said.toString());

        JsonNode same = json("same", "divergence").get("total");
        assertEquals(0, same.get("missing").asInt() + same.get("extra").asInt() + same.get("pricePairs").asInt());
        JsonNode report = json("apart", "divergence");
        assertEquals(96.0, report.get("total").get("delayDifferenceMs").asDouble(), 1e-6);
        assertTrue(report.get("total").get("missing").asInt() > 0 && report.get("total").get("extra").asInt() > 0);
        assertTrue(Math.abs(report.get("bridge").get("residualE8").asLong()) <= 2_000,
                "no more than a unit of rounding a fill: " + report.get("bridge"));
    }

    @Test
    void shouldFitModelsOnTheRunsThatHaveTheOrders() throws Exception {
        assertEquals(ExitCode.OK, execute("calibration", path("taker"), path("maker"), "--out", path("fit")),
                said.toString());

        JsonNode fit = json("fit", "calibration");
        assertEquals("", fit.get("fill").get("missing").asText());
        double brier = fit.get("fill").get("brier").asDouble();
        assertTrue(brier > 0.0 && brier < 0.25, "Brier " + brier);
        // The simulated venue knew which queue model it was using; the report finds it from the fills alone.
        JsonNode queue = fit.get("queue");
        assertEquals("TRADES", queue.get("scores").get(0).get("model").asText());
        assertTrue(queue.get("scores").get(0).get("logLikelihood").asDouble() > queue.get("scores").get(1)
                .get("logLikelihood").asDouble() + 10.0, queue.toString());
        // Orders at the touch pay the half spread and no more: a model that knew less would be broken.
        assertTrue(fit.get("slippage").get("r2").asDouble() > 0.99, fit.get("slippage").toString());
    }

    @Test
    void shouldSayWhatItCannotMeasure() {
        assertEquals(ExitCode.USAGE, execute("calibration", path("none"), "--out", path("few")));
        assertTrue(said.toString().contains("no journal in"), said.toString());
        assertEquals(ExitCode.USAGE, execute("tca", path("taker"), "--horizons", "3,1", "--out", path("few")));
        assertTrue(said.toString().contains("rising"), said.toString());
        assertEquals(ExitCode.USAGE, execute("divergence", path("taker"), path("slow"), "--max-unmatched", "2"));
        assertTrue(said.toString().contains("from 0 to 1"), said.toString());
    }

    private static String path(String name) {
        return folder.resolve(name).toString();
    }

    private static JsonNode json(String out, String name) throws Exception {
        assertTrue(Files.size(folder.resolve(out).resolve(name + ".html")) > 5_000);
        return new ObjectMapper().readTree(Files.readString(folder.resolve(out).resolve(name + ".json")));
    }

    private int execute(String... arguments) {
        List<String> words = new ArrayList<>(List.of("report"));
        words.addAll(List.of(arguments));
        PrintWriter writer = new PrintWriter(said, true);
        return V11.commandLine().setOut(writer).setErr(writer).execute(words.toArray(new String[0]));
    }
}
