package io.v11.engine.trading;

import java.util.List;
import java.util.Random;

import org.agrona.DirectBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.ExecutionSettings;
import io.v11.config.FeeTier;
import io.v11.config.RiskLimits;
import io.v11.config.SignalSettings;
import io.v11.config.VenueSettings;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.execution.DispatchStage;
import io.v11.engine.execution.ExecutionStage;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.inference.InferenceStage;
import io.v11.engine.market.MarketStage;
import io.v11.engine.monitor.EngineCounters;
import io.v11.engine.monitor.MonitorStage;
import io.v11.engine.portfolio.PortfolioStage;
import io.v11.engine.risk.RiskStage;
import io.v11.engine.signal.SignalStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.Stage;
import io.v11.engine.slot.StateHash;
import io.v11.engine.venue.SimulatedVenue;
import io.v11.journal.event.Command;
import io.v11.journal.event.EventHeaderDecoder;
import io.v11.journal.event.IntentKind;

import static io.v11.engine.trading.TestInstruments.decimal;
import static io.v11.engine.trading.TestInstruments.e8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The whole order path inline, from market frames to the simulated venue and back, on a random market with random
 * commands; what must always hold is looked at after every event.
 */
class OrderPathSimulationTest {
    private static final int EVENTS = 30_000;
    private static final int RUN = 9;
    private static final RiskLimits LIMITS = TestLimits.limits("order.maximumNotional=2000",
            "exposure.maximumGross=6000",
            "pace.perSecond=10", "pace.perSecondInstrument=10", "pace.maximumOpen=6", "pace.maximumOpenInstrument=6",
            "price.staleReferenceMs=60000");

    @ParameterizedTest
    @ValueSource(strings = {"IOC", "GTC", "POST_ONLY"})
    void shouldHoldItsInvariantsAfterEveryEvent(String timeInForce) {
        Play play = new Play(timeInForce, 17L);
        play.run();

        assertTrue(play.execution.sent() > 300, "sent " + play.execution.sent());
        assertTrue(play.portfolio.fills() > 100, "fills " + play.portfolio.fills());
        assertEquals(0, play.execution.openOrders(), "every order has ended");
        assertEquals(play.execution.sent(),
                play.execution.filled() + play.execution.cancelled() + play.execution.rejected());
        assertEquals(play.venue.fills(), play.portfolio.fills());
        assertEquals(play.venue.fills(), play.monitor.summary().fills());
        assertEquals(play.execution.sent(), play.monitor.summary().orders());
        assertEquals(0, play.venue.lateOrders());
        assertEquals(0, play.execution.unmatchedReports() + play.execution.repeatedReports());
        assertEquals(e8("100000") + play.monitor.summary().pnlE8(), play.portfolio.equityE8());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IOC", "GTC"})
    void shouldComeToTheSameStateTwice(String timeInForce) {
        Play first = new Play(timeInForce, 23L);
        Play second = new Play(timeInForce, 23L);
        first.run();
        second.run();

        assertEquals(first.hash, second.hash);
        assertTrue(new Play(timeInForce, 24L).run() != first.hash);
    }

    /** One play: a player, the stages in order, and a venue. */
    private static final class Play {
        private final Random random;
        private final SimulatedVenue venue = new SimulatedVenue(TestInstruments.TWO,
                VenueSettings.plain(2_000, 1_000), LIMITS.startingCapital());
        private final PortfolioStage portfolio = new PortfolioStage(TestInstruments.TWO, LIMITS);
        private final RiskStage risk = new RiskStage(TestInstruments.TWO, LIMITS, RUN);
        private final ExecutionStage execution = new ExecutionStage(new ExecutionSettings(200), RUN);
        private final MonitorStage monitor = new MonitorStage(EngineCounters.inMemory(), TestInstruments.TWO);
        private final List<Stage> stages;
        private final EngineEvent slot = new EngineEvent(4, 1, 1);
        private final MarketFrames market = new MarketFrames();
        private final OrderFrames control = new OrderFrames();
        private final EventHeaderDecoder header = new EventHeaderDecoder();
        private final long[] bookIds = {1, 1};
        private final long[] mids = {e8("100"), e8("1000")};
        private long sequence;
        private boolean stopped;
        private long hash = StateHash.start();

        private Play(String timeInForce, long seed) {
            random = new Random(seed);
            SignalSettings signal = TestSignals.edge(-50.0, "150", timeInForce, 0.05, 20);
            stages = List.of(new MarketStage(TestInstruments.TWO), portfolio, new Stage() {
                @Override
                public String roleName() {
                    return "feature";
                }

                @Override
                public void onEvent(EngineEvent event) {
                    decide(event);
                }
            }, new InferenceStage((in, out) -> out.ensemble(in.value(0))),
                    new SignalStage(TestInstruments.TWO, FeeTier.INSTRUMENT, signal, new double[]{10.0, 10.0},
                            List.of("mlp"),
                            FeatureCatalog.schema(), RUN),
                    risk, execution, new DispatchStage(venue), monitor);
        }

        private long run() {
            long time = 1_000_000_000L;
            for (int i = 0; i < EVENTS; i++) {
                time += 1_000L * (1 + random.nextInt(5_000));
                deliver(time);
                if (random.nextInt(1_000) == 0) {
                    command(time);
                }
                marketEvent(random.nextInt(2), time);
            }
            for (int i = 0; i < 10; i++) {
                time += 100_000_000L;
                deliver(time);
                EngineEvent timer = control.at(time).quiet(-1);
                pass(timer.frame(), 0, timer.length());
            }
            return hash;
        }

        private void deliver(long time) {
            while (venue.nextReport(time)) {
                pass(venue.buffer(), venue.offset(), venue.length());
            }
        }

        private void command(long time) {
            Command[] stops = {Command.KILL, Command.PAUSE, Command.FLATTEN};
            EngineEvent event = control.at(time).command(stopped ? Command.RESUME : stops[random.nextInt(3)]);
            stopped = !stopped;
            pass(event.frame(), 0, event.length());
        }

        private void marketEvent(int instrument, long time) {
            long tick = instrument == 0 ? e8("0.01") : e8("0.1");
            market.at(time).of(instrument);
            long lot = e8("0.1");
            if (bookIds[instrument] == 1 || random.nextInt(20) == 0) {
                mids[instrument] += tick * random.nextInt(-3, 4);
                long mid = mids[instrument];
                long[] bids = new long[10];
                long[] asks = new long[10];
                for (int i = 0; i < 5; i++) {
                    bids[2 * i] = mid - tick * (i + 1);
                    bids[2 * i + 1] = lot * (1 + random.nextInt(9));
                    asks[2 * i] = mid + tick * (i + 1);
                    asks[2 * i + 1] = lot * (1 + random.nextInt(9));
                }
                market.snapshot(++bookIds[instrument], bids, asks);
            } else if (random.nextBoolean()) {
                boolean bid = random.nextBoolean();
                long price = mids[instrument] + (bid ? -tick : tick) * (1 + random.nextInt(3));
                long[] level = {price, lot * (1 + random.nextInt(9))};
                long id = ++bookIds[instrument];
                market.delta(0, true, id, id, id - 1, bid ? level : MarketFrames.NONE, bid ? MarketFrames.NONE : level);
            } else {
                market.trade(time, mids[instrument] + tick * random.nextInt(-3, 4), lot * (1 + random.nextInt(30)),
                        random.nextBoolean());
            }
            venue.onMarketEvent(market.buffer(), 0, market.length());
            pass(market.buffer(), 0, market.length());
        }

        private void decide(EngineEvent event) {
            if (event.market().present && event.market().topChanged) {
                for (int i = 0; i < event.features().size(); i++) {
                    event.features().set(i, random.nextDouble());
                }
                event.features().ready(true);
            }
        }

        private void pass(DirectBuffer frame, int offset, int length) {
            slot.load(frame, offset, length, ++sequence);
            for (Stage stage : stages) {
                stage.onEvent(slot);
                hash = StateHash.add(hash, stage.stateHash());
            }
            check();
        }

        private void check() {
            assertEquals(execution.openOrders(), risk.workingOrders(), "risk and execution agree on what works");
            assertTrue(venue.restingOrders() <= execution.openOrders(), "the venue works nothing that is not known");
            assertTrue(execution.openOrders() <= LIMITS.pace().maximumOpen());
            for (int i = 0; i < 2; i++) {
                long limit = TestInstruments.TWO.get(i).maximumPosition().e8();
                assertTrue(Math.abs(portfolio.positionE8(i)) <= limit, "position within its limit");
            }
            if (slot.intent().kind == IntentKind.NEW) {
                assertTrue(slot.verdict().approved());
                assertTrue(!risk.tradingState().equals("HALTED") && !risk.tradingState().equals("PAUSED"));
            } else {
                assertTrue(!slot.verdict().approved(), "what is approved is sent");
            }
            assertTrue(slot.portfolio().drawdownFraction >= 0.0 && slot.portfolio().drawdownFraction < 0.08);
            assertEquals(sequence, header.wrap(slot.frame(), 0).sequence());
        }
    }
}
