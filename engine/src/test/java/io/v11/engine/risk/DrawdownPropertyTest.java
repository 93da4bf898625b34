package io.v11.engine.risk;

import java.util.ArrayDeque;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.TestInstruments;
import io.v11.engine.trading.TestLimits;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A strategy that always asks for the most, in markets that jump by up to the gap of the configuration from one bar to the next, both
 * against it at once. Whatever it holds, the drawdown must not pass the limit by more than closing costs. What is approved fills at
 * once; a closing order of the risk stage fills before the next bar, {@link #SLIPPAGE} worse.
 */
class DrawdownPropertyTest {
    private static final long SEED = 99L;
    private static final int WORLDS = 60;
    private static final int BARS = 300;
    private static final double GAP = 0.10;
    private static final double SLIPPAGE = 0.0010;
    private static final double LIMIT = 0.08;
    private static final double START = 100_000;
    private static final String[] LIMITS = {"order.cutToFit=true", "order.maximumNotional=200000",
        "exposure.maximumLeverage=3", "breakers.gapBps=1000", "breakers.slippageReserveBps=20",
        "price.staleReferenceMs=100000000", "price.collarBps=100"};

    private record Wanted(IntentKind kind, int instrument, Side side, double units, long id) {
    }

    private final ArrayDeque<Wanted> wanted = new ArrayDeque<>();
    private RiskFixture risk;
    private final double[] mids = new double[2];
    private final double[] positions = new double[2];
    private double cash;
    private double peak;
    private double worst;
    private double largestGross;
    private long closings;
    private long trade;
    private long bar;

    @Test
    void shouldNotPassTheDrawdownLimitWhereGapsAreNoLargerThanConfigured() {
        int fell = 0;
        double deepest = 0.0;
        for (int world = 0; world < WORLDS; world++) {
            play(new Random(SEED + world));
            assertTrue(worst <= LIMIT + 2 * SLIPPAGE * 2,
                    "seed " + (SEED + world) + " drawdown " + worst + " state " + risk.stage.tradingState());
            fell += risk.stage.tradingState().equals("HALTED") || worst > 0.06 ? 1 : 0;
            deepest = Math.max(deepest, worst);
        }
        assertTrue(fell > WORLDS / 2, "the limit was hardly tried: " + fell + " worlds, deepest " + deepest);
        assertTrue(closings > 500, "closing orders " + closings);
        assertTrue(largestGross > 0.7 * START, "largest gross " + largestGross);
    }

    private void play(Random random) {
        risk = new RiskFixture(TestLimits.limits(LIMITS));
        mids[0] = 50_000;
        mids[1] = 9_000;
        positions[0] = 0;
        positions[1] = 0;
        cash = START;
        peak = START;
        worst = 0.0;
        largestGross = 0.0;
        int direction = 1;
        for (bar = 1; bar <= BARS; bar++) {
            risk.at(bar * 60_000_000_000L);
            direction = random.nextInt(8) == 0 ? -direction : direction;
            boolean jump = random.nextInt(6) == 0;
            // Mostly against what is held, and at times by the whole gap in both at once.
            double move = jump ? -direction * GAP : 0.02 * random.nextGaussian();
            for (int i = 0; i < 2; i++) {
                mids[i] = Math.max(100.0, tick(mids[i] * (1 + (positions[i] == 0 ? 0.001 : move * 0.99999))));
                account(i);
                pass(risk.frames.top(i, price(mids[i]) - 10_000_000L, price(mids[i]) + 10_000_000L));
                settle();
            }
            for (int i = 0; i < 2; i++) {
                order(i, direction > 0);
            }
        }
    }

    private void order(int instrument, boolean buy) {
        account(instrument);
        long price = price(mids[instrument]);
        long quantity = instrument == 0 ? e8("1") : e8("10");
        RiskReason reason = risk.propose(instrument, buy ? Side.BUY : Side.SELL, price, quantity);
        if (risk.protection().kind != IntentKind.NONE) {
            wanted.add(new Wanted(risk.protection().kind, risk.protection().instrument, risk.protection().side,
                    risk.protection().quantityE8 / 1e8, risk.lastId()));
        }
        if (reason != RiskReason.APPROVED) {
            settle();
            return;
        }
        double units = risk.frames.slot().verdict().approvedQuantityE8 / 1e8;
        fill(instrument, risk.lastId(), buy ? units : -units, mids[instrument]);
        settle();
    }

    /** Does what the stage asks for until it asks for nothing more. */
    private void settle() {
        for (int i = 0; i < 50 && !wanted.isEmpty(); i++) {
            Wanted order = wanted.removeFirst();
            assertEquals(IntentKind.NEW, order.kind);
            boolean buy = order.side == Side.BUY;
            int instrument = order.instrument;
            assertTrue(order.units <= Math.abs(positions[instrument]) + 1e-9 && buy == positions[instrument] < 0,
                    "it shrinks");
            closings++;
            account(instrument);
            pass(risk.frames.ack(order.id));
            fill(instrument, order.id, buy ? order.units : -order.units,
                    mids[instrument] * (buy ? 1 + SLIPPAGE : 1 - SLIPPAGE));
        }
        assertTrue(wanted.isEmpty(), "closing comes to an end");
    }

    private void pass(EngineEvent event) {
        risk.pass(event);
        if (risk.protection().kind != IntentKind.NONE) {
            assertEquals(0L, risk.protection().stopPriceE8);
            wanted.add(new Wanted(risk.protection().kind, risk.protection().instrument, risk.protection().side,
                    risk.protection().quantityE8 / 1e8, risk.lastId()));
        }
    }

    private void fill(int instrument, long id, double units, double price) {
        positions[instrument] = Math.rint((positions[instrument] + units) * 1e8) / 1e8;
        cash -= units * price;
        account(instrument);
        pass(risk.frames.fill(instrument, id, ++trade, units > 0 ? Side.BUY : Side.SELL, price(tick(price)),
                Math.round(Math.abs(units) * 1e8), 0, 0));
    }

    private void account(int instrument) {
        double first = positions[0] * mids[0];
        double second = positions[1] * mids[1];
        double equity = cash + first + second;
        peak = Math.max(peak, equity);
        worst = Math.max(worst, (peak - equity) / peak);
        largestGross = Math.max(largestGross, Math.abs(first) + Math.abs(second));
        risk.equityE8 = Math.round(equity * 1e8);
        risk.grossE8 = Math.round((Math.abs(first) + Math.abs(second)) * 1e8);
        risk.netE8 = Math.round((first + second) * 1e8);
        risk.positionE8 = Math.round(positions[instrument] * 1e8);
    }

    private static double tick(double price) {
        return Math.rint(price * 10) / 10;
    }

    private static long price(double units) {
        return Math.round(units * 10) * TestInstruments.e8("0.1");
    }
}
