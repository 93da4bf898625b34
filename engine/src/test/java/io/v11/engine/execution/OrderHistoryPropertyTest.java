package io.v11.engine.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.config.ExecutionSettings;
import io.v11.engine.portfolio.PortfolioStage;
import io.v11.engine.slot.ClientOrderId;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestInstruments;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Random lives of orders, with reports repeated and out of order: what is filled is exact, each fill counts once, and
 * every order ends.
 */
class OrderHistoryPropertyTest {
    private static final long SEED = 99L;
    private static final int HISTORIES = 5_000;
    private static final long LOT = 1_000L;
    private static final long PRICE = TestInstruments.e8("100");

    private final Random random = new Random(SEED);
    private final OrderFrames frames = new OrderFrames();
    private final ExecutionStage execution = new ExecutionStage(new ExecutionSettings(1_000), 1);
    private final PortfolioStage portfolio = new PortfolioStage(TestInstruments.TWO, TestInstruments.limits());
    private long trade;
    private long expectedPosition;

    /** One report, to be delivered at any time. */
    private interface Report {
        EngineEvent write();
    }

    @Test
    void shouldCountEveryFillOnceWhateverTheOrderOfReports() {
        for (int history = 0; history < HISTORIES; history++) {
            long quantity = LOT * (1 + random.nextInt(20));
            List<Report> reports = reportsFor(send(quantity), quantity);
            int repeats = random.nextInt(3);
            for (int i = 0; i < repeats; i++) {
                reports.add(random.nextInt(reports.size()), reports.get(random.nextInt(reports.size())));
            }
            Collections.shuffle(reports, random);
            for (Report report : reports) {
                pass(report.write());
            }
            assertEquals(0, execution.openOrders(), "seed " + SEED + " history " + history);
            assertEquals(expectedPosition, portfolio.positionE8(0), "seed " + SEED + " history " + history);
        }
        assertTrue(execution.repeatedReports() > 1_000, "repeated " + execution.repeatedReports());
        assertTrue(execution.filled() > 500 && execution.cancelled() > 500,
                "filled " + execution.filled() + " cancelled " + execution.cancelled());
    }

    private List<Report> reportsFor(long id, long quantity) {
        List<Report> reports = new ArrayList<>();
        reports.add(() -> frames.ack(id));
        long left = quantity;
        boolean cancelled = random.nextBoolean();
        while (left > (cancelled ? quantity / 2 : 0)) {
            long filled = Math.min(left, LOT * (1 + random.nextInt(5)));
            left -= filled;
            long leaves = left;
            long tradeId = ++trade;
            reports.add(() -> frames.fill(0, id, tradeId, Side.BUY, PRICE, filled, leaves, 0));
        }
        expectedPosition += quantity - left;
        long leaves = left;
        if (cancelled && left > 0) {
            reports.add(() -> frames.cancelled(id, leaves));
        }
        return reports;
    }

    private long send(long quantity) {
        EngineEvent event = frames.quiet(0);
        event.signal().reason = SignalReason.PROPOSED;
        event.signal().side = Side.BUY;
        event.signal().timeInForce = TimeInForce.GTC;
        event.signal().limitPriceE8 = PRICE;
        event.signal().quantityE8 = quantity;
        event.verdict().reason = RiskReason.APPROVED;
        event.verdict().approvedQuantityE8 = quantity;
        execution.onEvent(event);
        return ClientOrderId.of(1, frames.sequence());
    }

    private void pass(EngineEvent event) {
        portfolio.onEvent(event);
        execution.onEvent(event);
    }
}
