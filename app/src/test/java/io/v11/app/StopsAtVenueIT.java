package io.v11.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.Configuration;
import io.v11.config.Profile;
import io.v11.engine.EngineContext;
import io.v11.engine.LatencyProbe;
import io.v11.engine.LiveModels;
import io.v11.engine.Pipeline;
import io.v11.engine.ThreadPlan;
import io.v11.engine.feature.DecisionCadence;
import io.v11.engine.monitor.EngineCounters;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.play.Ingest;
import io.v11.engine.play.Pace;
import io.v11.engine.play.Player;
import io.v11.engine.record.EventLog;
import io.v11.engine.record.EventSource;
import io.v11.engine.record.JournalSource;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.JournalReader;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Trailing stops rest at the venue, follow the market by replacement, trade inside bars, and need no engine to do so, whether it was
 * ended or failed.
 */
class StopsAtVenueIT {
    private static final int HOURS = 600;
    private static final int DIES = 420;
    private static final Map<String, String> TRAILING = new LinkedHashMap<>();

    static {
        for (String word : new String[]{"signal.sleeves.members=[EMA_BLEND]", "signal.sleeves.warmUpBars=200",
            "signal.sleeves.volatilityBars=100", "signal.sleeves.riskBars=100", "signal.sleeves.risk=0.2",
            "risk.stop.mode=TRAILING", "risk.stop.rankBars=48", "risk.stop.lowMultiple=1.5",
            "risk.stop.normalMultiple=1.5", "risk.stop.highMultiple=1.5"}) {
            TRAILING.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
    }

    @TempDir
    private Path folder;
    private Path journal;

    @BeforeEach
    void write() {
        journal = new HourlyJournal(HOURS).write(folder.resolve("journal"));
    }

    @Test
    void shouldRestFollowTheMarketAndTradeInsideBars() {
        Session session = new Session();
        session.play(HOURS);
        session.pipeline.close();

        assertTrue(session.stops.size() > 20, "stops " + session.stops.size());
        assertTrue(session.replacements > 10, "replacements " + session.replacements);
        assertTrue(session.stopFills > 5, "stop fills " + session.stopFills);
        assertTrue(session.stopFillsInBars > 0, "inside bars " + session.stopFillsInBars);
        assertEquals(session.stopFills, session.stopFillsBeyond, "none better than its stop");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldFillAStopAtTheVenueAfterTheEngineIsGone(boolean failed) {
        Session session = new Session();
        session.failsAtNs = failed ? HourlyJournal.hourNs(DIES - 1) : Long.MAX_VALUE;
        session.play(DIES);
        session.pipeline.close();
        assertEquals(failed, session.pipeline.failure() != null);
        int sent = session.sent;
        long before = session.stopFills;

        session.driveVenueOn();

        assertEquals(sent, session.sent, "nobody sends any more");
        assertTrue(session.stopFills > before, "fills of stops after the engine was closed " + session.stopFills);
        assertEquals(session.stopFills, session.stopFillsBeyond, "none better than its stop");
    }

    /** What was sent of one stop order. */
    private record Stop(boolean sell, long stopE8) {
    }

    /** An engine and its venue, and the recording that both are shown. */
    private final class Session {
        private final Map<Long, Stop> stops = new LinkedHashMap<>();
        private final Configuration configuration = Configuration.load(Bundled.ROOT.resolve("config"), "hours")
                .with(TRAILING);
        private final SimulatedVenue venue = new SimulatedVenue(configuration.instruments(),
                configuration.profile().venue(), configuration.profile().risk().startingCapital());
        private final EventHeaderDecoder header = new EventHeaderDecoder();
        private final OrderFillDecoder fill = new OrderFillDecoder();
        private final JournalReader reader = JournalReader.open(journal.resolve("input"));
        private final Pipeline pipeline;
        private long failsAtNs = Long.MAX_VALUE;
        private int sent;
        private int replacements;
        private long stopFills;
        private long stopFillsInBars;
        private long stopFillsBeyond;

        private Session() {
            Profile profile = configuration.profile();
            LiveModels models = LiveModels.load(Bundled.models(), profile.models());
            pipeline = Pipeline.start(new EngineContext(configuration, models,
                    DecisionCadence.valueOf(profile.decision().cadence()), EngineContext.runId(HourlyJournal.START_NS),
                    this::onInput, EventLog.NONE, this::onOrder, ThreadPlan.inline("test"), LatencyProbe.OFF, core -> {
                    }), new MonitorStage(EngineCounters.inMemory(), configuration.instruments(),
                            models.driftDetector(configuration.instruments())));
        }

        private void play(int untilHour) {
            Ingest ingest = new Ingest(pipeline, SystemNanoClock.INSTANCE);
            ingest.open(configuration, List.of(), HourlyJournal.START_NS);
            Player.Result played = new Player(pipeline, ingest, venue, Pace.parse("max"), SystemNanoClock.INSTANCE,
                    false).play(until(HourlyJournal.hourNs(untilHour)), 0L);
            assertEquals(failsAtNs == Long.MAX_VALUE, played.engineAlive());
        }

        private EventSource until(long timeNs) {
            JournalSource source = new JournalSource(reader);
            return new EventSource() {
                @Override
                public boolean next() {
                    return source.next() && header.wrap(source.buffer(), source.offset()).ingestTimeNs() < timeNs;
                }

                @Override
                public DirectBuffer buffer() {
                    return source.buffer();
                }

                @Override
                public int offset() {
                    return source.offset();
                }

                @Override
                public int length() {
                    return source.length();
                }
            };
        }

        private void onOrder(OrderIntent intent, long timeNs) {
            sent++;
            if (intent.type == OrderType.STOP) {
                stops.put(intent.clientOrderId, new Stop(intent.side == Side.SELL,
                        intent.stopPriceE8));
                replacements += intent.kind == IntentKind.REPLACE ? 1 : 0;
            }
            venue.submit(intent, timeNs);
        }

        private void onInput(DirectBuffer frame, int offset, int length) {
            if (header.wrap(frame, offset).ingestTimeNs() >= failsAtNs) {
                throw new IllegalStateException("planted");
            }
            onReport(frame, offset);
        }

        private void onReport(DirectBuffer frame, int offset) {
            header.wrap(frame, offset);
            if (header.templateId() != OrderFillDecoder.TEMPLATE_ID) {
                return;
            }
            long timeNs = header.ingestTimeNs();
            fill.wrapAndApplyHeader(frame, offset, header);
            Stop stop = stops.get(fill.clientOrderId());
            if (stop != null) {
                stopFills++;
                stopFillsInBars += timeNs % BarLength.HOUR.timeNs() > BarLength.MINUTE.timeNs() ? 1 : 0;
                stopFillsBeyond += stop.sell
                        ? fill.priceE8() <= stop.stopE8 ? 1 : 0
                        : fill.priceE8() >= stop.stopE8 ? 1 : 0;
            }
        }

        /** What the world does when the engine is gone: bars pass, and nobody hears the venue's reports. */
        private void driveVenueOn() {
            List<UnsafeBuffer> hour = new ArrayList<>();
            long timeNs = 0L;
            do {
                UnsafeBuffer frame = new UnsafeBuffer(new byte[reader.length()]);
                frame.putBytes(0, reader.buffer(), reader.offset(), reader.length());
                long frameNs = header.wrap(frame, 0).ingestTimeNs();
                if (frameNs != timeNs) {
                    pass(hour, timeNs);
                    hour.clear();
                    timeNs = frameNs;
                }
                hour.add(frame);
            } while (reader.next());
            pass(hour, timeNs);
            reader.close();
        }

        private void pass(List<UnsafeBuffer> hour, long timeNs) {
            hour.forEach(frame -> venue.onUpcoming(frame, 0, frame.capacity()));
            while (venue.nextReport(timeNs)) {
                onReport(venue.buffer(), venue.offset());
            }
            hour.forEach(frame -> venue.onMarketEvent(frame, 0, frame.capacity()));
        }
    }
}
