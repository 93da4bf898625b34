package io.v11.engine.portfolio;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.PortfolioView;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestInstruments;
import io.v11.journal.event.Side;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PortfolioStageTest {
    private static final long SEED = 42L;
    private static final long PRICE = 10_000_000_000L;

    private final OrderFrames frames = new OrderFrames();
    private final PortfolioStage stage = new PortfolioStage(TestInstruments.TWO, TestInstruments.limits());

    @Test
    void shouldMarkPositionAtMidAndPayFees() {
        pass(frames.top(0, e8("100"), e8("102")));
        pass(frames.fill(0, 1, 1, Side.BUY, e8("102"), e8("2"), 0, e8("0.204")));

        PortfolioView view = frames.slot().portfolio();
        assertEquals(e8("2"), view.positionE8);
        assertEquals(e8("202"), view.grossNotionalE8);
        assertEquals(e8("-2.204"), view.pnlE8);
        assertEquals(e8("0.204"), view.feesE8);
        assertEquals(e8("99997.796"), view.equityE8);
        assertEquals(e8("2.204") / (double) e8("100000"), view.drawdownFraction);
    }

    @Test
    void shouldApplyEachFillOnce() {
        pass(frames.top(0, e8("100"), e8("102")));
        pass(frames.fill(0, 1, 1, Side.BUY, e8("102"), e8("2"), 0, 0));
        pass(frames.fill(0, 1, 1, Side.BUY, e8("102"), e8("2"), 0, 0));
        pass(frames.fill(0, 2, 1, Side.BUY, e8("102"), e8("1"), 0, 0));
        pass(frames.fill(0, 1, 2, Side.BUY, e8("102"), e8("1"), 0, 0));

        assertEquals(e8("4"), stage.positionE8(0));
        assertEquals(3, stage.fills());
        assertEquals(1, stage.duplicateFills());
    }

    @Test
    void shouldShowThePositionOfTheEventsInstrument() {
        pass(frames.fill(0, 1, 1, Side.BUY, e8("102"), e8("2"), 0, 0));
        pass(frames.fill(1, 2, 1, Side.SELL, e8("10"), e8("3"), 0, 0));
        assertEquals(e8("-3"), frames.slot().portfolio().positionE8);
        assertEquals(e8("234"), frames.slot().portfolio().grossNotionalE8, "unmarked positions count at their fill");

        pass(frames.quiet(0));
        assertEquals(e8("2"), frames.slot().portfolio().positionE8);
        pass(frames.quiet(-1));
        assertEquals(0, frames.slot().portfolio().positionE8);
    }

    @Test
    void shouldKeepTheLastMarkWhileTheTopIsInvalid() {
        pass(frames.top(0, e8("100"), e8("102")));
        pass(frames.fill(0, 1, 1, Side.BUY, e8("101"), e8("1"), 0, 0));
        EngineEvent broken = frames.top(0, e8("900"), e8("1"));
        broken.market().topValid = false;
        pass(broken);

        assertEquals(0, frames.slot().portfolio().pnlE8);
    }

    @Test
    void shouldMeasureDrawdownFromThePeak() {
        pass(frames.top(0, e8("100"), e8("100")));
        pass(frames.fill(0, 1, 1, Side.BUY, e8("100"), e8("1000"), 0, 0));
        pass(frames.top(0, e8("200"), e8("200")));
        assertEquals(0.0, frames.slot().portfolio().drawdownFraction);
        pass(frames.top(0, e8("190"), e8("190")));

        assertEquals(e8("200000"), stage.peakE8());
        assertEquals(0.05, frames.slot().portfolio().drawdownFraction);
    }

    @Test
    void shouldRefuseAFillThatCannotBeBooked() {
        assertThrows(IllegalStateException.class,
                () -> pass(frames.fill(7, 1, 1, Side.BUY, e8("1"), e8("1"), 0, 0)));
        assertThrows(IllegalStateException.class,
                () -> pass(frames.fill(0, 1, 1, Side.NONE, e8("1"), e8("1"), 0, 0)));
        assertThrows(IllegalStateException.class, () -> pass(frames.fill(0, 1, 1, Side.BUY, 0, e8("1"), 0, 0)));
        assertThrows(IllegalStateException.class, () -> pass(frames.fill(0, 1, 1, Side.BUY, e8("1"), -1, 0, 0)));
    }

    /** The oracle recomputes everything from all fills with decimals; money is cut at the eighth decimal, as stated. */
    @Test
    void shouldAgreeWithDecimalArithmeticOnRandomFills() {
        Random random = new Random(SEED);
        BigDecimal[] position = {BigDecimal.ZERO, BigDecimal.ZERO};
        BigDecimal[] mid = {null, null};
        BigDecimal cash = BigDecimal.ZERO;
        BigDecimal fees = BigDecimal.ZERO;
        BigDecimal peak = new BigDecimal("100000");
        for (int i = 0; i < 20_000; i++) {
            int instrument = random.nextInt(2);
            long price = 1 + random.nextLong(e8("70000"));
            if (random.nextInt(3) > 0) {
                long ask = price + random.nextLong(e8("3"));
                pass(frames.top(instrument, price, ask));
                mid[instrument] = units(price).add(units(ask)).divide(BigDecimal.TWO);
            } else {
                long quantity = 1 + random.nextLong(e8("3"));
                long fee = random.nextLong(-100, 1_000_000);
                boolean buy = random.nextBoolean();
                pass(frames.fill(instrument, i, i, buy ? Side.BUY : Side.SELL, price, quantity, 0, fee));
                BigDecimal notional = cut(units(price).multiply(units(quantity)));
                cash = buy ? cash.subtract(notional) : cash.add(notional);
                position[instrument] = buy
                        ? position[instrument].add(units(quantity))
                        : position[instrument].subtract(units(quantity));
                fees = fees.add(units(fee));
                mid[instrument] = mid[instrument] == null ? units(price) : mid[instrument];
            }
            BigDecimal inventory = BigDecimal.ZERO;
            BigDecimal gross = BigDecimal.ZERO;
            for (int j = 0; j < 2; j++) {
                BigDecimal value = mid[j] == null
                        ? BigDecimal.ZERO
                        : cut(cut(position[j].multiply(mid[j]
                                .multiply(BigDecimal.TWO))).divide(BigDecimal.TWO));
                inventory = inventory.add(value);
                gross = gross.add(value.abs());
            }
            BigDecimal pnl = cash.add(inventory).subtract(fees);
            BigDecimal equity = pnl.add(new BigDecimal("100000"));
            peak = peak.max(equity);
            PortfolioView view = frames.slot().portfolio();
            String where = "seed " + SEED + " step " + i;
            assertEquals(0, equity.compareTo(units(view.equityE8)), where);
            assertEquals(0, pnl.compareTo(units(view.pnlE8)), where);
            assertEquals(0, gross.compareTo(units(view.grossNotionalE8)), where);
            assertEquals(0, position[instrument].compareTo(units(view.positionE8)), where);
            assertEquals(0, peak.compareTo(units(stage.peakE8())), where);
            assertTrue(view.drawdownFraction >= 0.0, where);
        }
        assertTrue(stage.fills() > 5_000);
    }

    @Test
    void shouldHashEveryStateThatLaterOutputsDependOn() {
        PortfolioStage other = new PortfolioStage(TestInstruments.TWO, TestInstruments.limits());
        assertEquals(stage.stateHash(), other.stateHash());
        pass(frames.top(0, e8("100"), e8("102")));
        assertNotEquals(stage.stateHash(), other.stateHash(), "mark");
        other.onEvent(frames.slot());
        assertEquals(stage.stateHash(), other.stateHash());
        pass(frames.fill(0, 1, 1, Side.BUY, e8("101"), e8("1"), 0, 0));
        long before = stage.stateHash();
        pass(frames.fill(0, 1, 2, Side.SELL, e8("101"), e8("1"), 0, 0));
        assertNotEquals(before, stage.stateHash(), "fills");
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        long[] id = {0};
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                pass(frames.top(i & 1, 10_000_000_000L + i, 10_000_000_100L + i));
                id[0]++;
                pass(frames.fill(i & 1, id[0], id[0], (i & 2) == 0 ? Side.BUY : Side.SELL, PRICE, 1_000, 0, 3));
            }
        });

        assertEquals(0L, bytes);
    }

    private void pass(EngineEvent event) {
        stage.onEvent(event);
    }

    private static BigDecimal units(long e8) {
        return BigDecimal.valueOf(e8, 8);
    }

    private static BigDecimal cut(BigDecimal value) {
        return value.setScale(8, RoundingMode.DOWN);
    }
}
