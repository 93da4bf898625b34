package io.v11.engine.signal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.v11.config.SignalSettings.Rules;
import io.v11.engine.trading.TestSignals;
import io.v11.journal.event.Side;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** V10's rules on 25 months of hourly bars of BTCUSDT: they trade both ways, in every month, and not all the time. */
class RulesOnKlinesTest {
    private static final String SET = "binance-spot-klines-1h";
    private static final Pattern NUMBER = Pattern.compile("[0-9.]+");
    private static final long NS_PER_MS = 1_000_000L;

    @Test
    void shouldTradeBothWaysInEveryMonthButNotConstantly() throws IOException {
        RuleDrive drive = drive(TestSignals.RULES);

        Map<YearMonth, int[]> months = byMonth(drive);
        String table = table(drive, months);
        long bought = drive.trades.stream().filter(trade -> trade.side() == Side.BUY).count();
        long sold = drive.trades.size() - bought;
        double perMonth = drive.trades.size() / 25.0;
        double held = drive.decisionsHeld / (double) drive.decisions;

        assertTrue(drive.decisions > 18_000, "decisions " + drive.decisions);
        assertTrue(Math.min(bought, sold) * 5 > drive.trades.size(), table);
        assertEquals(25, months.size(), table);
        assertTrue(perMonth > 4 && perMonth < 80, table);
        assertTrue(held > 0.1 && held < 0.9, table);
    }

    @Test
    void shouldOnlyBuyWhenLongOnly() throws IOException {
        Rules base = TestSignals.RULES;
        RuleDrive drive = drive(new Rules(base.bar(), base.adx(), base.entry(), base.fade(), base.exit(),
                base.volumeRatio(), base.shockAtr(), base.stopAtr(), base.targetAtr(), base.holdBars(),
                base.minimumValid(), true));

        assertTrue(drive.trades.size() > 100, "trades " + drive.trades.size());
        assertTrue(drive.trades.stream().allMatch(trade -> trade.side() == Side.BUY));
    }

    private static RuleDrive drive(Rules rules) throws IOException {
        RuleDrive drive = new RuleDrive(rules);
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder().resolve("BTCUSDT"))) {
            files = listed.filter(path -> path.toString().endsWith(".json.gz")).sorted().toList();
        }
        for (Path file : files) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
                lines.lines().filter(line -> line.length() > 2).forEach(line -> bar(line, drive));
            }
        }
        return drive;
    }

    private static void bar(String line, RuleDrive drive) {
        Matcher matcher = NUMBER.matcher(line);
        double[] columns = new double[11];
        for (int i = 0; i < columns.length; i++) {
            assertTrue(matcher.find(), line);
            columns[i] = Double.parseDouble(matcher.group());
        }
        drive.bar((long) columns[0] * NS_PER_MS, columns[1], columns[2], columns[3], columns[4], columns[5], columns[9],
                columns[7]);
    }

    /** By month: long and short entries. */
    private static Map<YearMonth, int[]> byMonth(RuleDrive drive) {
        Map<YearMonth, int[]> months = new TreeMap<>();
        for (RuleDrive.Trade trade : drive.trades) {
            YearMonth month = YearMonth.from(Instant.ofEpochMilli(trade.openedNs() / NS_PER_MS).atZone(ZoneOffset.UTC));
            months.computeIfAbsent(month, any -> new int[2])[trade.side() == Side.BUY ? 0 : 1]++;
        }
        return months;
    }

    private static String table(RuleDrive drive, Map<YearMonth, int[]> months) {
        StringBuilder text = new StringBuilder("V10's rules on hourly BTCUSDT: %d trades, %.1f %% of the time in the "
                .formatted(drive.trades.size(), 100.0 * drive.decisionsHeld / drive.decisions))
                .append("market, %.1f bp a trade before costs%n".formatted(
                        drive.trades.stream().mapToDouble(RuleDrive.Trade::gainBps).average().orElse(0.0)));
        months.forEach((month, entries) -> text
                .append("%s  long %3d  short %3d%n".formatted(month, entries[0], entries[1])));
        return text.toString();
    }

    private static Path folder() {
        String named = System.getProperty("V11_DATA", System.getenv("V11_DATA"));
        Path found = named == null ? null : Path.of(named);
        for (Path at = Path.of("").toAbsolutePath(); found == null && at != null; at = at.getParent()) {
            found = Files.isDirectory(at.resolve("shared/data")) ? at.resolve("shared/data") : null;
        }
        Assumptions.assumeTrue(found != null && Files.isDirectory(found.resolve(SET)), "no shared data set " + SET
                + ": set V11_DATA to the folder that holds it to run this test");
        return found.resolve(SET);
    }
}
