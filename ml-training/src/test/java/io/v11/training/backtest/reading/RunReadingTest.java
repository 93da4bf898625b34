package io.v11.training.backtest.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Regime;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TradingState;
import io.v11.training.backtest.RunWriter;
import io.v11.training.backtest.account.Attribution;
import io.v11.training.backtest.account.Part;
import io.v11.training.backtest.account.Trade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RunReadingTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_040_000_000_000L; // a whole minute
    private static final Configuration BARS = Configuration.load(Path.of("..", "config"), "backtest")
            .with(Map.of("decision.cadence", "BAR_CLOSE"));
    private static final Configuration QUOTES = Configuration.load(Path.of("..", "config"), "backtest");

    @TempDir
    Path run;

    @Test
    void shouldReckonEquityAndDrawdownByHand() {
        writeMinutes();

        RunReading reading = RunReading.of(run);

        // 100,000 - 2 x 100.5 - 0.2 + 2 x 110; then 2 x 90 and 0.3 of funding; then short 1 at 80
        AccountSeries account = reading.account();
        assertEquals(e8(100_000.0), account.equityE8()[0]);
        assertEquals(e8(100_018.8), equityAt(account, START + 2 * MINUTE));
        assertEquals(e8(99_978.8), equityAt(account, START + 3 * MINUTE));
        assertEquals(e8(99_983.7), account.equityE8()[account.points() - 1]);
        // deepest when the short that was sold at 88.5 is still marked at 90
        assertEquals(e8(99_973.7), equityAt(account, START + 3 * MINUTE + 2 * SECOND));
        assertEquals(45.1 / 100_018.8, reading.fall().fraction(), 1e-15);
        assertEquals(START + 2 * MINUTE, reading.fall().peakNs());
        assertEquals(START + 3 * MINUTE + 2 * SECOND, reading.fall().bottomNs());
        assertEquals(e8(80.0), account.grossE8()[account.points() - 1]);
        assertEquals(e8(-80.0), account.netE8()[account.points() - 1]);
    }

    @Test
    void shouldSplitProfitByCauseInstrumentAndRegime() {
        writeMinutes();

        Attribution attribution = RunReading.of(run).attribution();

        assertEquals(0L, attribution.residualE8());
        assertEquals(e8(-16.3), attribution.engineE8());
        // bought 2 at a mid of 100, sold 3 at a stop of 89, short 1 worth 80
        assertPart(attribution.total(), -13.0, 0.0, 1.0 + 1.5, 0.5, 0.3);
        assertEquals(1, attribution.instruments().size());
        assertPart(attribution.instruments().getFirst(), -13.0, 0.0, 2.5, 0.5, 0.3);
        assertEquals(List.of("CALM", "RISING"), attribution.regimes().stream().map(Part::name).toList());
        assertPart(attribution.regimes().get(0), 20.0, 0.0, 1.0, 0.2, 0.0);
        assertPart(attribution.regimes().get(1), -33.0, 0.0, 1.5, 0.3, 0.3);
    }

    @Test
    void shouldTakeHalfSpreadOutOfSlippageWhenItIsStated() {
        writeMinutes();

        Attribution attribution = RunReading.of(run, new ReadingSettings(0, 10.0)).attribution();

        assertPart(attribution.total(), -13.0, 0.2, 0.8 + 1.5, 0.5, 0.3);
        assertEquals(0L, attribution.residualE8());
    }

    @Test
    void shouldCutRoundTripsWhereThePositionTurns() {
        writeMinutes();

        List<Trade> trades = RunReading.of(run).trades();

        assertEquals(2, trades.size());
        Trade first = trades.getFirst();
        assertFalse(first.open());
        assertTrue(first.stopped());
        assertEquals(1, first.trip().side());
        assertEquals(-201.0 + 177.0 - 0.2 - 0.2 - 0.3, first.trip().pnl(), 1e-9);
        assertEquals(0.4, first.trip().fees(), 1e-9);
        assertEquals(2.0, first.trip().slippageCost(), 1e-9);
        assertEquals(0.3, first.trip().funding(), 1e-9);
        assertEquals(201.0, first.trip().notional(), 1e-9);
        assertEquals(100.5, first.entryPrice(), 1e-9);
        assertEquals(88.5, first.exitPrice(), 1e-9);
        assertEquals(Regime.CALM, first.regime());
        assertEquals(0.5, first.forecast(), 0.0);
        Trade second = trades.get(1);
        assertTrue(second.open());
        assertEquals(-1, second.trip().side());
        assertEquals(8.5 - 0.1, second.trip().pnl(), 1e-9);
        assertEquals(0.5, second.trip().slippageCost(), 1e-9);
    }

    @Test
    void shouldJudgeForecastsByTheNextBarAndCountReasons() {
        writeMinutes();

        RunReading reading = RunReading.of(run);

        // up from 100: 110, right; down from 110: 90, right; up from 90: 80, wrong
        DirectionCount judged = reading.judged();
        assertEquals(3, judged.decisions());
        assertEquals(3, judged.resolved());
        assertEquals(2, judged.hits());
        assertEquals(1, judged.ups());
        assertEquals(3, judged.apart());
        assertEquals(2, reading.nextMove().hits());
        assertEquals(Map.of("PROPOSED", 3L), reading.verdicts().signals());
        assertEquals(Map.of("APPROVED", 2L, "PRICE_COLLAR", 1L), reading.verdicts().risk());
        assertEquals(1, reading.verdicts().refused());
        assertEquals(2, reading.verdicts().orders());
        assertEquals(TradingState.REDUCING, reading.verdicts().states().getFirst().state());
        assertEquals(2 * MINUTE, reading.regimes().getFirst().heldNs()[Regime.RISING.value()]);
        assertEquals(MINUTE, reading.regimes().getFirst().heldNs()[Regime.CALM.value()]);
    }

    @Test
    void shouldMeasureTakersByTheFarTouchAndMakersByTheirOwn() {
        try (RunWriter writer = new RunWriter(run, QUOTES, START)) {
            writer.at(START + SECOND).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT, Side.BUY, 101.0, 1.0, 0.0);
            long buy = writer.sequence();
            writer.at(START + 2 * SECOND).fill(0, buy, Side.BUY, false, 101.5, 1.0, 0.1);
            writer.at(START + 3 * SECOND).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT, Side.SELL, 101.0, 1.0, 0.0);
            long sell = writer.sequence();
            writer.at(START + 4 * SECOND).fill(0, sell, Side.SELL, true, 101.0, 1.0, 0.1);
        }

        RunReading reading = RunReading.of(run);

        assertEquals(e8(1.0), reading.fills().get(0).spreadE8());
        assertEquals(e8(0.5), reading.fills().get(0).slippageE8());
        assertEquals(e8(-1.0), reading.fills().get(1).spreadE8());
        assertEquals(0L, reading.fills().get(1).slippageE8());
        assertPart(reading.attribution().total(), 0.0, 0.0, 0.5, 0.2, 0.0);
    }

    @Test
    void shouldReportMissingBarsLostFeedsAndInstrumentsWithoutData() {
        try (RunWriter writer = new RunWriter(run, BARS, START)) {
            writer.at(START + MINUTE).bar(0, MINUTE, 100, 101, 99, 100, 1);
            writer.at(START + 4 * MINUTE).bar(0, MINUTE, 100, 101, 99, 100, 0);
            writer.feed(0, false).at(START + 5 * MINUTE).feed(0, true);
        }

        RunReading reading = RunReading.of(run);

        assertEquals(2, reading.gapCount());
        assertEquals(new DataGap("BTCUSDT.SPOT", START + MINUTE, START + 3 * MINUTE, 2, "bars of 1 min missing"),
                reading.gaps().get(0));
        assertEquals(new DataGap("BTCUSDT.SPOT", START + 4 * MINUTE, START + 5 * MINUTE, 0, "feed lost"),
                reading.gaps().get(1));
        assertEquals(1, reading.instruments().get(0).zeroVolumeBars());
        assertEquals(2, reading.instruments().get(0).missingBars());
        assertEquals(0, reading.instruments().get(1).events());
    }

    @Test
    void shouldMeasureAgainstTheMarketAtTheFillWhenThereIsNoDerivedLog() throws IOException {
        writeMinutes();
        try (Stream<Path> files = Files.walk(run.resolve("derived"))) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> assertTrue(file.toFile().delete()));
        }

        RunReading reading = RunReading.of(run);

        assertFalse(reading.derived());
        assertEquals(e8(-16.3), reading.attribution().engineE8());
        assertEquals(0L, reading.attribution().residualE8());
        // 2 x (100.5 - 100), and 3 sold at 88.5 while the last bar closed at 90
        assertEquals(e8(1.0 + 4.5), reading.attribution().total().slippageE8());
        assertEquals(0, reading.judged().decisions());
        assertEquals(0, reading.verdicts().decisions());
    }

    @Test
    void shouldSumExactlyWhateverIsTraded() {
        long seed = 20_240_131L;
        Random random = new Random(seed);
        double cash = 0.0;
        double[] position = new double[2];
        double[] price = {50_000.0, 3_000.0};
        try (RunWriter writer = new RunWriter(run, BARS, START)) {
            for (int i = 1; i <= 400; i++) {
                writer.at(START + i * MINUTE);
                for (int k = 0; k < 2; k++) {
                    price[k] = Math.rint(price[k] * (1 + random.nextGaussian() * 0.003) * 100) / 100;
                    writer.bar(k, MINUTE, price[k], price[k], price[k], price[k], 1);
                    writer.regime(k, Regime.get((short) random.nextInt(5)));
                    writer.order(k, OrderType.LIMIT, Side.BUY, price[k], 1, 0);
                    long order = writer.sequence();
                    boolean buy = random.nextBoolean();
                    double quantity = (1 + random.nextInt(999)) / 1e5;
                    double paid = Math.rint(price[k] * (1 + random.nextGaussian() * 1e-4) * 100) / 100;
                    double fee = random.nextInt(100) / 1e4;
                    writer.fill(k, order, buy ? Side.BUY : Side.SELL, random.nextBoolean(), paid, quantity, fee);
                    cash -= (buy ? 1 : -1) * paid * quantity + fee;
                    position[k] += buy ? quantity : -quantity;
                    if (random.nextInt(10) == 0) {
                        double funding = (random.nextInt(100) - 50) / 1e4;
                        writer.funding(k, funding);
                        cash -= funding;
                    }
                }
            }
        }

        RunReading reading = RunReading.of(run, new ReadingSettings(0, 3.0));

        Attribution attribution = reading.attribution();
        double naive = cash + position[0] * price[0] + position[1] * price[1];
        assertEquals(naive, attribution.engineE8() / 1e8, 1e-4, () -> "seed " + seed);
        assertEquals(0L, attribution.residualE8(), () -> "seed " + seed);
        assertEquals(attribution.total().netE8(), attribution.instruments().stream().mapToLong(Part::netE8).sum());
        assertEquals(attribution.total().netE8(), attribution.regimes().stream().mapToLong(Part::netE8).sum());
        assertEquals(attribution.total().slippageE8(),
                attribution.regimes().stream().mapToLong(Part::slippageE8).sum());
        // Funding that falls between two trips belongs to none; here positions are hardly ever flat.
        double trips = reading.trades().stream().mapToDouble(trade -> trade.trip().pnl()).sum();
        assertEquals(attribution.engineE8() / 1e8, trips, 2e-2, () -> "seed " + seed);
    }

    private void writeMinutes() {
        try (RunWriter writer = new RunWriter(run, BARS, START)) {
            writer.at(START + MINUTE).bar(0, MINUTE, 100, 100, 100, 100, 5).regime(0, Regime.CALM)
                    .signal(0, SignalReason.PROPOSED, Side.BUY, 0.5, 100)
                    .verdict(0, RiskReason.APPROVED, TradingState.ACTIVE)
                    .order(0, OrderType.LIMIT, Side.BUY, 101, 2, 0);
            long buy = writer.sequence();
            writer.at(START + MINUTE + SECOND).fill(0, buy, Side.BUY, false, 100.5, 2, 0.2);
            writer.at(START + 2 * MINUTE).bar(0, MINUTE, 100, 110, 100, 110, 5).regime(0, Regime.RISING)
                    .signal(0, SignalReason.PROPOSED, Side.SELL, -0.4, 110)
                    .verdict(0, RiskReason.PRICE_COLLAR, TradingState.ACTIVE);
            writer.at(START + 3 * MINUTE).bar(0, MINUTE, 110, 110, 90, 90, 5)
                    .signal(0, SignalReason.PROPOSED, Side.BUY, 0.1, 90)
                    .verdict(0, RiskReason.APPROVED, TradingState.REDUCING)
                    .order(0, OrderType.STOP, Side.SELL, 80, 3, 89);
            long stop = writer.sequence();
            writer.at(START + 3 * MINUTE + SECOND).funding(0, 0.3);
            writer.at(START + 3 * MINUTE + 2 * SECOND).fill(0, stop, Side.SELL, false, 88.5, 3, 0.3);
            writer.at(START + 4 * MINUTE).bar(0, MINUTE, 90, 90, 80, 80, 5);
        }
    }

    private static void assertPart(Part part, double gross, double spread, double slippage, double fees,
            double funding) {
        assertEquals(e8(gross), part.grossE8(), part.name() + " gross");
        assertEquals(e8(spread), part.spreadE8(), part.name() + " spread");
        assertEquals(e8(slippage), part.slippageE8(), part.name() + " slippage");
        assertEquals(e8(fees), part.feesE8(), part.name() + " fees");
        assertEquals(e8(funding), part.fundingE8(), part.name() + " funding");
    }

    private static long equityAt(AccountSeries account, long timeNs) {
        for (int i = account.points() - 1; i >= 0; i--) {
            if (account.timesNs()[i] <= timeNs) {
                return account.equityE8()[i];
            }
        }
        throw new AssertionError("no point at or before " + timeNs);
    }

    private static long e8(double value) {
        return Math.round(value * 1e8);
    }
}
