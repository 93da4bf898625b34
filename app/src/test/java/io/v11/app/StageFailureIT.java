package io.v11.app;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.v11.config.Configuration;
import io.v11.config.Profile;
import io.v11.config.Profile.Threading;
import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;
import io.v11.engine.EngineContext;
import io.v11.engine.LatencyProbe;
import io.v11.engine.LiveModels;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlanner;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.monitor.EngineCounters;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.play.Ingest;
import io.v11.engine.play.Pace;
import io.v11.engine.play.Player;
import io.v11.engine.record.EventLog;
import io.v11.engine.record.JournalSource;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.JournalReader;
import io.v11.journal.event.IntentKind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A stage throws while orders rest at the venue: none follows, those that rest are cancelled, every thread ends. */
class StageFailureIT {

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"INVOKER", "SHARED", "DEDICATED"})
    void shouldCancelRestingOrdersAndSendNoMore(Mode mode) {
        Configuration configuration = restingOrders();
        SimulatedVenue venue = new SimulatedVenue(configuration.instruments(), configuration.profile().venue(),
                configuration.profile().risk().startingCapital());
        AtomicLong failedAt = new AtomicLong();
        AtomicLong lastOrder = new AtomicLong();
        AtomicLong cancelAlls = new AtomicLong();
        // The record stage fails as soon as an order rests: like a full disk, in the middle of trading.
        EventLog failing = (frame, offset, length) -> {
            if (venue.restingOrders() > 0) {
                failedAt.set(lastOrder.get());
                throw new IllegalStateException("planted");
            }
        };
        try (LiveModels models = LiveModels.load(Bundled.models(), configuration.profile().models())) {
            EngineContext context = new EngineContext(configuration, models, DecisionCadence.TOP_CHANGE, 7,
                    EventLog.NONE, failing, (intent, timeNs) -> {
                        if (intent.kind == IntentKind.CANCEL_ALL) {
                            cancelAlls.incrementAndGet();
                        } else {
                            lastOrder.set(intent.clientOrderId);
                        }
                        venue.submit(intent, timeNs);
                    }, new ThreadPlanner(Pipeline.STAGES, 2)
                            .plan(new Threading(mode, Wait.YIELDING, 1024, false, List.of())),
                    LatencyProbe.OFF, core -> {
                    });
            Pipeline pipeline = Pipeline.start(context,
                    new MonitorStage(EngineCounters.inMemory(), configuration.instruments()));
            List<Thread> threads = pipeline.threads();
            Player.Result played = play(pipeline, venue);
            pipeline.close();

            assertFalse(played.engineAlive());
            assertEquals("record", pipeline.failure().stage());
            assertTrue(failedAt.get() != 0, "the stage threw while an order rested");
            if (mode == Mode.INVOKER) { // on threads the market goes on for a moment and may fill one of them
                assertTrue(venue.restingOrders() > 0, "resting " + venue.restingOrders());
            }
            assertEquals(failedAt.get(), lastOrder.get(), "no order after the failure");
            assertEquals(1, cancelAlls.get());
            while (venue.nextReport(Long.MAX_VALUE - 1)) {
                venue.timeNs();
            }
            assertEquals(0, venue.restingOrders(), "resting orders are cancelled at the venue");
            threads.stream().filter(thread -> thread != Thread.currentThread())
                    .forEach(thread -> assertFalse(thread.isAlive(), thread.getName()));
        }
    }

    private static Player.Result play(Pipeline pipeline, SimulatedVenue venue) {
        try (JournalSource source = new JournalSource(JournalReader.open(Bundled.market().resolve("input")))) {
            return new Player(pipeline, new Ingest(pipeline, SystemNanoClock.INSTANCE), venue,
                    Pace.parse("max"), SystemNanoClock.INSTANCE, false).play(source, 0);
        }
    }

    /** Post-only orders that rest for long. */
    private static Configuration restingOrders() {
        return Bundled.configuration("backtest", null, null).with(Map.of("signal.edge.entryBps", "-100.0",
                "signal.order.timeInForce", "POST_ONLY", "signal.maximumInvalidFraction", "0.5",
                "signal.order.coolDownMs", "100",
                "execution.orderLifeMs", "3600000"));
    }
}
