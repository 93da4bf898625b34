package io.v11.engine.risk.tail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The constants, measured again from the recorded minutes by looking at every pair of minutes. */
class StressEventTest {
    private static final String SET = "binance-spot-klines-1m-stress";

    @ParameterizedTest
    @CsvSource({"BTC, 2022-05-07, LUNA", "ETH, 2022-05-07, LUNA", "SOL, 2022-05-07, LUNA", "BTC, 2022-11-06, FTX",
        "ETH, 2022-11-06, FTX", "SOL, 2022-11-06, FTX"})
    void shouldBeWhatTheRecordedMinutesSay(String asset, LocalDate first, String event) throws IOException {
        double[][] minutes = minutes(asset + "USDT", first);

        for (int hours : new int[]{1, 24}) {
            double fall = StressEvent.valueOf(event + "_FALL_" + hours + "H").move(asset);
            double rise = StressEvent.valueOf(event + "_RISE_" + hours + "H").move(asset);

            assertEquals(worstFall(minutes, hours * 60), fall, 5.1e-7);
            assertEquals(worstRise(minutes, hours * 60), rise, 5.1e-7);
        }
    }

    private static double worstFall(double[][] minutes, int window) {
        double worst = 0.0;
        for (int end = 1; end < minutes.length; end++) {
            for (int start = Math.max(0, end - window); start < end; start++) {
                worst = Math.min(worst, minutes[end][1] / minutes[start][0] - 1.0);
            }
        }
        return worst;
    }

    private static double worstRise(double[][] minutes, int window) {
        double worst = 0.0;
        for (int end = 1; end < minutes.length; end++) {
            for (int start = Math.max(0, end - window); start < end; start++) {
                worst = Math.max(worst, minutes[end][0] / minutes[start][1] - 1.0);
            }
        }
        return worst;
    }

    /** High and low of each minute of seven days. */
    private static double[][] minutes(String symbol, LocalDate first) throws IOException {
        List<double[]> minutes = new ArrayList<>();
        for (int day = 0; day < 7; day++) {
            Path zip = folder().resolve(symbol).resolve(symbol + "-1m-" + first.plusDays(day) + ".zip");
            try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
                entries.getNextEntry();
                new BufferedReader(new InputStreamReader(entries, StandardCharsets.US_ASCII)).lines()
                        .map(line -> line.split(",")).map(columns -> new double[]{Double.parseDouble(columns[2]),
                            Double.parseDouble(columns[3])})
                        .forEach(minutes::add);
            }
        }
        return minutes.toArray(double[][]::new);
    }

    private static Path folder() {
        String stated = System.getProperty("V11_DATA", System.getenv("V11_DATA"));
        Path at = Path.of("").toAbsolutePath();
        while (stated == null && at != null && !Files.isDirectory(at.resolve("shared/data"))) {
            at = at.getParent();
        }
        Path data = stated != null ? Path.of(stated) : at == null ? Path.of("missing") : at.resolve("shared/data");
        Assumptions.assumeTrue(Files.isDirectory(data.resolve(SET)), "no shared data set " + SET
                + ": set V11_DATA to the folder that holds it to run this test");
        return data.resolve(SET);
    }
}
