package io.v11.training.execution;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToLongFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;
import io.v11.training.backtest.RunWriter;
import io.v11.training.backtest.account.Attribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TcaReportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long START = 1_700_000_040_000_000_000L;
    private static final Configuration QUOTES = Configuration.load(Path.of("..", "config"), "backtest");

    @TempDir
    Path run;

    @Test
    void shouldReckonShortfallByHand() {
        try (RunWriter writer = new RunWriter(run, QUOTES, START)) {
            writer.at(START + SECOND).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT, TimeInForce.IOC, Side.BUY, 102.0,
                    3.0, 0.0);
            long buy = writer.sequence();
            writer.at(START + 2 * SECOND).fill(0, buy, Side.BUY, false, 101.5, 1.0, 0.1)
                    .cancelled(0, buy, 2.0, VenueReason.IOC_REMAINDER);
            writer.at(START + 30 * SECOND).quote(0, 103.0, 105.0);
            writer.at(START + 61 * SECOND).quote(0, 107.0, 109.0);
            writer.at(START + 61 * SECOND + 1).quote(0, 200.0, 202.0);
        }

        TcaReport report = TcaReport.of(run, null);

        CostGroup total = report.total();
        assertEquals(1, total.orders());
        assertEquals(0, total.filledOrders());
        assertEquals(e8(300.0), total.wantedE8());
        assertEquals(e8(1.0), total.spreadE8());
        assertEquals(e8(0.5), total.slippageE8());
        assertEquals(e8(0.1), total.feesE8());
        // two units short while the mid rose from 100 to 108 within the minute; what came after it does not count
        assertEquals(e8(16.0), total.opportunityE8());
        assertEquals(17.6 / 300.0 * 1e4, total.shortfallBps(), 1e-9);
        assertEquals(1000.0, total.medianFillMs(), 1e-9);
    }

    @Test
    void shouldTakeTheLastPriceAtOrBeforeEachHorizonForMarkouts() {
        try (RunWriter writer = new RunWriter(run, QUOTES, START)) {
            writer.at(START).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT, TimeInForce.IOC, Side.SELL, 99.0, 1.0, 0);
            long sell = writer.sequence();
            writer.at(START + SECOND).fill(0, sell, Side.SELL, false, 99.0, 1.0, 0.0);
            writer.at(START + SECOND + SECOND / 10).quote(0, 97.0, 99.0);
            writer.at(START + 2 * SECOND + 1).quote(0, 95.0, 97.0);
            writer.at(START + 5 * SECOND).quote(0, 101.0, 103.0);
        }

        List<Markout> markouts = TcaReport.of(run, null).total().markouts();

        assertEquals(1e4 * (99.0 - 98.0) / 99.0, markouts.get(0).meanBps(), 1e-9,
                "0.1 s, the quote of that very moment");
        assertEquals(1e4 * (99.0 - 98.0) / 99.0, markouts.get(2).meanBps(), 1e-9, "1 s, before the next quote");
        assertEquals(1e4 * (99.0 - 96.0) / 99.0, markouts.get(3).meanBps(), 1e-9, "3 s");
        assertEquals(0, markouts.get(4).fills(), "10 s: the run has ended");
        assertEquals(1, markouts.get(4).unknown());
    }

    @Test
    void shouldGiveNoMarkoutBelowABarWhenThereAreNoQuotes() {
        Configuration bars = QUOTES.with(Map.of("decision.cadence", "BAR_CLOSE"));
        try (RunWriter writer = new RunWriter(run, bars, START)) {
            writer.at(START + MINUTE).bar(0, MINUTE, 100, 100, 100, 100, 5).order(0, OrderType.MARKET, Side.BUY, 101, 1,
                    0);
            long buy = writer.sequence();
            writer.at(START + MINUTE + SECOND).fill(0, buy, Side.BUY, false, 100.0, 1, 0.0);
            for (int i = 2; i <= 5; i++) {
                writer.at(START + i * MINUTE).bar(0, MINUTE, 100, 100 + i, 100, 100 + i, 5);
            }
        }

        TcaReport report = TcaReport.of(run, null);

        for (Markout markout : report.total().markouts()) {
            assertEquals(markout.horizonNs() >= MINUTE && markout.horizonNs() <= 3 * MINUTE ? 1 : 0, markout.fills(),
                    "horizon " + Spans.of(markout.horizonNs()));
        }
        Markout bar = report.total().markouts().stream().filter(of -> of.horizonNs() == MINUTE).findFirst()
                .orElseThrow();
        assertEquals(200.0, bar.meanBps(), 1e-9);
        assertTrue(report.notes().stream().anyMatch(note -> note.contains("bars of 60 s and no quotes")),
                report.notes().toString());
    }

    @Test
    void shouldSumToTheProfitAndToTheTotalInEveryTableWhateverIsTraded() {
        long seed = 20_261_128L;
        Random random = new Random(seed);
        double mid = 50_000.0;
        try (RunWriter writer = new RunWriter(run, QUOTES, START)) {
            for (int i = 1; i <= 600; i++) {
                mid = Math.rint(mid * (1 + random.nextGaussian() * 2e-4) * 100) / 100;
                boolean buy = random.nextBoolean();
                boolean maker = random.nextBoolean();
                writer.at(START + i * 37 * SECOND).quote(i % 2, mid - 0.5, mid + 0.5).order(i % 2, OrderType.LIMIT,
                        maker ? TimeInForce.POST_ONLY : TimeInForce.IOC, buy ? Side.BUY : Side.SELL, mid,
                        (1 + random.nextInt(999)) / 1e4, 0);
                long order = writer.sequence();
                writer.at(START + i * 37 * SECOND + SECOND);
                if (random.nextInt(3) > 0) {
                    writer.fill(i % 2, order, buy ? Side.BUY : Side.SELL, maker,
                            Math.rint((mid + random.nextGaussian()) * 100) / 100, (1 + random.nextInt(99)) / 1e6,
                            random.nextInt(100) / 1e4);
                }
                writer.cancelled(i % 2, order, 0.0, VenueReason.REQUESTED);
                if (random.nextInt(20) == 0) {
                    writer.funding(i % 2, (random.nextInt(100) - 50) / 1e4);
                }
            }
        }

        TcaReport report = TcaReport.of(run, null);

        Attribution attribution = report.reading().run().attribution();
        assertEquals(0L, attribution.residualE8(), "seed " + seed);
        assertEquals(attribution.engineE8() / 1e8, attribution.total().netE8() / 1e8, 1e-8);
        assertEquals(attribution.total().spreadE8(), report.total().spreadE8());
        assertEquals(attribution.total().slippageE8(), report.total().slippageE8());
        assertEquals(attribution.total().feesE8(), report.total().feesE8());
        assertEquals(6, report.tables().size());
        for (TcaReport.Table table : report.tables()) {
            List<ToLongFunction<CostGroup>> figures = List.of(CostGroup::orders, CostGroup::fills, CostGroup::wantedE8,
                    CostGroup::tradedE8, CostGroup::opportunityE8, CostGroup::shortfallE8);
            for (ToLongFunction<CostGroup> figure : figures) {
                assertEquals(figure.applyAsLong(report.total()), table.groups().stream().mapToLong(figure).sum(),
                        table.title());
            }
        }
    }

    @Test
    void shouldRefuseHorizonsThatDoNotRise() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> new TcaSettings(new long[]{SECOND, SECOND}, SECOND));

        assertTrue(refused.getMessage().contains("rising"), refused.getMessage());
    }

    private static long e8(double value) {
        return Math.round(value * 1e8);
    }
}
