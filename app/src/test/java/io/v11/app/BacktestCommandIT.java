package io.v11.app;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The whole command over two months of synthetic hours: what it writes, what it counts, what it refuses and what it only warns of. */
class BacktestCommandIT {
    static final String HOURS = " --profile hours --set signal.sleeves.members=[EMA_BLEND]"
            + " --set signal.sleeves.warmUpBars=200 --set signal.sleeves.volatilityBars=100"
            + " --set signal.sleeves.riskBars=100 ";
    private static final int MONTHS = 1_440;
    /** 2024-08-08 00:00 UTC: the models that ship were trained on minutes of that day. */
    private static final long TRAINED_NS = 1_723_075_200_000_000_000L;

    @TempDir
    private Path folder;
    private CommandRun command;

    @BeforeEach
    void home() throws IOException {
        command = CommandRun.in(folder);
    }

    @AfterEach
    void leave() throws IOException {
        command.close();
    }

    private Path journal() {
        return new HourlyJournal(MONTHS).write(folder.resolve("journal"));
    }

    @Test
    void shouldReportTheRunBesideItsComparisonsAndCountItOnce() throws IOException {
        Path journal = journal();
        Path out = folder.resolve("out");

        CommandRun.Answer first = command.execute("backtest " + journal + HOURS + "--out " + out);

        assertEquals(ExitCode.OK, first.exitCode(), first.text());
        for (String name : List.of("tearsheet.html", "tearsheet.json", "tearsheet-trades.csv", "tearsheet-fills.csv")) {
            assertTrue(Files.size(out.resolve(name)) > 100, name);
        }
        JsonNode report = new ObjectMapper().readTree(Files.readString(out.resolve("tearsheet.json")));
        List<String> runs = List.of("V11", "V10 rules", "buy and hold", "EMA blend", "random entries");
        assertEquals(runs, Stream.iterate(0, i -> i + 1).limit(report.get("runs").size())
                .map(i -> report.get("runs").get(i).get("name").asText()).toList());
        assertEquals(5, report.get("targets").size());
        for (JsonNode target : report.get("targets")) {
            assertEquals(runs, target.get("reached").findValuesAsText("run"));
        }
        for (String run : runs) {
            assertTrue(first.text().contains("\n" + run + "\n"), run);
        }
        assertTrue(first.text().contains("Maximum drawdown"), first.text());
        assertEquals(1, report.get("trials").asInt());
        assertTrue(Files.readAllLines(out.resolve("tearsheet-fills.csv")).size() > 20);

        CommandRun.Answer again = command.execute("backtest " + journal + HOURS + "--no-rivals --out " + out + "-2");
        assertEquals(ExitCode.OK, again.exitCode(), again.text());
        assertTrue(command.execute("trials count " + journal).text().startsWith("1 trials in 1 ledgers"));
        assertEquals(-1, Files.mismatch(out.resolve("tearsheet-fills.csv"),
                out.resolveSibling("out-2").resolve("tearsheet-fills.csv")));

        command.execute(
                "backtest " + journal + HOURS + "--set signal.sleeves.risk=0.04 --no-rivals --out " + out + "-3");
        assertTrue(command.execute("trials count " + journal).text().startsWith("2 trials in 2 ledgers"));
        assertTrue(command.execute("trials count " + journal + " --until 2019-01-01T00:30:00Z").text()
                .contains("no data in the range"));

        CommandRun.Answer same = command.execute("backtest " + journal + HOURS + "--out " + out);
        assertEquals(ExitCode.USAGE, same.exitCode());
        assertTrue(same.text().contains("holds a backtest already"), same.text());
    }

    @Test
    void shouldWarmUpBeforeTheFirstDayAndTradeFromThereOn() throws IOException {
        Path out = folder.resolve("out");

        CommandRun.Answer answer = command.execute("backtest " + journal() + HOURS
                + "--from 2019-01-20 --until 2019-02-10T12:00:00Z --no-rivals --json --out " + out);

        assertEquals(ExitCode.OK, answer.exitCode(), answer.text());
        JsonNode run = new ObjectMapper().readTree(answer.text()).get("runs").get(0);
        assertEquals("V11", run.get("name").asText());
        List<String> fills = Files.readAllLines(out.resolve("tearsheet-fills.csv"));
        assertTrue(fills.size() > 3, "fills " + fills.size());
        for (String fill : fills.subList(1, fills.size())) {
            String utc = fill.substring(0, fill.indexOf(','));
            assertTrue(utc.compareTo("2019-01-20 00:00") >= 0 && utc.compareTo("2019-02-10 12:00:01") < 0, fill);
        }
        // 200 hours of warming up lie before the first day, so that it trades on the first day.
        assertTrue(fills.get(1).startsWith("2019-01-20 0"), fills.get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "JOURNAL --set signal.sleeves.riks=0.1 | signal.sleeves.riks",
        "JOURNAL --set signal.sleeves.risk=much | much",
        "JOURNAL --profile nowhere | no profile 'nowhere'",
        "JOURNAL --from 2021-01-01 | no data in the range asked for: it holds 2019-01-01T01:00:00Z to 2019-01-02T00:00:00Z",
        "JOURNAL --until 2018-01-01 | no data in the range asked for",
        "JOURNAL --from 2019-01-02 --until 2019-01-01 | --from 2019-01-02 is not before --until 2019-01-01",
        "JOURNAL --from yesterday | --from: 'yesterday' is neither a day such as 2024-01-01 nor a UTC time",
        "JOURNAL --set risk.order.maximumNotional=60000 | risk.exposure.maximumInstrument=50000",
        "JOURNAL --set risk.breakers.maximumDrawdownFraction=0.2 | risk.breakers.maximumDrawdownFraction",
        "JOURNAL --set risk.breakers.dailyLossFraction=0.09 | risk.breakers.maximumDrawdownFraction=0.08",
        "/nowhere/journal | v11 import --to /nowhere/journal"})
    void shouldRefuseWithAReason(String arguments, String reason) throws IOException {
        Path journal = new HourlyJournal(24).write(folder.resolve("journal"));

        CommandRun.Answer answer = command.execute("backtest "
                + arguments.replace("JOURNAL", journal + (arguments.contains("--profile") ? "" : " --profile hours")));

        assertEquals(ExitCode.USAGE, answer.exitCode());
        assertTrue(answer.text().contains(reason), answer.text());
        assertTrue(!answer.text().contains("\tat "), answer.text());
        assertTrue(Files.notExists(command.home().resolve("runs/trials")), "what is refused is no trial");
    }

    @Test
    void shouldRefuseAModelThatHasSeenTheRange() {
        Path journal = new HourlyJournal(48, TRAINED_NS).write(folder.resolve("journal"));

        for (String profile : List.of("backtest",
                "hours --set models.members=[logistic/1] --set models.degradation=[{\"family\":\"logistic\",\"costUs\":1.0}]")) {
            CommandRun.Answer seen = command.execute("backtest " + journal + " --profile " + profile);
            assertEquals(ExitCode.USAGE, seen.exitCode(), seen.text());
            assertTrue(seen.text().contains("has seen what is to be tested: its train (BTCUSDT.")
                    && seen.text().contains("give --from 2024-08-08T23:5"), seen.text());
        }
        CommandRun.Answer later = command.execute("backtest " + journal
                + " --from 2024-08-09 --no-rivals --out " + folder.resolve("later"));
        assertEquals(ExitCode.OK, later.exitCode(), later.text());
    }

    @Test
    void shouldSayThatAJournalIsDamaged() throws IOException {
        Path journal = new HourlyJournal(200).write(folder.resolve("journal"));
        try (Stream<Path> files = Files.list(journal.resolve("input"))) {
            Path log = files.filter(file -> file.toString().endsWith(".cq4")).findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(log);
            int bar = indexOf(bytes, HourlyJournal.hourNs(100));
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
                file.seek(bar);
                file.write(bytes[bar] ^ 4);
            }
        }

        CommandRun.Answer answer = command.execute("backtest " + journal + HOURS);

        assertEquals(ExitCode.JOURNAL_CORRUPT, answer.exitCode(), answer.text());
        assertTrue(answer.text().contains("v11 journal repair") || answer.text().contains("journal"), answer.text());
    }

    @Test
    void shouldOnlyWarnOfGapsOfQuietBarsAndOfAnInstrumentThatEnds() {
        Path journal = new HourlyJournal(MONTHS).missing(500, 520).quiet(700, 705).lastInstrumentUntil(900)
                .write(folder.resolve("journal"));

        CommandRun.Answer answer = command.execute("backtest " + journal + HOURS + "--no-rivals --out "
                + folder.resolve("out"));
        CommandRun.Answer without = command.execute("backtest " + journal + HOURS
                + "--from 2019-02-15 --no-rivals --out " + folder.resolve("later"));

        assertEquals(ExitCode.OK, answer.exitCode(), answer.text());
        assertTrue(answer.text().contains("Gaps in the journal: 4, 60 bars missing"), answer.text());
        assertTrue(answer.text().contains("Bars without volume: 5 of 1,420 of BTCUSDT.USDM"), answer.text());
        assertTrue(answer.text().contains("SOLUSDT.USDM has data from 2019-01-01"), answer.text());
        assertEquals(ExitCode.OK, without.exitCode(), without.text());
        assertTrue(without.text().contains("Instrument without data: SOLUSDT.USDM has no event in this range"),
                without.text());
    }

    private static int indexOf(byte[] bytes, long value) {
        for (int i = 0; i + Long.BYTES <= bytes.length; i++) {
            int same = 0;
            while (same < Long.BYTES && bytes[i + same] == (byte) (value >>> 8 * same)) {
                same++;
            }
            if (same == Long.BYTES) {
                return i;
            }
        }
        throw new IllegalStateException("no such bar");
    }
}
