package io.v11.engine.signal;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.config.FeeTier;
import io.v11.config.SignalSettings;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Signal;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestInstruments;
import io.v11.engine.trading.TestSignals;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SignalStageTest {
    private static final long MS = 1_000_000L;
    /** Bid 99.99, ask 100.01: half spread is exactly 1 bp of the mid. */
    private static final long BID = e8("99.99");
    private static final long ASK = e8("100.01");

    private final OrderFrames frames = new OrderFrames();

    @Test
    void shouldSayNothingWithoutADecision() {
        SignalStage stage = stage("IOC", -20.0);
        stage.onEvent(frames.top(0, BID, ASK));

        assertEquals(SignalReason.NONE, frames.slot().signal().reason);
    }

    @Test
    void shouldTakeAtTheOppositeTouchWithIoc() {
        Signal up = pass(stage("IOC", -20.0), decision(0.75));
        assertEquals(SignalReason.PROPOSED, up.reason);
        assertEquals(Side.BUY, up.side);
        assertEquals(TimeInForce.IOC, up.timeInForce);
        assertEquals(ASK, up.limitPriceE8);
        assertEquals(e8("0.5"), up.quantityE8, "50 at the mid of 100");
        assertEquals(5.0 - 1.0 - 10.0, up.edgeBps, 1e-12);

        Signal down = pass(stage("IOC", -20.0), decision(0.25));
        assertEquals(Side.SELL, down.side);
        assertEquals(BID, down.limitPriceE8);
        assertEquals(-6.0, down.edgeBps, 1e-12);
    }

    @Test
    void shouldMakeAtTheOwnTouchOtherwise() {
        Signal up = pass(stage("POST_ONLY", -20.0), decision(0.75));
        assertEquals(TimeInForce.POST_ONLY, up.timeInForce);
        assertEquals(BID, up.limitPriceE8);
        assertEquals(5.0 + 1.0 - 10.0, up.edgeBps, 1e-12);

        Signal down = pass(stage("GTC", -20.0), decision(0.25));
        assertEquals(TimeInForce.GTC, down.timeInForce);
        assertEquals(ASK, down.limitPriceE8);
    }

    @Test
    void shouldChargeTheFeesOfTheInstrument() {
        EngineEvent event = decision(0.75);
        EngineEvent perpetual = frames.top(1, BID, ASK);
        ready(perpetual, 0.75);

        assertEquals(5.0 - 1.0 - 5.0, pass(stage("IOC", -20.0), perpetual).edgeBps, 1e-12);
        assertEquals(event, perpetual, "one slot, loaded anew");
    }

    @Test
    void shouldProposeAtTheThresholdAndNotBelow() {
        // 8 bp move less 1 bp half spread less 10 bp fee, in the doubles that the stage computes with.
        double edge = pass(stage("IOC", -20.0), decision(0.9)).edgeBps;

        assertEquals(SignalReason.PROPOSED, pass(stage("IOC", edge), decision(0.9)).reason);
        assertEquals(SignalReason.EDGE_BELOW_THRESHOLD, pass(stage("IOC", Math.nextUp(edge)), decision(0.9)).reason);
    }

    @Test
    void shouldNotTradeAForecastWithoutDirection() {
        assertEquals(SignalReason.EDGE_BELOW_THRESHOLD, pass(stage("IOC", -1_000.0), decision(0.5)).reason);
    }

    @Test
    void shouldNotTradeAnUnsyncedBook() {
        EngineEvent event = decision(0.9);
        event.market().synced = false;
        assertEquals(SignalReason.BOOK_UNSYNCED, pass(stage("IOC", -20.0), event).reason);

        event = decision(0.9);
        event.market().topValid = false;
        assertEquals(SignalReason.BOOK_UNSYNCED, pass(stage("IOC", -20.0), event).reason);

        event = decision(0.9);
        event.market().present = false;
        assertEquals(SignalReason.BOOK_UNSYNCED, pass(stage("IOC", -20.0), event).reason);
    }

    @Test
    void shouldNotTradeOnInvalidFeaturesOrScores() {
        EngineEvent event = decision(0.9);
        event.scores().invalidInputs(0.25);
        assertEquals(SignalReason.FEATURES_INVALID, pass(stage("IOC", -20.0), event).reason);
        event = decision(0.9);
        event.scores().invalidInputs(0.25);
        SignalStage lenient = stage(TestSignals.edge(-20.0, "200", "IOC", 0.25, 500));
        assertEquals(SignalReason.PROPOSED, pass(lenient, event).reason);

        event = decision(0.9);
        event.scores().ensemble(Double.NaN);
        assertEquals(SignalReason.SCORES_INVALID, pass(stage("IOC", -20.0), event).reason);
    }

    @Test
    void shouldNotActOnWhatTheGateHeldBack() {
        SignalStage stage = stage("IOC", -20.0);
        frames.at(1_000 * MS);
        EngineEvent event = decision(0.9);
        event.scores().confident(false);
        assertEquals(SignalReason.NOT_CONFIDENT, pass(stage, event).reason);
        assertEquals(Side.NONE, event.signal().side);

        assertEquals(SignalReason.PROPOSED, pass(stage, decision(0.9)).reason, "it started no cool-down");

        event = decision(Double.NaN);
        assertEquals(SignalReason.SCORES_INVALID, pass(stage, event).reason, "without a score there is no confidence");
    }

    @Test
    void shouldCoolDownAfterAProposalOnTheInstrumentOnly() {
        SignalStage stage = stage("IOC", -20.0);
        frames.at(1_000 * MS);
        assertEquals(SignalReason.PROPOSED, pass(stage, decision(0.9)).reason);
        frames.at(1_500 * MS - 1);
        assertEquals(SignalReason.COOLING_DOWN, pass(stage, decision(0.9)).reason);
        EngineEvent perpetual = frames.top(1, BID, ASK);
        ready(perpetual, 0.9);
        assertEquals(SignalReason.PROPOSED, pass(stage, perpetual).reason);
        frames.at(1_500 * MS);
        assertEquals(SignalReason.PROPOSED, pass(stage, decision(0.9)).reason);
    }

    @Test
    void shouldNotAddToAPositionThatPointsThatWay() {
        EngineEvent event = decision(0.9);
        event.portfolio().positionE8 = 1;
        assertEquals(SignalReason.POSITION_HELD, pass(stage("IOC", -20.0), event).reason);
        event = decision(0.1);
        event.portfolio().positionE8 = 1;
        assertEquals(SignalReason.PROPOSED, pass(stage("IOC", -20.0), event).reason);
        event = decision(0.1);
        event.portfolio().positionE8 = -1;
        assertEquals(SignalReason.POSITION_HELD, pass(stage("IOC", -20.0), event).reason);
    }

    @Test
    void shouldRefuseUnusableMoves() {
        SignalSettings settings = settings("IOC", 0.0);
        assertThrows(IllegalArgumentException.class, () -> stage(settings, Double.NaN, 1.0));
        assertThrows(IllegalArgumentException.class, () -> stage(settings, -1.0, 1.0));
        assertThrows(IllegalArgumentException.class,
                () -> stage(settings, 1.0));
    }

    @Test
    void shouldHashTheCoolDown() {
        SignalStage stage = stage("IOC", -20.0);
        long before = stage.stateHash();
        assertEquals(before, stage("IOC", -20.0).stateHash());
        pass(stage, frames.at(5).top(0, BID, ASK));
        assertEquals(before, stage.stateHash());
        pass(stage, decision(0.9));

        assertNotEquals(before, stage.stateHash());
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        SignalStage stage = stage("IOC", -20.0);
        long[] proposals = {0, 0};
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                proposals[1] += 100 * MS;
                frames.at(proposals[1]);
                proposals[0] += pass(stage, decision(0.9)).proposed() ? 1 : 0;
            }
        });

        assertEquals(0L, bytes);
        assertTrue(proposals[0] > 20_000, "proposals " + proposals[0]);
    }

    private static SignalStage stage(String timeInForce, double minimumEdgeBps) {
        return stage(settings(timeInForce, minimumEdgeBps));
    }

    private static SignalStage stage(SignalSettings settings) {
        return stage(settings, 10.0, 10.0);
    }

    private static SignalStage stage(SignalSettings settings, double... meanMoveBps) {
        return new SignalStage(TestInstruments.TWO, FeeTier.INSTRUMENT, settings, meanMoveBps, List.of("mlp"),
                FeatureCatalog.schema(),
                1);
    }

    private static SignalSettings settings(String timeInForce, double minimumEdgeBps) {
        return TestSignals.edge(minimumEdgeBps, "50", timeInForce, 0.05, 500);
    }

    private EngineEvent decision(double probability) {
        EngineEvent event = frames.top(0, BID, ASK);
        ready(event, probability);
        return event;
    }

    private static void ready(EngineEvent event, double probability) {
        for (int i = 0; i < event.features().size(); i++) {
            event.features().set(i, 1.0);
        }
        event.features().ready(true);
        event.scores().ensemble(probability);
        event.portfolio().positionE8 = 0;
    }

    private static Signal pass(SignalStage stage, EngineEvent event) {
        stage.onEvent(event);
        return event.signal();
    }
}
