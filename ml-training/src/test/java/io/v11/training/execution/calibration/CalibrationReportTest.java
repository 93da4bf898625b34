package io.v11.training.execution.calibration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;
import io.v11.training.backtest.RunWriter;
import io.v11.training.execution.order.OrderReading;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CalibrationReportTest {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;
    private static final long START = 1_700_000_040_000_000_000L;
    private static final Configuration QUOTES = Configuration.load(Path.of("..", "config"), "backtest")
            .with(Map.of("execution.orderLifeMs", "2000"));

    @TempDir
    Path run;

    @Test
    void shouldFindThatDistancePreventsFillsOutOfSample() {
        long seed = 5L;
        writeResting(seed, true);

        FillCalibration fill = CalibrationReport.of(List.of(run)).fill();

        assertTrue(fill.fitted(), fill.missing());
        assertTrue(fill.gain() > 2.0 * fill.gainError(), "gain " + fill.gain() + " error " + fill.gainError());
        FillCalibration.Input distance = fill.inputs().getFirst();
        assertTrue(distance.slope() < -0.5, distance.toString());
        assertEquals(600, fill.learning() + fill.judging() + fill.straddled());
        assertTrue(fill.learning() >= 390 && fill.judging() >= 195, fill.toString());
    }

    @Test
    void shouldGainNothingWhenFillsAreChance() {
        writeResting(6L, false);

        FillCalibration fill = CalibrationReport.of(List.of(run)).fill();

        assertTrue(fill.fitted(), fill.missing());
        assertTrue(fill.gain() < 2.0 * fill.gainError(), "gain " + fill.gain() + " error " + fill.gainError());
    }

    @Test
    void shouldNotAskOrdersBeyondTheirPlannedLife() {
        try (RunWriter writer = new RunWriter(run, QUOTES, START)) {
            writer.at(START).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT, TimeInForce.POST_ONLY, Side.BUY, 99, 1, 0);
            long filled = writer.sequence();
            writer.at(START + 300 * MS).fill(0, filled, Side.BUY, true, 99.0, 1.0, 0.0);
            writer.at(START + SECOND).quote(0, 99.0, 101.0).order(0, OrderType.LIMIT, TimeInForce.POST_ONLY, Side.BUY,
                    99, 1, 0);
            long early = writer.sequence();
            writer.at(START + SECOND + 600 * MS).cancelled(0, early, 1.0, VenueReason.REQUESTED);
        }
        var orders = OrderReading.of(run, new long[]{SECOND}, SECOND).orders();

        RestingOutcomes rows = RestingOutcomes.of(orders);

        // 0.1 and 0.2 s unfilled, 0.5, 1 and 2 s filled; of the one cancelled after 0.6 s three ages are known
        assertArrayEquals(new double[]{0, 0, 1, 1, 1, 0, 0, 0}, rows.filled());
        assertArrayEquals(new int[]{0, 1, 2, 3, 4, 0, 1, 2}, rows.ages());
    }

    @Test
    void shouldLearnWhatTakingCosts() {
        Random random = new Random(8L);
        try (RunWriter writer = new RunWriter(run, QUOTES, START)) {
            double mid = 1_000.0;
            for (int i = 1; i <= 400; i++) {
                mid = Math.rint(mid * (1 + random.nextGaussian() * 1e-4) * 100) / 100;
                double half = (1 + random.nextInt(20)) / 100.0;
                double size = (1 + random.nextInt(100)) / 100.0;
                writer.at(START + i * 5 * SECOND).quote(0, mid - half, mid + half).order(0, OrderType.LIMIT,
                        TimeInForce.IOC, Side.BUY, mid + 5, size, 0);
                long order = writer.sequence();
                // Impact of the root of size over the one unit that the touch displays.
                double price = Math.rint((mid + half + 0.5 * Math.sqrt(size) + random.nextGaussian() * 0.02) * 100)
                        / 100;
                writer.at(START + i * 5 * SECOND + SECOND).fill(0, order, Side.BUY, false, price, size, 0.0);
            }
        }

        SlippageCalibration slippage = CalibrationReport.of(List.of(run)).slippage();

        assertTrue(slippage.fitted(), slippage.missing());
        assertTrue(slippage.r2() > 0.8, slippage.toString());
        assertTrue(slippage.errorBps() < 0.5 * slippage.constantBps(), slippage.toString());
        assertTrue(slippage.errorBps() < slippage.spreadBps(), slippage.toString());
    }

    @Test
    void shouldSayWhenThereAreTooFewOrders() {
        try (RunWriter writer = new RunWriter(run, QUOTES, START)) {
            writer.at(START).quote(0, 99.0, 101.0);
        }

        CalibrationReport report = CalibrationReport.of(List.of(run));

        assertFalse(report.fill().fitted());
        assertTrue(report.fill().missing().startsWith("Too few resting orders"), report.fill().missing());
        assertFalse(report.slippage().fitted());
        assertTrue(report.slippage().missing().startsWith("Too few taking orders"), report.slippage().missing());
    }

    /** @param near orders at the touch are filled, those behind it hardly ever; else all at a rate */
    private void writeResting(long seed, boolean near) {
        Random random = new Random(seed);
        try (RunWriter writer = new RunWriter(run, QUOTES, START)) {
            for (int i = 1; i <= 600; i++) {
                long timeNs = START + i * 10 * SECOND;
                double behind = random.nextInt(5);
                writer.at(timeNs).quote(0, 9_999.0, 10_001.0).order(0, OrderType.LIMIT, TimeInForce.POST_ONLY, Side.BUY,
                        9_999.0 - behind, 0.01, 0);
                long order = writer.sequence();
                double rate = near ? 0.9 / (1.0 + 3.0 * behind) : 0.4;
                if (random.nextDouble() < rate) {
                    writer.at(timeNs + (long) (random.nextDouble() * 2 * SECOND)).fill(0, order, Side.BUY, true,
                            9_999.0 - behind, 0.01, 0.0);
                } else {
                    writer.at(timeNs + 2 * SECOND + 4 * MS).cancelled(0, order, 0.01, VenueReason.REQUESTED);
                }
            }
        }
    }
}
