package io.v11.engine.signal;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.FeeTier;
import io.v11.config.SignalSettings;
import io.v11.config.SignalSettings.Edge;
import io.v11.config.SignalSettings.ModelWeight;
import io.v11.config.SignalSettings.Order;
import io.v11.config.SignalSettings.RegimeChoice;
import io.v11.config.SignalSettings.Size;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestInstruments;
import io.v11.engine.trading.TestSignals;
import io.v11.journal.event.Regime;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;

import static io.v11.engine.trading.TestInstruments.decimal;
import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From the position held to the one wanted: exits, bands, waiting, sizes, regimes. */
class TargetTest {
    private static final long MS = 1_000_000L;
    private static final SignalSettings BASE = TestSignals.edge(-20.0, "50", "IOC", 0.05, 0);
    private static final Edge EDGE = BASE.edge();
    private static final Size SIZE = BASE.size();
    private static final Order ORDER = BASE.order();

    private final OrderFrames frames = new OrderFrames();

    @Test
    void shouldLeaveWhenTheMoveNoLongerPointsThePositionsWay() {
        SignalStage stage = stage(new Edge(100.0, 1.0, 1.0, 0.0, 1_000, List.of()), SIZE, ORDER, List.of());

        // 10 bp x (2p - 1): 2 bp up keeps a long position, 0.8 bp does not.
        assertEquals(SignalReason.EDGE_BELOW_THRESHOLD, pass(stage, 0.6, e8("0.5")).signal().reason);
        EngineEvent exit = pass(stage, 0.54, e8("0.5"));
        assertEquals(SignalReason.PROPOSED, exit.signal().reason);
        assertEquals(Side.SELL, exit.signal().side);
        assertEquals(e8("0.5"), exit.signal().quantityE8);
        assertEquals(0L, exit.signal().targetE8);
    }

    @Test
    void shouldTurnAPositionInOneOrder() {
        EngineEvent turned = pass(stage(EDGE, SIZE, ORDER, List.of()), 0.9, -e8("0.2"));

        assertEquals(Side.BUY, turned.signal().side);
        assertEquals(e8("0.7"), turned.signal().quantityE8);
        assertEquals(e8("0.5"), turned.signal().targetE8);
    }

    @Test
    void shouldCutAnOrderToTheLargestTheInstrumentTakes() {
        Size large = new Size("FIXED", decimal("150"), 0.5, 0.2, 240, "MINUTE", 0.25, 0.99, 1.0, 0.0, 0.0);

        assertEquals(e8("1"), pass(stage(EDGE, large, ORDER, List.of()), 0.9, 0).signal().quantityE8);
    }

    @Test
    void shouldChargeEverySideAndSlippageAndFunding() {
        SignalStage stage = stage(new Edge(-1_000.0, -1_000.0, 2.0, 0.5, 28_800_000, List.of()), SIZE, ORDER,
                List.of());
        EngineEvent mark = frames.top(0, e8("99.99"), e8("100.01"));
        mark.market().mark = true;
        mark.market().fundingRateE8 = e8("0.0003");
        stage.onEvent(mark);

        double up = pass(stage, 0.9, 0).signal().edgeBps;
        double down = pass(stage, 0.1, 0).signal().edgeBps;

        // |8| - 2 x (10 fee + 1 half spread + 0.5 slippage) -+ 3 bp of funding over its whole period
        assertEquals(8.0 - 23.0 - 3.0, up, 1e-9);
        assertEquals(8.0 - 23.0 + 3.0, down, 1e-9);
    }

    @Test
    void shouldIgnoreAChangeWithinTheBandButNotAnExit() {
        Order banded = new Order("IOC", 0.0, 0.5, 0, 0, 1_000.0, -1.0);
        SignalStage stage = stage(new Edge(-20.0, 1.0, 1.0, 0.0, 1_000, List.of()), SIZE, banded, List.of(
                new RegimeChoice("CALM", "EDGE", 0.0, 0.6)));
        EngineEvent event = decision(0.1, -e8("0.5"));
        event.regime().state = Regime.CALM;
        stage.onEvent(event);
        assertEquals(SignalReason.POSITION_HELD, event.signal().reason);

        assertEquals(SignalReason.PROPOSED, pass(stage, 0.5, e8("0.5")).signal().reason, "an exit");
    }

    @Test
    void shouldHoldAYoungPosition() {
        Order holding = new Order("IOC", 0.0, 0.0, 0, 10_000, 1_000.0, -1.0);
        SignalStage stage = stage(EDGE, SIZE, holding, List.of());
        frames.at(1_000 * MS);
        assertEquals(SignalReason.POSITION_HELD, pass(stage, 0.9, e8("0.5")).signal().reason);

        frames.at(11_000 * MS - 1);
        assertEquals(SignalReason.HOLDING, pass(stage, 0.1, e8("0.5")).signal().reason);
        frames.at(11_000 * MS);
        assertEquals(SignalReason.PROPOSED, pass(stage, 0.1, e8("0.5")).signal().reason);
    }

    @Test
    void shouldWaitForSpreadAndBook() {
        Order patient = new Order("IOC", 0.0, 0.0, 0, 0, 1.9, -1.0);
        assertEquals(SignalReason.SPREAD_WIDE, pass(stage(EDGE, SIZE, patient, List.of()), 0.9, 0).signal().reason);

        SignalStage leaning = stage(EDGE, SIZE, new Order("IOC", 0.0, 0.0, 0, 0, 3.0, 0.2), List.of());
        EngineEvent event = decision(0.9, 0);
        event.market().bidQuantityE8 = e8("1");
        event.market().askQuantityE8 = e8("1");
        leaning.onEvent(event);
        assertEquals(SignalReason.IMBALANCE_AGAINST, event.signal().reason);
        event = decision(0.9, 0);
        event.market().bidQuantityE8 = e8("3");
        event.market().askQuantityE8 = e8("2");
        leaning.onEvent(event);
        assertEquals(SignalReason.PROPOSED, event.signal().reason);
    }

    @Test
    void shouldReachAcrossTheTouchByTheOffset() {
        Order reaching = new Order("IOC", 5.0, 0.0, 0, 0, 1_000.0, -1.0);

        assertEquals(e8("100.07"), pass(stage(EDGE, SIZE, reaching, List.of()), 0.9, 0).signal().limitPriceE8,
                "100.01 and 5 bp are 100.060005");
        assertEquals(e8("99.94"), pass(stage(EDGE, SIZE, reaching, List.of()), 0.1, 0).signal().limitPriceE8,
                "99.99 less 5 bp are 99.940005");
    }

    @Test
    void shouldSizeByTheGrowthOptimalShareAndCapIt() {
        Size kelly = new Size("KELLY", decimal("50"), 0.001, 0.2, 240, "MINUTE", 0.1, 0.99, 1.0, 0.0, 0.0);
        SignalStage stage = stage(new Edge(-1_000.0, -1_000.0, 0.0, 0.0, 1_000, List.of()), kelly, ORDER, List.of());

        // edge 8 bp on moves of 10 bp: 0.1 x 8e-4 / 1e-6 = 80 times equity, capped at a thousandth of 100,000
        assertEquals(e8("1"), pass(stage, 0.9, 0).signal().targetE8);
    }

    @Test
    void shouldNotSizeByAVolatilityThatItDoesNotKnow() {
        Size byVolatility = new Size("VOLATILITY", decimal("50"), 0.5, 0.2, 240, "MINUTE", 0.25, 0.99, 1.0, 0.0, 0.0);

        assertEquals(SignalReason.WARMING_UP,
                pass(stage(EDGE, byVolatility, ORDER, List.of()), 0.9, 0).signal().reason);
    }

    @Test
    void shouldSizeByTheVolatilityOfItsBars() {
        Size byVolatility = new Size("VOLATILITY", decimal("50"), 0.5, 0.01, 239, "MINUTE", 0.25, 0.99, 1.0, 0.0, 0.0);
        SignalStage stage = stage(EDGE, byVolatility, ORDER, List.of());
        for (int bar = 0; bar < 21; bar++) {
            assertEquals(SignalReason.WARMING_UP, pass(stage, 0.9, 0).signal().reason, "bar " + bar);
            closed(stage, bar % 2 == 0 ? "100" : "101");
        }

        // Returns of 1 % and 1/101 in turns: their squares averaged with the decay 238/240, 525,960 minutes a year.
        double sum = 0.0;
        double weight = 0.0;
        for (int bar = 1; bar < 21; bar++) {
            double move = bar % 2 == 1 ? 0.01 : 1.0 / 101.0;
            sum = 238.0 / 240.0 * sum + 2.0 / 240.0 * move * move;
            weight = 238.0 / 240.0 * weight + 2.0 / 240.0;
        }
        double share = 0.01 / Math.sqrt(sum / weight * 525_960.0);
        double target = share * 100_000.0 / 100.0;
        assertTrue(target > 1.0 && target < 2.0, "between a lot and the largest position: " + target);
        assertEquals(target, pass(stage, 0.9, 0).signal().targetE8 / 1e8, 1.1e-5);
    }

    @Test
    void shouldNotSizeByAMarketThatStandsStill() {
        Size byVolatility = new Size("VOLATILITY", decimal("50"), 0.5, 0.2, 240, "MINUTE", 0.25, 0.99, 1.0, 0.0, 0.0);
        SignalStage stage = stage(EDGE, byVolatility, ORDER, List.of());
        for (int bar = 0; bar < 30; bar++) {
            closed(stage, "100");
        }

        assertEquals(SignalReason.WARMING_UP, pass(stage, 0.9, 0).signal().reason);
    }

    @Test
    void shouldScaleTheSizeByHowSureTheModelsAre() {
        Size sure = new Size("FIXED", decimal("50"), 0.5, 0.2, 240, "MINUTE", 0.25, 0.99, 1.0, 0.2, 0.6);
        SignalStage stage = stage(new Edge(-1_000.0, -1_000.0, 1.0, 0.0, 1_000, List.of()), sure, ORDER, List.of());

        assertEquals(e8("0.5"), pass(stage, 0.9, 0).signal().targetE8, "|2p - 1| = 0.8 is beyond the ceiling");
        assertEquals(e8("0.25"), pass(stage, 0.3, 0).signal().targetE8 * -1, 1_000, "0.4 is half way");
        assertEquals(SignalReason.ON_TARGET, pass(stage, 0.55, 0).signal().reason, "0.1 is below the floor");
    }

    @Test
    void shouldExpectTheFeesOfTheAccountsTier() {
        SignalStage stage = new SignalStage(TestInstruments.TWO, FeeTier.VIP0_BNB,
                TestSignals.with(BASE, EDGE, SIZE, ORDER, List.of()), new double[]{10.0, 10.0}, List.of("mlp", "lstm"),
                FeatureCatalog.schema(), 1);

        assertEquals(8.0 - 1.0 - 7.5, pass(stage, 0.9, 0).signal().edgeBps, 1e-9, "instead of the instrument's 10");
    }

    @Test
    void shouldAskForMoreEdgeAndLessSizeInARegime() {
        SignalStage stage = stage(new Edge(-3.0, -1_000.0, 1.0, 0.0, 1_000, List.of()), SIZE, ORDER, List.of(
                new RegimeChoice("TURBULENT", "EDGE", 2.0, 1.0), new RegimeChoice("CALM", "EDGE", 0.0, 0.5)));
        assertEquals(SignalReason.PROPOSED, pass(stage, 0.9, 0).signal().reason, "8 bp less 11 is -3");

        EngineEvent turbulent = decision(0.9, 0);
        turbulent.regime().state = Regime.TURBULENT;
        stage.onEvent(turbulent);
        assertEquals(SignalReason.EDGE_BELOW_THRESHOLD, turbulent.signal().reason);

        EngineEvent calm = decision(0.9, 0);
        calm.regime().state = Regime.CALM;
        stage.onEvent(calm);
        assertEquals(e8("0.25"), calm.signal().targetE8);
    }

    @Test
    void shouldWeighTheModelsByRegime() {
        Edge weighed = new Edge(-1_000.0, -1_000.0, 1.0, 0.0, 1_000, List.of(new ModelWeight("ANY", "mlp", 1.0),
                new ModelWeight("CALM", "lstm", 1.0)));
        SignalStage stage = stage(weighed, SIZE, ORDER, List.of());
        EngineEvent event = decision(0.5, 0);
        event.scores().set(0, 0.9);
        event.scores().set(1, 0.2);
        stage.onEvent(event);
        assertEquals(0.8, event.signal().forecast, 1e-9);

        event = decision(0.5, 0);
        event.regime().state = Regime.CALM;
        event.scores().set(0, 0.9);
        event.scores().set(1, 0.2);
        stage.onEvent(event);
        assertEquals(-0.6, event.signal().forecast, 1e-9);
    }

    @Test
    void shouldTradeAtTheLastCloseWhereThereAreBarsOnly() {
        EngineEvent event = decision(0.9, 0);
        event.market().topValid = false;
        event.market().synced = false;
        event.market().barPriceE8 = e8("100");
        stage(EDGE, SIZE, new Order("IOC", 10.0, 0.0, 0, 0, 1_000.0, -1.0), List.of()).onEvent(event);

        assertEquals(SignalReason.PROPOSED, event.signal().reason);
        assertEquals(e8("100.1"), event.signal().limitPriceE8);
        assertEquals(e8("100"), event.signal().referencePriceE8);
    }

    @Test
    void shouldBuyOnceAndKeepWithHold() {
        SignalSettings hold = new SignalSettings("HOLD", 1.0, EDGE, BASE.sleeves(), BASE.allocation(), BASE.random(),
                BASE.rules(), SIZE,
                ORDER,
                List.of());
        SignalStage stage = stage(hold);

        assertEquals(SignalReason.PROPOSED, pass(stage, 0.1, 0).signal().reason);
        assertEquals(SignalReason.ON_TARGET, pass(stage, 0.1, e8("0.5")).signal().reason);
        assertEquals(SignalReason.ON_TARGET, pass(stage, 0.1, e8("0.4")).signal().reason, "no rebalancing");
    }

    @Test
    void shouldEnterByLotAsOftenAsAskedAndTheSameEveryTime() {
        SignalSettings random = new SignalSettings("RANDOM", 1.0, EDGE, BASE.sleeves(), BASE.allocation(),
                new SignalSettings.RandomEntries(5, 12.0, 60_000), BASE.rules(), SIZE, ORDER, List.of());

        long[] first = entries(stage(random));
        long[] second = entries(stage(random));

        assertEquals(first[0], second[0]);
        assertEquals(first[1], second[1]);
        // 30 days of minutes, 12 entries a day: 360 expected less the minutes held, standard deviation 19.
        assertTrue(Math.abs(first[0] - 357) < 80, "entries " + first[0]);
        assertTrue(Math.abs(first[1]) < 80, "ups less downs " + first[1]);
    }

    private long[] entries(SignalStage stage) {
        long[] counted = new long[2];
        long position = 0;
        for (int minute = 0; minute < 30 * 24 * 60; minute++) {
            frames.at((minute + 1) * 60_000L * MS);
            EngineEvent event = pass(stage, 0.5, position);
            if (position == 0 && event.signal().targetE8 != 0) {
                counted[0]++;
                counted[1] += Long.signum(event.signal().targetE8);
            }
            position = event.signal().targetE8;
        }
        return counted;
    }

    private SignalStage stage(Edge edge, Size size, Order order, List<RegimeChoice> regimes) {
        return stage(TestSignals.with(BASE, edge, size, order, regimes));
    }

    private static SignalStage stage(SignalSettings settings) {
        return new SignalStage(TestInstruments.TWO, FeeTier.INSTRUMENT, settings, new double[]{10.0, 10.0},
                List.of("mlp", "lstm"),
                FeatureCatalog.schema(), 1);
    }

    private void closed(SignalStage stage, String close) {
        EngineEvent event = frames.top(0, e8("99.99"), e8("100.01"));
        event.market().closedBars = BarLength.MINUTE.bit();
        event.market().bar(BarLength.MINUTE).closeE8 = e8(close);
        stage.onEvent(event);
    }

    private EngineEvent pass(SignalStage stage, double probability, long positionE8) {
        EngineEvent event = decision(probability, positionE8);
        stage.onEvent(event);
        return event;
    }

    private EngineEvent decision(double probability, long positionE8) {
        EngineEvent event = frames.top(0, e8("99.99"), e8("100.01"));
        event.features().ready(true);
        event.scores().ensemble(probability);
        event.portfolio().positionE8 = positionE8;
        event.portfolio().equityE8 = e8("100000");
        return event;
    }
}
