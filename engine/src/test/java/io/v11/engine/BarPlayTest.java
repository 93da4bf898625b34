package io.v11.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.SystemNanoClock;
import org.junit.jupiter.api.Test;

import io.v11.config.Limits;
import io.v11.config.Profile.Threading;
import io.v11.config.Profile.Threading.Mode;
import io.v11.config.Profile.Threading.Wait;
import io.v11.config.VenueSettings;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.play.Ingest;
import io.v11.engine.play.Pace;
import io.v11.engine.play.Player;
import io.v11.engine.record.EventSource;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.OrderIntent;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.engine.trading.TestInstruments;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.event.IntentKind;
import io.v11.journal.event.KlineDecoder;
import io.v11.journal.event.OrderFillDecoder;
import io.v11.journal.event.OrderType;
import io.v11.journal.event.Side;
import io.v11.journal.event.TimeInForce;

import static io.v11.engine.trading.TestInstruments.decimal;
import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Bars of two instruments that end together, played through a ring against the simulated venue by an engine that answers
 * every bar with an order and every entry with a stop: the same events in every mode, in order of time, none late.
 */
class BarPlayTest {
    private static final long SEED = 11L;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int BARS = 120; // threads that wait for one another are slow on a busy machine
    private static final long NS_PER_HOUR = 3_600_000_000_000L;

    @Test
    void shouldGiveTheSameEventsInEveryMode() {
        Play inline = new Play(Mode.INVOKER);
        Play shared = new Play(Mode.SHARED);
        Play dedicated = new Play(Mode.DEDICATED);
        inline.run();
        shared.run();
        dedicated.run();

        assertEquals(0, inline.venue.lateOrders() + shared.venue.lateOrders() + dedicated.venue.lateOrders());
        assertTrue(inline.decider.fills > 60, "fills " + inline.decider.fills);
        assertTrue(inline.decider.inBars > 15, "fills that were answered inside their bar " + inline.decider.inBars);
        assertEquals(inline.decider.hash, shared.decider.hash);
        assertEquals(inline.decider.hash, dedicated.decider.hash);
        assertEquals(inline.venue.walletE8(), shared.venue.walletE8());
        assertEquals(inline.venue.walletE8(), dedicated.venue.walletE8());
    }

    /** One play through one kind of plan. */
    private static final class Play {
        private final SimulatedVenue venue = new SimulatedVenue(TestInstruments.TWO, VenueSettings.plain(2_000, 1_000),
                decimal("1000000"));
        private final Decider decider = new Decider();
        private final Pipeline pipeline;

        private Play(Mode mode) {
            List<Stage> stages = List.of(new Idle("journal"), decider, new Idle("record"), new Stage() {
                @Override
                public String roleName() {
                    return "dispatch";
                }

                @Override
                public void onEvent(EngineEvent event) {
                    if (event.intent().kind != IntentKind.NONE) {
                        venue.submit(event.intent(), event.timeNs());
                    }
                }
            }, new Idle("monitor"));
            List<String> roles = stages.stream().map(Stage::roleName).toList();
            pipeline = new Pipeline(stages,
                    new ThreadPlanner(roles, 2).plan(new Threading(mode, Wait.YIELDING, 64, false, List.of())),
                    () -> new EngineEvent(1, 1, roles.size()), LatencyProbe.OFF, core -> {
                    }, timeNs -> {
                    });
        }

        private void run() {
            Player player = new Player(pipeline, new Ingest(pipeline, SystemNanoClock.INSTANCE), venue,
                    Pace.parse("max"), SystemNanoClock.INSTANCE, false);
            Player.Result played = player.play(new RandomBars(), NS_PER_HOUR);
            pipeline.close();
            assertTrue(played.engineAlive(), () -> pipeline.failure().describe());
            assertEquals(2 * BARS, played.marketEvents());
        }
    }

    /** Answers each bar with an order of some kind, each entry with a stop, and hashes all that it is given. */
    private static final class Decider implements Stage {
        private final KlineDecoder bar = new KlineDecoder();
        private final OrderFillDecoder fill = new OrderFillDecoder();
        private long hash = StateHash.start();
        private long lastNs = Long.MIN_VALUE;
        private long fills;
        private long inBars;

        @Override
        public String roleName() {
            return "execution";
        }

        @Override
        public void onEvent(EngineEvent event) {
            hash = StateHash.add(StateHash.add(hash, event.sequence()), event.timeNs());
            for (int i = Limits.HEADER_BYTES; i + Long.BYTES <= event.length(); i += Long.BYTES) {
                hash = StateHash.add(hash, event.frame().getLong(i));
            }
            assertTrue(event.timeNs() >= lastNs, "time goes back");
            lastNs = event.timeNs();
            OrderIntent intent = event.intent();
            if (event.templateId() == KlineDecoder.TEMPLATE_ID) {
                bar.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
                entry(intent, event);
            } else if (event.templateId() == OrderFillDecoder.TEMPLATE_ID) {
                fill.wrap(event.frame(), Limits.HEADER_BYTES, event.blockLength(), event.schemaVersion());
                fills++;
                inBars += event.timeNs() % MINUTE_NS > MINUTE_NS / 10 ? 1 : 0;
                if (fill.clientOrderId() % 2 == 0) {
                    stop(intent, event);
                }
            }
        }

        private void entry(OrderIntent intent, EngineEvent event) {
            boolean buy = (event.sequence() * 31 + event.instrument()) % 3 != 0;
            boolean market = event.sequence() % 4 == 0;
            intent.kind = event.sequence() % 37 == 0 ? IntentKind.CANCEL_ALL : IntentKind.NEW;
            intent.clientOrderId = event.sequence() * 2;
            intent.instrument = intent.kind == IntentKind.CANCEL_ALL ? -1 : event.instrument();
            intent.side = buy ? Side.BUY : Side.SELL;
            intent.type = market ? OrderType.MARKET : OrderType.LIMIT;
            intent.timeInForce = TimeInForce.GTC;
            intent.priceE8 = bar.closeE8() + (buy == market ? e8("5") : -e8("0.2"));
            intent.quantityE8 = e8("0.5");
        }

        private void stop(OrderIntent intent, EngineEvent event) {
            boolean bought = fill.side() == Side.BUY;
            intent.kind = IntentKind.NEW;
            intent.clientOrderId = event.sequence() * 2 + 1;
            intent.instrument = event.instrument();
            intent.side = bought ? Side.SELL : Side.BUY;
            intent.type = OrderType.STOP;
            intent.stopPriceE8 = (fill.priceE8() + (bought ? -e8("0.5") : e8("0.5"))) / e8("0.1") * e8("0.1");
            intent.quantityE8 = fill.quantityE8();
            intent.reduceOnly = true;
        }
    }

    /** Does nothing. */
    private record Idle(String roleName) implements Stage {
        @Override
        public void onEvent(EngineEvent event) {
            assertTrue(event.sequence() > 0);
        }
    }

    /** Random walks of two instruments, a bar of each a minute. */
    private static final class RandomBars implements EventSource {
        private final Random random = new Random(SEED);
        private final MarketFrames frame = new MarketFrames();
        private final long[] closes = {1_000, 1_000};
        private int next;

        @Override
        public boolean next() {
            if (next == 2 * BARS) {
                return false;
            }
            int instrument = next % 2;
            long minute = next++ / 2;
            List<Long> prices = new ArrayList<>();
            long open = closes[instrument];
            for (int i = 0; i < 3; i++) {
                prices.add(open + random.nextInt(-8, 9));
            }
            long close = prices.getFirst();
            prices.add(open);
            closes[instrument] = Math.clamp(close, 900L, 1_100L);
            frame.at((minute + 1) * MINUTE_NS).of(instrument).kline(minute * MINUTE_NS, MINUTE_NS, open * e8("0.1"),
                    prices.stream().max(Long::compare).orElseThrow() * e8("0.1"),
                    prices.stream().min(Long::compare).orElseThrow() * e8("0.1"), close * e8("0.1"), e8("100"), 0L);
            return true;
        }

        @Override
        public DirectBuffer buffer() {
            return frame.buffer();
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public int length() {
            return frame.length();
        }
    }
}
