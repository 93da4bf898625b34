package io.v11.engine.feature.cross;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.v11.config.Instrument;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.shared.Surroundings;
import io.v11.engine.slot.EngineEvent;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Cross-market features against a batch computation over all that was seen, on ticks and on klines. */
class CrossFeaturesTest {
    private static final long START_NS = 1_700_000_040_000_000_000L;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long[] PAUSES_NS = {0, 1_000_000, 40_000_000, 300_000_000, 2_000_000_000L, 9_000_000_000L};

    private final CrossWorld world = new CrossWorld();
    private final CrossReference reference = new CrossReference();
    private final Set<String> compared = new TreeSet<>();
    private final Set<String> causes = new TreeSet<>();

    private void compare(int instrument, long timeNs, String where) {
        FeatureVector vector = world.vector(instrument, timeNs);
        Map<String, CrossReference.Expected> expected = reference.values(instrument, timeNs);
        List<String> names = world.names(instrument);
        assertEquals(new HashSet<>(names), expected.keySet());
        for (int i = 0; i < names.size(); i++) {
            CrossReference.Expected value = expected.get(names.get(i));
            String what = names.get(i) + " of " + instrument + " " + where + " " + value;
            assertEquals(value.cause() == null, vector.isValid(i), what + " " + vector.cause(i));
            if (vector.isValid(i)) {
                assertEquals(value.value(), vector.value(i), 1e-8 * Math.max(1.0, Math.abs(value.value())), what);
                compared.add(names.get(i));
            } else {
                assertEquals(value.cause(), vector.cause(i), what);
                causes.add(names.get(i) + " " + vector.cause(i));
            }
        }
    }

    private void see(MarketFrames frame) {
        EngineEvent event = world.play(frame);
        reference.see(event.instrument(), event.market(), event.timeNs());
    }

    /** Instruments share some of their moves; 2 has no quotes, 4 is silent for half an hour, 1 loses its feed at times. */
    @Test
    void shouldEqualTheBatchReferenceOnTicks() {
        Random random = new Random(1);
        double[] prices = {60_000, 3_000, 1.2, 60_010, 150};
        long timeNs = START_NS;
        double common = 0;
        int checks = 0;
        for (int i = 0; timeNs < START_NS + 800 * MINUTE_NS; i++) {
            timeNs += PAUSES_NS[random.nextInt(PAUSES_NS.length)];
            common = random.nextInt(3) == 0 ? random.nextGaussian() * 2e-4 : common;
            int instrument = random.nextInt(5);
            boolean silent = timeNs > START_NS + 300 * MINUTE_NS && timeNs < START_NS + 330 * MINUTE_NS;
            if (instrument == 4 && silent) {
                continue;
            }
            prices[instrument] *= random.nextInt(3) == 0 ? 1 : 1 + common + random.nextGaussian() * 1e-4;
            long price = Math.round(prices[instrument] * 1e8);
            world.frames.at(timeNs).of(instrument);
            int kind = random.nextInt(20);
            if (kind == 0 && instrument == 3) {
                see(world.frames.markPrice(price, price - 10_000_000L, 1_000L * (i % 30),
                        (timeNs / (480 * MINUTE_NS) + 1) * 480 * MINUTE_NS));
            } else if (kind == 1 && instrument == 1) {
                see(world.frames.feedStatus(false));
            } else if (kind < 10 || instrument == 2) {
                see(world.frames.trade(i, price, 1_000_000L, true));
            } else {
                see(world.frames.top(i, price - 1_000_000L, 5, price + 1_000_000L, 5));
            }
            if (random.nextInt(150) == 0) {
                compare(instrument, timeNs, "event=" + i);
                checks++;
            }
        }
        assertTrue(checks > 100, "checks=" + checks);
        assertEquals(new TreeSet<>(world.names(0)), compared, "features that were valid and compared");
        assertTrue(causes.contains("lead_btc_15m_bps NOT_WARM") && causes.contains("mark_premium_bps STALE")
                && causes.contains("basis_bps STALE") && causes.contains("basis_bps UNDEFINED"), causes.toString());
    }

    /** Bars of all instruments at the same instant, one after another; ETH lacks some. */
    @Test
    void shouldEqualTheBatchReferenceOnKlines() {
        Random random = new Random(2);
        double[] prices = {60_000, 3_000, 1.2, 60_010, 150};
        int checks = 0;
        for (int minute = 1; minute <= 900; minute++) {
            double common = random.nextGaussian() * 4e-4;
            for (int instrument = 0; instrument < 5; instrument++) {
                prices[instrument] *= 1 + common + random.nextGaussian() * 3e-4;
                long price = Math.round(prices[instrument] * 1e8);
                boolean missing = instrument == 1 && random.nextInt(70) == 0
                        || instrument == 2 && minute > 500 && minute < 520;
                if (missing) {
                    continue;
                }
                long openNs = START_NS / MINUTE_NS * MINUTE_NS + (minute - 1) * MINUTE_NS;
                see(world.frames.at(openNs + MINUTE_NS).of(instrument).kline(openNs, MINUTE_NS, price, price + 5,
                        price - 5, price, 1_000_000L, 500_000L));
                if (random.nextInt(40) == 0 || minute > 519 && minute < 523) {
                    compare(instrument, openNs + MINUTE_NS, "minute=" + minute);
                    checks++;
                }
            }
        }
        assertTrue(checks > 90, "checks=" + checks);
        assertTrue(compared.containsAll(List.of("lead_btc_60s_bps", "lead_eth_15m_bps", "basis_change_60s_bps",
                "btc_beta_720m", "btc_residual_15m_bps", "market_correlation_60m")), compared.toString());
        // A minute bar knows nothing of ten seconds.
        assertTrue(causes.contains("lead_btc_10s_bps UNDEFINED"), causes.toString());
        assertFalse(compared.contains("lead_btc_10s_bps"));
    }

    @Test
    void shouldCompareTheSameMinuteOfKlines() {
        long openNs = START_NS / MINUTE_NS * MINUTE_NS;
        long[][] closes = {{100_000_000_000L, 101_000_000_000L, 103_020_000_000L},
            {50_000_000_000L, 50_500_000_000L, 50_500_000_000L}};
        for (int minute = 0; minute < 3; minute++) {
            long closeNs = openNs + (minute + 1) * MINUTE_NS;
            for (int instrument = 0; instrument < 2; instrument++) {
                long close = closes[instrument][minute];
                world.play(world.frames.at(closeNs).of(instrument).kline(closeNs - MINUTE_NS, MINUTE_NS, close, close,
                        close, close, 1_000_000L, 500_000L));
                if (minute == 2) {
                    // BTC's bar comes first: both moved by 1 % in the last minute that both have. Then ETH lags by 2 %.
                    double expected = instrument == 0 ? 0.0 : 200.0;
                    assertEquals(expected, value(instrument, closeNs, "lead_btc_60s_bps"), 1e-6);
                }
            }
        }
    }

    @Test
    void shouldGoStaleWhenNoMinuteClosesAnyMore() {
        long lastNs = 0;
        for (int minute = 0; minute < 70; minute++) {
            lastNs = START_NS + minute * MINUTE_NS;
            for (int instrument = 0; instrument < 5; instrument++) {
                long close = 100_000_000L + minute * (instrument - 1);
                world.play(world.frames.at(lastNs).of(instrument).kline(lastNs - MINUTE_NS, MINUTE_NS, close, close,
                        close, close, 1_000_000L, 500_000L));
            }
        }
        List<String> names = world.names(4);
        String[] aggregates = {"market_breadth_60m", "market_dispersion_60m_bps", "less_market_60m_bps",
            "eth_btc_60m_bps", "btc_beta_60m"};
        for (String name : aggregates) {
            assertTrue(world.vector(4, lastNs + 4 * MINUTE_NS).isValid(names.indexOf(name)), name);
            FeatureVector late = world.vector(4, lastNs + 6 * MINUTE_NS + 1);
            assertEquals(Invalidity.STALE, late.cause(names.indexOf(name)), name);
            assertFalse(late.isValid(names.indexOf(name)), name);
        }
        // BTC's perpetual is no symbol of its own: NEXO and SOL of BTC, ETH, NEXO, SOL rise.
        assertEquals(0.5, value(4, lastNs, "market_breadth_60m"));
    }

    private double value(int instrument, long timeNs, String name) {
        FeatureVector vector = world.vector(instrument, timeNs);
        int index = world.names(instrument).indexOf(name);
        assertTrue(vector.isValid(index), name + " " + vector.cause(index));
        return vector.value(index);
    }

    @Test
    void shouldTellWhatIsNotConfiguredFromWhatIsNotHeardOf() {
        Instrument alone = CrossWorld.instrument(0, "NEXOUSDT", Instrument.Market.SPOT);
        FeatureContext context = new FeatureContext(alone);
        FeatureGroup group = new LeadLagFeatures(context);
        FeatureVector vector = new FeatureVector(group.features().size());
        group.write(vector, 0, new Moment(1));

        for (int i = 0; i < vector.size(); i++) {
            assertEquals(Invalidity.UNDEFINED, vector.cause(i), group.features().get(i).name());
        }
        FeatureVector heard = world.vector(2, START_NS);
        assertEquals(Invalidity.NOT_WARM, heard.cause(0));
    }

    @Test
    void shouldTakeThePerpetualForLeaderWhenThereIsNoSpot() {
        Instrument btc = CrossWorld.instrument(0, "BTCUSDT", Instrument.Market.USDM);
        Instrument nexo = CrossWorld.instrument(1, "NEXOUSDT", Instrument.Market.SPOT);
        FeatureContext context = new FeatureContext(nexo,
                new Surroundings(List.of(btc, nexo)));

        assertTrue(context.surroundings().markets().bitcoin().configured());
        assertEquals(context.surroundings().markets().market(0), context.surroundings().markets().first(1));
        assertFalse(context.surroundings().markets().ether().configured());
        assertFalse(context.surroundings().markets().first(0).configured());
    }

    @Test
    void shouldForgetOnResetAndHashWhatItHeard() {
        long empty = world.surroundings().stateHash(1L);
        shouldCompareTheSameMinuteOfKlines();
        long first = world.surroundings().stateHash(1L);
        assertNotEquals(empty, first);

        world.surroundings().reset();
        assertEquals(empty, world.surroundings().stateHash(1L));

        CrossWorld other = new CrossWorld();
        other.play(other.frames.at(START_NS).of(4).trade(1, 5, 5, true));
        long traded = other.surroundings().stateHash(1L);
        other.vector(4, START_NS);
        assertEquals(traded, other.surroundings().stateHash(1L), "reading leaves no trace");
        assertNotEquals(empty, traded);
    }
}
