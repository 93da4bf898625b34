package io.v11.engine.risk;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.TestInstruments;
import io.v11.journal.event.Command;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.TradingState;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who may stop trading, what is then still allowed, and who may start it again. */
class RiskStageTest {
    private RiskFixture risk;

    @BeforeEach
    void openMarket() {
        risk = new RiskFixture().at(1_000 * RiskFixture.MS).top(0, "99.99", "100.01").top(1, "999.9", "1000.1");
    }

    @Test
    void shouldSayNothingWithoutAProposal() {
        assertEquals(RiskReason.NONE, risk.pass(risk.frames.quiet(0)));
        assertFalse(risk.cancelAll());
    }

    @Test
    void shouldRefuseEverythingAfterAKillAndCancelAll() {
        risk.command(Command.KILL);
        assertTrue(risk.cancelAll());
        assertEquals(RiskReason.KILLED, buy());
        assertEquals(RiskReason.KILLED, sell());
        assertFalse(risk.cancelAll(), "said once");
        risk.command(Command.KILL);
        assertTrue(risk.cancelAll(), "a second kill is obeyed as well");
    }

    @Test
    void shouldKeepWorkingOrdersWhilePaused() {
        risk.command(Command.PAUSE);
        assertFalse(risk.cancelAll());
        assertEquals(RiskReason.PAUSED, buy());
    }

    @Test
    void shouldOnlyShrinkThePositionWhileReducing() {
        risk.positionE8 = e8("0.5");
        risk.command(Command.FLATTEN);
        assertTrue(risk.cancelAll());
        assertEquals(RiskReason.REDUCING_ONLY, risk.propose(0, Side.BUY, "100", "0.1"));
        assertEquals(RiskReason.REDUCING_ONLY, risk.propose(0, Side.SELL, "100", "0.50001"));
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "0.3"));
        assertEquals(RiskReason.REDUCING_ONLY, risk.propose(0, Side.SELL, "100", "0.20001"), "0.3 works already");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "0.2"));
        risk.positionE8 = 0;
        assertEquals(RiskReason.REDUCING_ONLY, risk.propose(1, Side.SELL, "1000", "0.1"));
    }

    @Test
    void shouldRiseOnlyByResume() {
        List<Command> lowering = List.of(Command.PAUSE, Command.FLATTEN, Command.KILL);
        for (Command first : lowering) {
            for (Command second : lowering) {
                risk.command(Command.RESUME);
                risk.command(first);
                TradingState before = TradingState.valueOf(risk.stage.tradingState());
                risk.command(second);
                TradingState after = TradingState.valueOf(risk.stage.tradingState());
                assertTrue(after.compareTo(before) >= 0, first + " then " + second + ": " + before + " to " + after);
                assertNotEquals(TradingState.ACTIVE, after);
            }
        }
        risk.command(Command.RESUME);
        assertEquals("ACTIVE", risk.stage.tradingState());
        assertEquals(RiskReason.APPROVED, buy());
    }

    @Test
    void shouldCancelOnFlattenWhilePausedAndStayPaused() {
        risk.positionE8 = e8("0.5");
        risk.command(Command.PAUSE);
        risk.command(Command.FLATTEN);
        assertTrue(risk.cancelAll());
        assertEquals(RiskReason.PAUSED, risk.propose(0, Side.SELL, "100", "0.1"));
    }

    @Test
    void shouldDenyOrderWhenDrawdownLimitIsReached() {
        risk.equityE8 = e8("92000") + 1;
        assertEquals(RiskReason.APPROVED, buy());
        assertFalse(risk.cancelAll());

        risk.equityE8 = e8("92000");
        assertEquals(RiskReason.DRAWDOWN, buy());
        assertTrue(risk.cancelAll());

        risk.equityE8 = e8("100000");
        assertEquals(RiskReason.DRAWDOWN, buy(), "recovery lifts nothing");
        assertFalse(risk.cancelAll());
    }

    @Test
    void shouldHaltOnDrawdownWithoutAProposal() {
        risk.equityE8 = e8("92000") - 1;
        risk.pass(risk.frames.quiet(-1));

        assertTrue(risk.cancelAll());
        assertEquals("HALTED", risk.stage.tradingState());
    }

    @Test
    void shouldMeasureDrawdownFromThePeak() {
        risk.equityE8 = e8("200000");
        risk.pass(risk.frames.quiet(0));
        risk.equityE8 = e8("184001");
        assertEquals(RiskReason.APPROVED, buy());
        risk.equityE8 = e8("184000");
        assertEquals(RiskReason.DRAWDOWN, buy());
    }

    @Test
    void shouldCountDrawdownAnewAfterAPersonResumed() {
        risk.equityE8 = e8("92000");
        assertEquals(RiskReason.DRAWDOWN, buy());
        risk.command(Command.RESUME);
        assertEquals(RiskReason.APPROVED, buy());
        risk.equityE8 = e8("84640");
        assertEquals(RiskReason.DRAWDOWN, buy());
        assertTrue(risk.cancelAll(), "a second halt cancels again");
    }

    @Test
    void shouldKeepThePeakWhenResumedFromAPause() {
        risk.equityE8 = e8("93000");
        risk.command(Command.PAUSE);
        risk.command(Command.RESUME);
        risk.equityE8 = e8("92000");
        assertEquals(RiskReason.DRAWDOWN, buy());
    }

    @Test
    void shouldNameTheKillBeforeTheDrawdown() {
        risk.command(Command.KILL);
        risk.equityE8 = e8("92000");
        assertEquals(RiskReason.KILLED, buy());
    }

    @Test
    void shouldHaltOnEquityGone() {
        risk.equityE8 = 0;
        assertEquals(RiskReason.DRAWDOWN, buy());
    }

    @Test
    void shouldRefuseARunNumberThatDoesNotFit() {
        assertThrows(IllegalArgumentException.class,
                () -> new RiskStage(TestInstruments.TWO, TestInstruments.limits(), -1));
    }

    @Test
    void shouldHashEveryStateThatLaterVerdictsDependOn() {
        long state = risk.stage.stateHash();
        risk.pass(risk.frames.quiet(0));
        assertEquals(state, risk.stage.stateHash());
        state = changed(state, () -> risk.top(0, "99.98", "100.01"));
        state = changed(state, this::buy);
        long id = risk.lastId();
        state = changed(state,
                () -> risk.pass(risk.frames.fill(0, id, 1, Side.BUY, e8("100"), e8("0.1"), e8("0.4"), 0)));
        state = changed(state, () -> risk.command(Command.PAUSE));
        risk.equityE8 = e8("100001");
        changed(state, () -> risk.pass(risk.frames.quiet(0)));
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        long[] approved = {0, 1_000 * RiskFixture.MS};
        long price = e8("1000");
        long quantity = e8("0.1");
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                risk.at(approved[1] += 250 * RiskFixture.MS);
                risk.pass(risk.frames.top(1, price - 10_000_000L, price + 10_000_000L));
                Side side = (i & 1) == 0 ? Side.BUY : Side.SELL;
                if (risk.propose(1, side, price, quantity) == RiskReason.APPROVED) {
                    approved[0]++;
                    long id = risk.lastId();
                    risk.pass(risk.frames.fill(1, id, i, side, price, quantity / 2, quantity / 2, 0));
                    risk.pass(risk.frames.cancelled(id, quantity / 2));
                }
            }
        });

        assertEquals(0L, bytes);
        assertTrue(approved[0] > 100_000, "approved " + approved[0]);
    }

    private long changed(long before, Runnable change) {
        change.run();
        assertNotEquals(before, risk.stage.stateHash());
        return risk.stage.stateHash();
    }

    private RiskReason buy() {
        return risk.propose(0, Side.BUY, "100", "0.5");
    }

    private RiskReason sell() {
        return risk.propose(0, Side.SELL, "100", "0.5");
    }
}
