package io.v11.engine.risk;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.RiskReport;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.TestLimits;
import io.v11.journal.event.Command;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Limits on the tail. Each is set from the figure that the gate itself states, a hair above and below. */
class TailChecksTest {
    private static final long SEED = 8L;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final String[] ON = {"tail.bar=MINUTE", "tail.scenarios=100", "tail.minimumScenarios=50",
        "price.staleReferenceMs=100000000", "pace.maximumOpen=99", "pace.maximumOpenInstrument=99",
        "pace.perSecond=999", "pace.perSecondInstrument=999"};
    private RiskFixture risk;
    private long minute;

    @Test
    void shouldSayWhatAnOrderAddsToTheShortfall() {
        risk = settled();
        assertEquals(RiskReason.APPROVED, buy());
        double alone = shortfall();
        assertTrue(alone > 0.1 && alone < 1.0, "a hundred in moves of a third of a percent: " + alone);
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "1"));
        assertTrue(shortfall() <= 1e-12, "it hedges what works");
    }

    @Test
    void shouldHoldWhatOneOrderAdds() {
        double added = added() / 100_000;
        assertEquals(RiskReason.APPROVED, verdict("tail.marginal=" + plain(added * 1.000001)));
        assertEquals(RiskReason.MARGINAL_SHORTFALL, verdict("tail.marginal=" + plain(added * 0.999999)));
    }

    @Test
    void shouldHoldTheShortfallOfTheWhole() {
        double added = added() / 100_000;
        assertEquals(RiskReason.APPROVED, verdict("tail.shortfall=" + plain(added * 1.000001)));
        assertEquals(RiskReason.SHORTFALL, verdict("tail.shortfall=" + plain(added * 0.999999)));
    }

    @Test
    void shouldHoldTheShareOfOneInstrument() {
        double added = added() / 100_000;
        String whole = "tail.shortfall=" + plain(added * 2);
        assertEquals(RiskReason.APPROVED, verdict(whole, "tail.budgetShare=0.500001"));
        assertEquals(RiskReason.RISK_BUDGET, verdict(whole, "tail.budgetShare=0.499999"));
    }

    @Test
    void shouldHoldTheLossUnderStress() {
        // Bitcoin's worst fall is that of the day of FTX, 18.5687 %.
        assertEquals(RiskReason.APPROVED, verdict("tail.stress=0.000185688"));
        assertEquals(RiskReason.STRESS_LOSS, verdict("tail.stress=0.000185686"));
    }

    @Test
    void shouldHoldTheValueAtRiskOfWhatIsHeld() {
        risk = settled();
        risk.positionE8 = e8("1");
        risk.pass(risk.frames.quiet(0));
        risk.command(Command.PAUSE);
        double held = risk.frames.slot().verdict().report.valueAtRisk / 100_000;
        assertEquals(RiskReason.APPROVED, held(e8("1"), Side.BUY, "tail.valueAtRisk=" + plain(held * 1.000001)));
        assertEquals(RiskReason.VALUE_AT_RISK, held(e8("1"), Side.BUY, "tail.valueAtRisk=" + plain(held * 0.999999)));
        assertEquals(RiskReason.APPROVED, held(e8("1"), Side.SELL, "tail.valueAtRisk=" + plain(held * 0.999999)));
    }

    @Test
    void shouldDoWithTheUnknownAsConfigured() {
        risk = fresh("tail.whenUnknown=REFUSE").at(1).top(0, "99.99", "100.01");
        assertEquals(RiskReason.TAIL_UNKNOWN, buy());
        assertTrue(Double.isNaN(shortfall()));
        risk.positionE8 = e8("1");
        assertEquals(RiskReason.APPROVED, risk.propose(0, Side.SELL, "100", "1"), "a position is not captive");
        risk = fresh("tail.whenUnknown=ALLOW").at(1).top(0, "99.99", "100.01");
        assertEquals(RiskReason.APPROVED, buy());
    }

    @Test
    void shouldReportOncePerBarAndOnChangesOfTheState() {
        risk = fresh("tail.reportBar=MINUTE").at(1);
        bars(80);
        RiskReport report = risk.frames.slot().verdict().report;
        assertFalse(report.present, "the second instrument's bar of a time tells nothing new");
        risk.bar(0, BarLength.MINUTE, (minute + 1) * MINUTE_NS, "101", "99", "100");
        assertTrue(report.present);
        assertTrue(report.valueAtRisk >= 0.0 && report.worstStress >= 0.0);
        risk.pass(risk.frames.quiet(0));
        assertFalse(report.present);
        risk.command(Command.PAUSE);
        assertTrue(report.present);
    }

    @Test
    void shouldAllocateNothingWithEveryCheckInForce() {
        risk = settled();
        risk.positionE8 = e8("0.2");
        long[] approved = new long[1];
        long price = e8("100");
        long quantity = e8("0.1");

        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 2_000; i++) {
                risk.at(minute * MINUTE_NS + i * 1_000_000L);
                risk.pass(risk.frames.top(0, price - 1_000_000L * (i % 3), price + 1_000_000L));
                if (risk.propose(0, (i & 1) == 0 ? Side.BUY : Side.SELL, price, quantity) == RiskReason.APPROVED) {
                    approved[0]++;
                    risk.pass(risk.frames.cancelled(risk.lastId(), quantity));
                }
            }
            minute++;
        });

        assertEquals(0L, bytes);
        assertTrue(approved[0] > 1_000, "approved " + approved[0]);
    }

    private double added() {
        risk = settled();
        assertEquals(RiskReason.APPROVED, buy());
        return shortfall();
    }

    private RiskReason verdict(String... limits) {
        return held(0L, Side.BUY, limits);
    }

    private RiskReason held(long positionE8, Side side, String... limits) {
        risk = settled(limits);
        risk.positionE8 = positionE8;
        return risk.propose(0, side, "100", "1");
    }

    private RiskReason buy() {
        return risk.propose(0, Side.BUY, "100", "1");
    }

    private double shortfall() {
        return risk.frames.slot().verdict().shortfall;
    }

    private RiskFixture settled(String... limits) {
        risk = fresh(limits).at(1);
        bars(80);
        return risk.top(0, "99.99", "100.01");
    }

    private RiskFixture fresh(String... limits) {
        String[] all = new String[ON.length + limits.length];
        System.arraycopy(ON, 0, all, 0, ON.length);
        System.arraycopy(limits, 0, all, ON.length, limits.length);
        return new RiskFixture(TestLimits.limits(all));
    }

    private void bars(int count) {
        Random random = new Random(SEED);
        minute = 0;
        for (int i = 0; i < count; i++) {
            minute++;
            risk.at(minute * MINUTE_NS);
            for (int instrument = 0; instrument < 2; instrument++) {
                String close = String.format(Locale.ROOT, "%.2f", 100 + random.nextGaussian() * 0.2);
                risk.bar(instrument, BarLength.MINUTE, minute * MINUTE_NS, close, close, close);
            }
        }
    }

    private static String plain(double value) {
        return new BigDecimal(value).toPlainString();
    }
}
