package io.v11.engine.signal.strategy;

import org.junit.jupiter.api.Test;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.journal.event.SignalReason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each rule with what it lets pass and what it does not. ATR is 1 % of the price of 100: the stop is 98, the target 104. */
class RulesStrategyTest {
    private final RuleFixture fixture = new RuleFixture();

    @Test
    void shouldFollowATrendUpAndDown() {
        assertWants(1.0);
        fixture.trend(-1);
        assertWants(-1.0);
    }

    @Test
    void shouldFadeARangeAtBothEnds() {
        fixture.range(1);
        assertWants(1.0);
        fixture.range(-1);
        assertWants(-1.0);
    }

    @Test
    void shouldSwitchRulesAtTheThresholdOfAdx() {
        // The trend is up and the market overbought: the two rules contradict each other.
        fixture.range(-1).set(RuleFeature.ADX, Math.nextDown(25.0));
        assertWants(-1.0);
        assertEquals(-1.0, fixture.outlook.forecast);

        fixture.set(RuleFeature.ADX, 25.0);
        assertWants(1.0);
        assertTrue(fixture.outlook.forecast > 0.9, "forecast " + fixture.outlook.forecast);
    }

    @Test
    void shouldEnterATrendFromTheThresholdOn() {
        // The cloud's bottom has no opinion in a rise: of 28 weights 27 are for it. Eight against make 19 - 8 = 11 of 28.
        for (RuleFeature feature : new RuleFeature[]{RuleFeature.CLOSE_EMA, RuleFeature.EMA_SLOPE,
            RuleFeature.EMA_CROSS, RuleFeature.SAR, RuleFeature.TRIX}) {
            fixture.set(feature, -1.0);
        }
        double score = forecast();
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, score < 0.4);

        fixture.set(RuleFeature.TRIX, 1.0);
        assertTrue(forecast() >= 0.4, "forecast " + forecast());
        assertWants(1.0);
    }

    @Test
    void shouldFadeFromTheThresholdOn() {
        fixture.range(1).set(RuleFeature.RSI, 50.0);
        assertTrue(forecast() >= 0.8, "13 of 16 weights");
        assertWants(1.0);

        fixture.set(RuleFeature.CCI, 0.0);
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, forecast() < 0.8);
    }

    @Test
    void shouldAskForVolume() {
        fixture.set(RuleFeature.VOLUME, 0.0);
        assertWants(1.0);
        fixture.set(RuleFeature.VOLUME, -0.001);
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, true);
        fixture.drop(RuleFeature.VOLUME);
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, true);
        fixture.range(1).set(RuleFeature.VOLUME, -0.001);
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, true);
    }

    @Test
    void shouldAskForVolumeOnTheSideOfATrendButNotOfAReversion() {
        fixture.set(RuleFeature.OBV, -1.0).set(RuleFeature.CMF, -1.0);
        assertWants(1.0);
        fixture.set(RuleFeature.FORCE, -1.0);
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, true);

        fixture.range(1);
        assertTrue(fixture.value(RuleFeature.OBV) < 0.0);
        assertWants(1.0);
    }

    @Test
    void shouldNotEnterATrendInASqueezeNorAnythingOnAShock() {
        fixture.set(RuleFeature.SQUEEZE, 1.0);
        assertWants(1.0);
        fixture.set(RuleFeature.SQUEEZE, 0.99);
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, true);
        fixture.range(1).set(RuleFeature.SQUEEZE, 0.99).set(RuleFeature.RANGE, 3.0);
        assertWants(1.0);
        fixture.set(RuleFeature.RANGE, 3.01);
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, true);
    }

    @Test
    void shouldNotSellShortWhenLongOnly() {
        RuleFixture careful = new RuleFixture(RuleFixture.rules(0.0, true)).trend(-1);

        assertEquals(SignalReason.EDGE_BELOW_THRESHOLD, careful.decide());
        assertEquals(SignalReason.NONE, careful.trend(1).decide());
        careful.hold(1).decide();
        assertEquals(SignalReason.NONE, careful.trend(-1).decide());
        assertEquals(0.0, careful.outlook.share, "closed, not turned");
    }

    @Test
    void shouldCloseAtTheStopUntilClosed() {
        enter(1);
        assertHolds(98.01);
        assertCloses(98.0);
        assertCloses(99.5);
        fixture.hold(0);
        assertEquals(SignalReason.COOLING_DOWN, fixture.decide());
    }

    @Test
    void shouldCloseAtTheTarget() {
        enter(1);
        assertHolds(103.99);
        assertCloses(104.0);
    }

    @Test
    void shouldMirrorStopAndTargetOfAShortPosition() {
        fixture.trend(-1);
        enter(-1);
        assertHolds(101.99);
        assertCloses(102.0);

        fixture.hold(0).price(100.0).set(RuleFeature.ADX, 20.0).range(-1);
        enter(-1);
        assertHolds(96.01);
        assertCloses(96.0);
    }

    @Test
    void shouldKeepTheDistancesOfTheEntry() {
        enter(1);
        fixture.set(RuleFeature.NATR, 10.0);
        assertHolds(98.01);
        fixture.set(RuleFeature.NATR, 1_000.0);
        assertCloses(98.0);
    }

    @Test
    void shouldCloseAfterTheLastBar() {
        enter(1);
        fixture.hours(47);
        assertHolds(100.0);
        fixture.hours(1);
        assertCloses(100.0);
    }

    @Test
    void shouldCloseWhenTheScoreOfItsOwnRuleIsGone() {
        enter(1);
        fixture.range(-1).set(RuleFeature.ADX, 10.0);
        assertHolds(100.0);
        assertTrue(fixture.outlook.forecast > 0.9, "a trend's position does not mind that the market is overbought");

        fixture.trend(-1).set(RuleFeature.VOLUME, -0.5);
        assertCloses(100.0);
    }

    @Test
    void shouldTurnWhenTheOtherSideIsEntered() {
        enter(1);
        fixture.trend(-1);

        assertEquals(SignalReason.NONE, fixture.decide());
        assertEquals(-1.0, fixture.outlook.share);
        fixture.hold(-1).price(99.0);
        assertEquals(SignalReason.POSITION_HELD, fixture.decide());
        assertHolds(101.99);
        assertCloses(102.0);
    }

    @Test
    void shouldEnterTheSameSideAgainOnlyAfterTheScoreHasLeftIt() {
        enter(1);
        assertCloses(104.0);
        fixture.hold(0);
        assertRefused(SignalReason.COOLING_DOWN, true);

        fixture.trend(-1).set(RuleFeature.VOLUME, -0.5);
        assertRefused(SignalReason.EDGE_BELOW_THRESHOLD, true);
        fixture.trend(1);
        assertWants(1.0);
    }

    @Test
    void shouldBarTheSideOfAPositionThatTheVenueStopped() {
        enter(1);
        assertHolds(99.0);
        fixture.hold(0);

        assertRefused(SignalReason.COOLING_DOWN, true);
    }

    @Test
    void shouldSayWhenFeaturesDoNotSuffice() {
        fixture.drop(RuleFeature.ADX);
        assertRefused(SignalReason.WARMING_UP, true);
        fixture.trend(1);
        assertWants(1.0);
        fixture.drop(RuleFeature.NATR);
        assertRefused(SignalReason.FEATURES_INVALID, true);

        fixture.trend(1);
        drop(7);
        assertWants(1.0);
        drop(8);
        assertRefused(SignalReason.FEATURES_INVALID, true);
    }

    @Test
    void shouldStopWithoutFeatures() {
        enter(1);
        for (RuleFeature feature : RuleFeature.values()) {
            fixture.drop(feature);
        }

        assertHolds(98.01);
        assertCloses(98.0);
    }

    @Test
    void shouldGuardAPositionThatAnotherStrategyEntered() {
        fixture.hold(1).price(50.0);

        assertEquals(SignalReason.POSITION_HELD, fixture.decide());
        assertHolds(49.01);
        assertCloses(49.0);
    }

    @Test
    void shouldConcludeTheSameTwiceAndHashWhatItRemembers() {
        RuleFixture other = new RuleFixture();
        long start = fixture.hash();
        assertEquals(start, other.hash());

        fixture.decide();
        assertNotEquals(start, fixture.hash());
        fixture.hold(1).decide();
        other.decide();
        other.hold(1).decide();

        assertEquals(fixture.hash(), other.hash());
        assertFalse(fixture.hash() == start);
        long held = fixture.hash();
        fixture.price(98.0).decide();
        assertNotEquals(held, fixture.hash(), "it is leaving");
    }

    @Test
    void shouldAllocateNothing() {
        long[] wanted = {0};
        EngineEvent event = fixture.slot();

        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 5_000; i++) {
                fixture.price(100.0 + i % 7).hold(i % 3 - 1);
                wanted[0] += fixture.decide() == SignalReason.NONE ? 1 : 0;
            }
        });

        assertEquals(0L, bytes);
        assertTrue(wanted[0] > 5_000 && event.features().ready(), "wanted " + wanted[0]);
    }

    private void enter(int direction) {
        assertWants(direction);
        fixture.hold(direction);
        assertEquals(SignalReason.POSITION_HELD, fixture.decide());
    }

    private double forecast() {
        fixture.decide();
        return fixture.outlook.forecast;
    }

    private void drop(int count) {
        RuleFeature[] all = RuleFeature.values();
        for (int i = 0; i < count; i++) {
            fixture.drop(all[i]);
        }
    }

    private void assertWants(double share) {
        assertEquals(SignalReason.NONE, fixture.decide());
        assertEquals(share, fixture.outlook.share);
        assertFalse(fixture.outlook.keep);
    }

    private void assertRefused(SignalReason reason, boolean condition) {
        assertTrue(condition);
        assertEquals(reason, fixture.decide());
        assertEquals(0.0, fixture.outlook.share);
    }

    private void assertHolds(double price) {
        assertEquals(SignalReason.POSITION_HELD, fixture.price(price).decide());
    }

    private void assertCloses(double price) {
        assertEquals(SignalReason.NONE, fixture.price(price).decide());
        assertEquals(0.0, fixture.outlook.share);
    }
}
