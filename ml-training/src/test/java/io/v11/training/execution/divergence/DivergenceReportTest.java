package io.v11.training.execution.divergence;

import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.training.backtest.RunWriter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DivergenceReportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long WINDOW = SECOND / 10;
    private static final long START = 1_700_000_040_000_000_000L;
    private static final Configuration QUOTES = Configuration.load(Path.of("..", "config"), "backtest");

    @TempDir
    Path folder;

    @Test
    void shouldFindNothingBetweenARunAndItself() {
        writeRandom("live", 7L, 0.8, SECOND);

        DivergenceReport report = DivergenceReport.of(folder.resolve("live"), folder.resolve("live"), WINDOW,
                new Tolerance(0.0, 0.0, 0.0));

        assertTrue(report.withinTolerance());
        assertTrue(report.total().bothFilled() > 100);
        assertEquals(0, report.total().liveOnly() + report.total().simOnly() + report.total().missing()
                + report.total().extra() + report.total().pricePairs() + report.total().quantityPairs());
        assertEquals(0.0, report.total().absolutePriceBps());
        assertEquals(0.0, report.total().delayDifferenceMs());
        long profit = report.bridge().liveE8();
        assertEquals(new PnlBridge(profit, 0, 0, 0, 0, 0, 0, 0, 0, profit), report.bridge());
    }

    @Test
    void shouldBridgeProfitsByHand() {
        try (RunWriter writer = new RunWriter(folder.resolve("live"), QUOTES, START)) {
            writer.at(START + SECOND).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT, TimeInForce.IOC, Side.BUY, 101, 2,
                    0);
            long first = writer.sequence();
            writer.at(START + 2 * SECOND).fill(0, first, Side.BUY, false, 101.0, 2.0, 0.2);
            writer.at(START + 3 * SECOND).quote(0, 109.0, 111.0).order(0, OrderType.LIMIT, TimeInForce.IOC, Side.SELL,
                    109, 1, 0);
            long second = writer.sequence();
            writer.at(START + 4 * SECOND).fill(0, second, Side.SELL, false, 109.0, 1.0, 0.1);
        }
        try (RunWriter writer = new RunWriter(folder.resolve("sim"), QUOTES, START)) {
            writer.at(START + SECOND).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT, TimeInForce.IOC, Side.BUY, 101, 2,
                    0);
            long first = writer.sequence();
            writer.at(START + 2 * SECOND + SECOND / 2).fill(0, first, Side.BUY, false, 100.5, 1.5, 0.15);
            writer.at(START + 3 * SECOND).quote(0, 109.0, 111.0);
            writer.at(START + 5 * SECOND).order(0, OrderType.LIMIT, TimeInForce.IOC, Side.BUY, 111, 1, 0);
            writer.funding(0, 0.05);
        }

        DivergenceReport report = DivergenceReport.of(folder.resolve("live"), folder.resolve("sim"), WINDOW,
                Tolerance.USUAL);

        PnlBridge bridge = report.bridge();
        // 2 bought at 101, 1 sold at 109, 1 held at 110; and 1.5 bought at 100.5, held at 110
        assertEquals(e8(-202 + 109 + 110 - 0.3), bridge.liveE8());
        assertEquals(e8(-150.75 + 165 - 0.15 - 0.05), bridge.simE8());
        assertEquals(e8(0.5 * 1.5), bridge.pricesE8());
        assertEquals(e8(-0.5 * (110 - 101)), bridge.quantitiesE8());
        assertEquals(e8(-(109.0 - 110.0)), bridge.missingE8());
        assertEquals(0L, bridge.extraE8());
        assertEquals(e8(0.15), bridge.feesE8());
        assertEquals(e8(-0.05), bridge.fundingE8());
        assertEquals(0L, bridge.residualE8());
        assertEquals(1, report.total().matched());
        assertEquals(1, report.total().liveOnly());
        assertEquals(500.0, report.total().delayDifferenceMs(), 1e-9);
        assertEquals(1e4 * (100.5 - 101.0) / 101.0, report.total().meanPriceBps(), 1e-9);
        assertFalse(report.withinTolerance(), "half of the filled orders are missing");
    }

    @Test
    void shouldExplainAllOfTheDifferenceWhateverIsTraded() {
        for (long seed = 1; seed <= 5; seed++) {
            writeRandom("live" + seed, seed, 0.8, SECOND);
            writeRandom("sim" + seed, seed + 100, 0.6, 2 * SECOND);

            DivergenceReport report = DivergenceReport.of(folder.resolve("live" + seed), folder.resolve("sim" + seed),
                    WINDOW, Tolerance.USUAL);

            PnlBridge bridge = report.bridge();
            assertTrue(bridge.missingE8() != 0 && bridge.extraE8() != 0 && bridge.pricesE8() != 0
                    && bridge.quantitiesE8() != 0 && bridge.marksE8() != 0, "seed " + seed);
            assertEquals(bridge.differenceE8(),
                    bridge.marksE8() + bridge.pricesE8() + bridge.quantitiesE8() + bridge.missingE8() + bridge.extraE8()
                            + bridge.feesE8() + bridge.fundingE8() + bridge.residualE8(),
                    "seed " + seed);
            long fills = report.live().run().fillCount() + report.sim().run().fillCount();
            assertTrue(Math.abs(bridge.residualE8()) <= fills,
                    "seed " + seed + ": residual " + bridge.residualE8() + " of " + fills + " fills");
        }
    }

    @Test
    void shouldNotShiftPairsBehindAnOrderThatOnlyOneRunSent() {
        writeOrders("live", 0, 60, 120, 180);
        writeOrders("sim", 0, 50, 60, 125, 180, 400);

        DivergenceReport report = DivergenceReport.of(folder.resolve("live"), folder.resolve("sim"), WINDOW,
                Tolerance.USUAL);

        assertEquals(4, report.total().matched());
        assertEquals(0, report.total().liveOnly());
        assertEquals(2, report.total().simOnly());
        for (OrderPair pair : report.pairs()) {
            assertTrue(!pair.matched() || Math.abs(
                    pair.live().cause().timeNs() - pair.sim().cause().timeNs()) <= 5_000_000L, pair.toString());
        }
    }

    private void writeOrders(String name, int... timesMs) {
        try (RunWriter writer = new RunWriter(folder.resolve(name), QUOTES, START)) {
            for (int ms : timesMs) {
                writer.at(START + SECOND + ms * 1_000_000L).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT,
                        TimeInForce.IOC, Side.BUY, 101, 1, 0);
            }
        }
    }

    /** The same decisions for every seed, other fills. */
    private void writeRandom(String name, long seed, double filled, long delayNs) {
        Random market = new Random(11);
        Random venue = new Random(seed);
        double mid = 50_000.0;
        try (RunWriter writer = new RunWriter(folder.resolve(name), QUOTES, START)) {
            for (int i = 1; i <= 200; i++) {
                mid = Math.rint(mid * (1 + market.nextGaussian() * 2e-4) * 100) / 100;
                boolean buy = market.nextBoolean();
                long timeNs = START + i * 10 * SECOND;
                writer.at(timeNs).quote(i % 2, mid - 0.5, mid + 0.5).order(i % 2, OrderType.LIMIT, TimeInForce.IOC,
                        buy ? Side.BUY : Side.SELL, mid, 0.01, 0);
                long order = writer.sequence();
                if (venue.nextDouble() < filled) {
                    writer.at(timeNs + delayNs).fill(i % 2, order, buy ? Side.BUY : Side.SELL, false,
                            Math.rint((mid + venue.nextGaussian()) * 100) / 100, (1 + venue.nextInt(1000)) / 1e5,
                            venue.nextInt(100) / 1e4);
                }
            }
            double last = mid + venue.nextInt(100) / 10.0;
            writer.at(START + 3000 * SECOND).quote(0, last - 0.5, last + 0.5);
        }
    }

    private static long e8(double value) {
        return Math.round(value * 1e8);
    }
}
