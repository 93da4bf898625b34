package io.v11.engine.regime;

import org.junit.jupiter.api.Test;

import io.v11.config.RegimeSettings;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestInstruments;
import io.v11.journal.event.Regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RegimeStageTest {
    private final OrderFrames frames = new OrderFrames();
    private final SimulatedMarket market = new SimulatedMarket(4, 100, 10.0);

    @Test
    void shouldDoNothingWhenNoBarIsNamed() {
        RegimeStage stage = new RegimeStage(TestInstruments.TWO, RegimeSettings.none());

        EngineEvent event = close(0, BarLength.HOUR);
        stage.onEvent(event);

        assertFalse(event.regime().updated);
        assertEquals(Regime.UNKNOWN, event.regime().state);
        assertEquals(0L, stage.stateHash());
    }

    @Test
    void shouldStandOnEveryMarketEventAndMoveWithItsOwnBars() {
        RegimeStage stage = new RegimeStage(TestInstruments.TWO, RegimeFixture.stated());
        EngineEvent event = close(0, BarLength.HOUR);
        for (int i = 0; i < 60; i++) {
            event = close(0, BarLength.HOUR);
            stage.onEvent(event);
        }
        Regime state = event.regime().state;
        double[] posteriors = event.regime().posteriors.clone();
        long hash = stage.stateHash();

        EngineEvent minute = close(0, BarLength.MINUTE);
        stage.onEvent(minute);
        assertFalse(minute.regime().updated);
        assertEquals(state, minute.regime().state);
        assertEquals(posteriors[0], minute.regime().posteriors[0]);

        EngineEvent elsewhere = frames.top(1, 100, 200);
        stage.onEvent(elsewhere);
        assertEquals(Regime.UNKNOWN, elsewhere.regime().state);

        EngineEvent report = frames.quiet(0);
        stage.onEvent(report);
        assertEquals(Regime.UNKNOWN, report.regime().state);
        assertEquals(hash, stage.stateHash());

        EngineEvent hour = close(0, BarLength.HOUR);
        stage.onEvent(hour);
        assertTrue(hour.regime().updated);
        assertNotEquals(Regime.UNKNOWN, hour.regime().state);
        assertNotEquals(hash, stage.stateHash());
    }

    @Test
    void shouldAllocateNothingPerEventNorPerFit() {
        RegimeStage stage = new RegimeStage(TestInstruments.TWO, RegimeFixture.fitted(100, 30));
        long[] told = {0};
        long bytes = AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 200; i++) {
                EngineEvent event = close(i & 1, BarLength.HOUR);
                stage.onEvent(event);
                told[0] += event.regime().state == Regime.UNKNOWN ? 0 : 1;
                stage.onEvent(frames.top(0, 100, 200));
            }
        });

        assertEquals(0L, bytes);
        assertTrue(told[0] > 0, "told " + told[0]);
    }

    private EngineEvent close(int instrument, BarLength length) {
        EngineEvent event = frames.top(instrument, 100, 200);
        event.market().bar(length).copyFrom(market.next());
        event.market().closedBars = length.bit();
        return event;
    }
}
