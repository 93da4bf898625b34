package io.v11.training.execution.calibration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Configuration;
import io.v11.config.VenueSettings.Queue.Model;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;
import io.v11.journal.event.VenueReason;
import io.v11.training.backtest.RunWriter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class QueueCalibrationTest {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1_000 * MS;
    private static final long START = 1_700_000_040_000_000_000L;
    private static final Configuration QUOTES = Configuration.load(Path.of("..", "config"), "backtest");

    @TempDir
    Path run;

    @Test
    void shouldPreferTheModelThatTheFillsObeyed() {
        // One unit displayed ahead; half of it cancelled, then 0.7 traded: enough only if cancels were ahead of the order.
        write(true);

        QueueCalibration queue = QueueCalibration.of(CalibrationReport.of(List.of(run)).runs());

        QueueScore best = queue.scores().getFirst();
        QueueScore trades = queue.scores().stream().filter(of -> of.model() == Model.TRADES).findFirst().orElseThrow();
        QueueScore averse = queue.scores().stream().filter(of -> of.model() == Model.RISK_AVERSE).findFirst()
                .orElseThrow();
        assertEquals(90, queue.orders());
        assertEquals(90, averse.agreed());
        assertTrue(trades.agreed() < 90, trades.toString());
        assertEquals(averse.logLikelihood(), best.logLikelihood(), 1e-12);
        assertTrue(best.logLikelihood() > trades.logLikelihood() + 5.0, trades.toString());
    }

    @Test
    void shouldPreferTradesWhenCancelsNeverHelped() {
        write(false);

        QueueCalibration queue = QueueCalibration.of(CalibrationReport.of(List.of(run)).runs());

        assertEquals(Model.TRADES, queue.scores().getFirst().model());
        assertEquals(90, queue.scores().getFirst().agreed());
    }

    @Test
    void shouldReckonTheLikelihoodOfEachOrderByThoseBeforeIt() {
        QueueTrial trial = new QueueTrial(Model.TRADES, 1.0);

        trial.judge(true, true);
        trial.judge(true, true);
        trial.judge(true, false);
        trial.judge(false, false);

        // (0 + 1/2) / 1, (1 + 1/2) / 2, (0 + 1/2) / 3, and (0 + 1/2) / 1 of the other kind
        assertEquals(Math.log(0.5) + Math.log(0.75) + Math.log(0.5 / 3.0) + Math.log(0.5),
                trial.score().logLikelihood(),
                1e-12);
        assertEquals(3, trial.score().agreed());
        assertEquals(3, trial.score().said());
    }

    private void write(boolean cancelsHelp) {
        Random random = new Random(3L);
        Configuration configuration = QUOTES.with(Map.of("execution.orderLifeMs", "2000"));
        try (RunWriter writer = new RunWriter(run, configuration, START)) {
            for (int i = 1; i <= 90; i++) {
                long timeNs = START + i * 10 * SECOND;
                writer.at(timeNs).quote(0, 99.0, 101.0, 1.0).order(0, OrderType.LIMIT, TimeInForce.POST_ONLY, Side.BUY,
                        99.0, 0.2, 0);
                long order = writer.sequence();
                boolean shrinks = random.nextBoolean();
                double traded = i % 3 == 0 ? 1.2 : 0.7;
                writer.at(timeNs + 100 * MS).quote(0, 99.0, 101.0, shrinks ? 0.5 : 1.0);
                writer.at(timeNs + 200 * MS).trade(0, 99.0, traded, Side.SELL);
                if (traded > 1.0 || cancelsHelp && shrinks) {
                    writer.at(timeNs + 202 * MS).fill(0, order, Side.BUY, true, 99.0, 0.2, 0.0);
                } else {
                    writer.at(timeNs + 2 * SECOND + 4 * MS).cancelled(0, order, 0.2, VenueReason.REQUESTED);
                }
            }
        }
    }
}
