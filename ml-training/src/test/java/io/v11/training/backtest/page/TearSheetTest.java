package io.v11.training.backtest.page;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.xml.parsers.DocumentBuilderFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

import io.v11.config.Configuration;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Regime;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TradingState;
import io.v11.training.backtest.BacktestPlan;
import io.v11.training.backtest.BacktestReport;
import io.v11.training.backtest.Made;
import io.v11.training.backtest.NamedRun;
import io.v11.training.backtest.RunWriter;
import io.v11.training.backtest.Target;
import io.v11.training.backtest.reading.ReadingSettings;
import io.v11.training.performance.luck.Trials;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TearSheetTest {
    private static final long HOUR = 3_600_000_000_000L;
    private static final long START = 1_700_002_800_000_000_000L; // a whole hour
    private static final List<String> SECTIONS = List.of("Warnings", "Targets", "Equity", "Drawdown",
            "Prices and fills", "Exposure", "Returns", "Costs", "Regimes", "Decisions and refusals", "Round trips",
            "Statistics", "How it was made");

    @TempDir
    Path folder;

    @Test
    void shouldShowEverySectionAsWellFormedXmlWithoutNaN() throws Exception {
        BacktestReport report = BacktestReport.of(plan(hours("v11", 24 * 20, 1, true), hours("v10", 24 * 20, 2, true)));

        TearSheet.Written written = TearSheet.write(report, folder.resolve("out"), "backtest");

        String page = Files.readString(written.html());
        for (String section : SECTIONS) {
            assertTrue(page.contains("<h2>" + section + "</h2>"), section);
        }
        assertFalse(page.contains("NaN"), "NaN on the page");
        assertFalse(page.contains("<script"), "a script on the page");
        assertFalse(page.contains("http://") || page.contains("https://"), "something is loaded from elsewhere");
        DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
        assertTrue(page.contains("limit 8 %"));
        assertTrue(page.contains("12 trials"));
        assertTrue(page.contains("PRICE_COLLAR"));
        assertTrue(page.contains("v11 backtest somewhere"));
        assertEquals(report.subject().run().trades().size() + 1, Files.readAllLines(written.trades()).size());
        assertEquals(report.subject().run().fills().size() + 1, Files.readAllLines(written.fills()).size());
    }

    @Test
    void shouldWriteFiguresAsJson() throws Exception {
        BacktestReport report = BacktestReport.of(plan(hours("v11", 24 * 20, 1, true), hours("v10", 24 * 20, 2, true)));

        JsonNode json = new ObjectMapper()
                .readTree(TearSheet.write(report, folder.resolve("out"), "backtest").json().toFile());

        assertEquals(12, json.get("trials").asInt());
        assertEquals(5, json.get("targets").size());
        assertEquals(2, json.get("runs").size());
        JsonNode subject = json.get("runs").get(0);
        assertEquals(report.subject().run().attribution().total().netE8(),
                subject.get("attribution").get("total").get("netE8").asLong());
        assertEquals(0, subject.get("attribution").get("residualE8").asLong());
        assertEquals(12, subject.get("returns").get("sharpe").get("trials").asInt());
        assertEquals(report.subject().returns().totalReturn(), subject.get("returns").get("totalReturn").asDouble());
    }

    @Test
    void shouldWriteTheSameBytesTwice() throws Exception {
        BacktestPlan plan = plan(hours("v11", 24 * 8, 1, true), hours("v10", 24 * 8, 2, true));

        TearSheet.Written first = TearSheet.write(BacktestReport.of(plan), folder.resolve("a"), "backtest");
        TearSheet.Written second = TearSheet.write(BacktestReport.of(plan), folder.resolve("b"), "backtest");

        assertArrayEquals(Files.readAllBytes(first.html()), Files.readAllBytes(second.html()));
        assertArrayEquals(Files.readAllBytes(first.json()), Files.readAllBytes(second.json()));
        assertArrayEquals(Files.readAllBytes(first.trades()), Files.readAllBytes(second.trades()));
        assertArrayEquals(Files.readAllBytes(first.fills()), Files.readAllBytes(second.fills()));
    }

    @Test
    void shouldSayThatNothingWasTradedWhenNothingWas() throws Exception {
        BacktestReport report = BacktestReport.of(
                BacktestPlan.of("Nothing", new NamedRun("V11", hours("idle", 24 * 10, 3, false)), List.of(),
                        Trials.single()));

        String page = Files.readString(TearSheet.write(report, folder.resolve("out"), "idle").html());

        assertTrue(report.warnings().stream().anyMatch(text -> text.startsWith("No trades")));
        assertTrue(page.contains("The run made no trade."));
        assertTrue(page.contains("No fill, so no cost."));
        assertFalse(page.contains("NaN"));
        assertEquals(Target.Outcome.UNKNOWN, report.targets().get(1).outcome());
        assertEquals(Target.Outcome.MET, report.targets().get(2).outcome(), "drawdown of nothing");
    }

    @Test
    void shouldWarnOfGapsAndOfInstrumentsWithoutData() {
        Path run = folder.resolve("gap");
        try (RunWriter writer = writer(run)) {
            writer.at(START + HOUR).bar(0, HOUR, 100, 101, 99, 100, 1);
            writer.at(START + 9 * HOUR).bar(0, HOUR, 100, 101, 99, 100, 1);
        }
        BacktestPlan plan = new BacktestPlan("Gaps", new NamedRun("V11", run), List.of(), Trials.single(), null,
                ReadingSettings.USUAL, List.of("BTCUSDT.SPOT", "ETHUSDT.SPOT"), List.of());

        List<String> warnings = BacktestReport.of(plan).warnings();

        assertTrue(warnings.stream().anyMatch(text -> text.startsWith("Gaps in the journal: 2, 7 bars missing")),
                warnings::toString);
        assertTrue(warnings.contains("Instrument without data: ETHUSDT.SPOT has no event in this range."),
                warnings::toString);
    }

    @Test
    void shouldSuspectWhatIsTooGood() {
        Path run = folder.resolve("oracle");
        try (RunWriter writer = writer(run)) {
            double price = 100.0;
            Random random = new Random(9);
            for (int i = 1; i <= 400; i++) {
                double next = price * (1 + 0.002 * random.nextGaussian());
                writer.at(START + i * HOUR).bar(0, HOUR, price, price, price, price, 1)
                        .signal(0, SignalReason.ON_TARGET, Side.NONE, Math.signum(next - price), price);
                price = next;
            }
        }

        List<String> warnings = BacktestReport
                .of(BacktestPlan.of("Oracle", new NamedRun("V11", run), List.of(), Trials.single())).warnings();

        assertTrue(warnings.stream().anyMatch(text -> text.startsWith("Suspicious: accuracy 100.0 %")),
                warnings::toString);
    }

    private BacktestPlan plan(Path subject, Path baseline) {
        return new BacktestPlan("A test & its page", new NamedRun("V11", subject),
                List.of(new NamedRun("V10 baseline", baseline)), Trials.chance(12, 1.0), null, ReadingSettings.USUAL,
                List.of(), List.of(new Made("command", "v11 backtest somewhere")));
    }

    private static RunWriter writer(Path run) {
        Configuration configuration = Configuration.load(Path.of("..", "config"), "backtest")
                .with(Map.of("decision.cadence", "HOUR_CLOSE"));
        return new RunWriter(run, configuration, START);
    }

    /** A random walk of hours, bought and sold by chance. */
    private Path hours(String name, int hours, long seed, boolean trades) {
        Path run = folder.resolve(name);
        Random random = new Random(seed);
        double price = 100.0;
        double position = 0.0;
        try (RunWriter writer = writer(run)) {
            for (int i = 1; i <= hours; i++) {
                double open = price;
                price = Math.rint(price * (1 + 0.01 * random.nextGaussian()) * 100) / 100;
                writer.at(START + i * HOUR).bar(0, HOUR, open, Math.max(open, price), Math.min(open, price), price, 50);
                writer.regime(0, i % 50 < 25 ? Regime.CALM : Regime.TURBULENT);
                boolean act = trades && random.nextInt(4) == 0;
                boolean buy = position <= 0.0;
                writer.signal(0, act ? SignalReason.PROPOSED : SignalReason.ON_TARGET, buy ? Side.BUY : Side.SELL,
                        random.nextDouble() - 0.5, price);
                if (act) {
                    boolean refused = random.nextInt(5) == 0;
                    writer.verdict(0, refused ? RiskReason.PRICE_COLLAR : RiskReason.APPROVED, TradingState.ACTIVE);
                    if (!refused) {
                        writer.order(0, OrderType.MARKET, buy ? Side.BUY : Side.SELL, price, 100, 0);
                        writer.fill(0, writer.sequence(), buy ? Side.BUY : Side.SELL, false,
                                price + (buy ? 0.02 : -0.02), 100, 5);
                        position += buy ? 100 : -100;
                    }
                }
            }
        }
        return run;
    }
}
