package io.v11.engine.monitor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.agrona.concurrent.status.CountersReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.engine.slot.EngineEvent;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.engine.trading.OrderFrames;
import io.v11.engine.trading.TestInstruments;
import io.v11.journal.event.Command;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.RiskReason;
import io.v11.journal.event.Side;
import io.v11.journal.event.SignalReason;
import io.v11.ml.FeatureSchema;
import io.v11.ml.drift.DistributionBuilder;
import io.v11.ml.drift.DriftDetector;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.drift.FeatureDistribution;

import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class MonitorStageTest {
    private final OrderFrames frames = new OrderFrames();
    private final EngineCounters counters = EngineCounters.inMemory();
    private final MonitorStage stage = new MonitorStage(counters, TestInstruments.TWO);

    @Test
    void shouldCountEventsByTemplate() {
        stage.onEvent(frames.quiet(0));
        stage.onEvent(frames.quiet(0));
        stage.onEvent(frames.command(Command.PAUSE));
        stage.onEvent(frames.fill(0, 1, 1, Side.BUY, e8("1"), e8("1"), 0, 0));

        assertEquals(2, value("events.timer"));
        assertEquals(1, value("events.operatorCommand"));
        assertEquals(1, value("events.orderFill"));
        assertEquals(1, value("fills"));
        assertEquals(0, value("events.other"));
        assertEquals(4, stage.summary().events());
    }

    @Test
    void shouldCountAnEventOfAnUnknownTemplate() {
        EngineEvent event = frames.quiet(0);
        event.frame().putShort(2, (short) 999, java.nio.ByteOrder.LITTLE_ENDIAN);
        stage.onEvent(event);

        assertEquals(1, value("events.other"));
    }

    @Test
    void shouldCountDecisionsAndReasons() {
        stage.onEvent(decision(0.75));
        stage.onEvent(decision(Double.NaN));
        EngineEvent order = decision(0.75);
        order.signal().reason = SignalReason.PROPOSED;
        order.verdict().reason = RiskReason.APPROVED;
        order.intent().kind = IntentKind.NEW;
        stage.onEvent(order);

        RunSummary summary = stage.summary();
        assertEquals(3, summary.decisions());
        assertEquals(2, summary.scored());
        assertEquals(9, summary.validFeatures());
        assertEquals(1, summary.proposals());
        assertEquals(1, summary.approvals());
        assertEquals(1, summary.orders());
        assertEquals(2, value("signals.EDGE_BELOW_THRESHOLD"));
        assertEquals(1, value("verdicts.APPROVED"));
        assertEquals(1, value("intents.NEW"));
        assertFalse(counters.values().containsKey("intents.NONE"));
    }

    @Test
    void shouldCountWhatWasLeftOutAndWhatTheGateLetPass() {
        stage.onEvent(decision(0.75));
        EngineEvent degraded = decision(0.75);
        degraded.scores().skippedMask(0b10);
        degraded.scores().confident(false);
        stage.onEvent(degraded);
        EngineEvent unasked = decision(Double.NaN);
        unasked.scores().skippedMask(0b11);
        stage.onEvent(unasked);
        frames.at(4_000);
        stage.onEvent(frames.top(0, e8("101"), e8("102")));

        RunSummary summary = stage.summary();
        assertEquals(new InferenceTally.Figures(2, 1, 1, java.util.List.of(1L, 2L)), summary.inference());
        assertEquals(2, value("decisions.degraded"));
        assertEquals(1, value("decisions.unasked"));
        assertEquals(1, value("decisions.confident"));
        assertEquals(2, summary.accuracy().resolved());
        assertEquals(1, summary.confident().resolved());
    }

    @Test
    void shouldSumUpAccountAndAccuracy() {
        frames.at(1_000);
        stage.onEvent(decision(0.75));
        frames.at(4_000);
        EngineEvent moved = frames.top(0, e8("101"), e8("102"));
        moved.portfolio().drawdownFraction = 0.05;
        stage.onEvent(moved);
        EngineEvent last = frames.quiet(0);
        last.portfolio().drawdownFraction = 0.01;
        last.portfolio().pnlE8 = -7;
        last.portfolio().feesE8 = 3;
        last.portfolio().equityE8 = 93;
        stage.onEvent(last);

        RunSummary summary = stage.summary();
        assertEquals(3_000, summary.eventTimeNs());
        assertEquals(0.05, summary.maximumDrawdownFraction());
        assertEquals(0.01, summary.drawdownFraction());
        assertEquals(-7, summary.pnlE8());
        assertEquals(3, summary.feesE8());
        assertEquals(93, summary.equityE8());
        assertEquals(new DirectionAccuracy.Figures(1, 1, 1, 1, 0, 0), summary.accuracy());
        assertEquals(1, summary.byInstrument().size());
        assertEquals("BTCUSDT.SPOT", summary.byInstrument().getFirst().instrument());
    }

    @Test
    void shouldShowItsCountersToAnotherReader(@TempDir Path folder) {
        Path file = folder.resolve("counters.dat");
        try (EngineCounters mapped = EngineCounters.mapped(file)) {
            MonitorStage monitor = new MonitorStage(mapped, TestInstruments.TWO);
            monitor.onEvent(frames.quiet(0));
            Map<String, Long> seen = new HashMap<>();
            CountersReader reader = EngineCounters.open(file);
            reader.forEach((id, type, key, label) -> seen.put(label, reader.getCounterValue(id)));

            assertEquals(mapped.values(), seen);
            assertEquals(1, seen.get("events.timer"));
        }
    }

    @Test
    void shouldHashWhatItCounted() {
        long before = stage.stateHash();
        assertEquals(before, new MonitorStage(EngineCounters.inMemory(), TestInstruments.TWO).stateHash());
        stage.onEvent(frames.quiet(0));
        assertNotEquals(before, stage.stateHash());
    }

    @Test
    void shouldAllocateNothingPerEvent() {
        assertEquals(0L, AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 20_000; i++) {
                stage.onEvent(decision(0.75));
                stage.onEvent(frames.top(0, price(i), price(i) + 5));
            }
        }));
    }

    @Test
    void shouldWatchForDriftAndAllocateNothing() {
        DriftDetector drift = driftDetector();
        MonitorStage watching = new MonitorStage(counters, TestInstruments.TWO, drift);
        long[] second = new long[1];
        long before = watching.stateHash();

        assertEquals(0L, AllocatedBytes.perRound(() -> {
            for (int i = 0; i < 5_000; i++) {
                frames.at(1_000_000_000L * second[0]++);
                watching.onEvent(decision(0.75));
            }
        }));

        long windows = second[0] / DriftReference.WINDOW;
        assertEquals(windows, watching.summary().drift().windows());
        assertEquals(windows, watching.summary().drift().total().byUnusual(), "trained on 3, decisions have 1");
        assertEquals(windows, value("drift.windows"));
        assertEquals(windows, value("drift.by.unusual"));
        assertEquals(windows, value("drift.alerts"));
        assertNotEquals(before, watching.stateHash());
    }

    /** Trained on rows in which feature 1 was always 3. */
    private static DriftDetector driftDetector() {
        double[] samples = new double[20 * DriftReference.WINDOW];
        Arrays.fill(samples, 3.0);
        FeatureDistribution one = new DistributionBuilder(DriftReference.WINDOW).build("one", samples);
        DriftReference reference = new DriftReference(DriftReference.WINDOW, DriftReference.SPACING_NS,
                Map.of("BTCUSDT.SPOT", List.of(one)));
        return new DriftDetector(reference, FeatureSchema.of(List.of("zero", "one"), List.of("1", "1")),
                TestInstruments.TWO.qualifiedNames());
    }

    private static long price(int i) {
        return 10_000_000_000L + i;
    }

    private EngineEvent decision(double probability) {
        EngineEvent event = frames.top(0, 10_000_000_000L, 10_100_000_000L);
        event.features().invalidate(0);
        for (int i = 1; i < 4; i++) {
            event.features().set(i, 1.0);
        }
        event.features().ready(true);
        event.scores().ensemble(probability);
        event.signal().reason = SignalReason.EDGE_BELOW_THRESHOLD;
        return event;
    }

    private long value(String label) {
        return counters.values().get(label);
    }
}
