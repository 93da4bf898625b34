package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.config.Limits;
import io.v11.engine.book.MarketFrames;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Bad input: nothing throws, no value that is not a number escapes unmarked, and nothing is spoilt for good. */
class HostileMarketTest {
    private static final int EVENTS = 20_000;
    private static final List<String> OF_THE_PRESENT_TOP = List.of("l1_imbalance", "l1_micro_gap_bps", "spread_bps",
            "bid_queue_vs_avg_1s", "ret_1s_bps", "trade_vs_mid_bps", "bid_age", "bid_iceberg");

    private final EngineEvent event = new EngineEvent(FeatureCatalog.size(), 1, 1);
    private final FeatureVector vector = new FeatureVector(FeatureCatalog.size());

    private static int indexOf(String name) {
        int index = FeatureCatalog.names().indexOf(name);
        assertTrue(index >= 0, name);
        return index;
    }

    private void assertMarked(String where) {
        for (int i = 0; i < vector.size(); i++) {
            double value = vector.value(i);
            if (vector.isValid(i)) {
                assertTrue(Double.isFinite(value), FeatureCatalog.names().get(i) + "=" + value + " " + where);
            } else {
                assertEquals(0.0, value, FeatureCatalog.names().get(i) + " " + where);
            }
        }
    }

    @Test
    void shouldMarkWhateverABadFeedLeavesWithoutValue() {
        long[] causes = new long[Invalidity.values().length];
        long[] valid = new long[vector.size()];
        long topless = 0;
        for (long seed = 1; seed <= 3; seed++) {
            HostileMarket hostile = new HostileMarket(seed);
            MarketStage market = new MarketStage(RandomMarket.instruments());
            InstrumentFeatures features = new InstrumentFeatures(RandomMarket.context());
            for (int i = 0; i < EVENTS; i++) {
                send(hostile.next(), market, features);
                features.write(vector);
                assertMarked("seed=" + seed + " event=" + i);
                vector.countInvalid(causes);
                for (int f = 0; f < valid.length; f++) {
                    valid[f] += vector.isValid(f) ? 1 : 0;
                }
                if (!event.market().topValid) {
                    topless++;
                    for (String name : OF_THE_PRESENT_TOP) {
                        assertFalse(vector.isValid(indexOf(name)), name + " without a top, event=" + i);
                    }
                }
            }
        }

        assertTrue(topless > EVENTS / 10, "events without a top: " + topless);
        for (Invalidity cause : List.of(Invalidity.NOT_WARM, Invalidity.UNDEFINED, Invalidity.STALE)) {
            assertTrue(causes[cause.ordinal()] > 1000, cause + "=" + causes[cause.ordinal()]);
        }
        for (String name : OF_THE_PRESENT_TOP) {
            assertTrue(valid[indexOf(name)] > EVENTS / 10, name + " valid " + valid[indexOf(name)] + " times");
        }
    }

    private void send(MarketFrames frame, MarketStage market, InstrumentFeatures features) {
        event.load(frame.buffer(), 0, frame.length(), 1);
        market.onEvent(event);
        if (event.market().present) {
            features.onMarket(event.market(), event.timeNs());
        }
    }

    /** What a sum has once swallowed it never gives back: after an hour of a sane market all must be as if never. */
    @Test
    void shouldBeAsValidAfterABadFeedAsWithoutIt() {
        FrameTape tape = new FrameTape(5, 30_000);
        HostileMarket hostile = new HostileMarket(7);
        InstrumentFeatures spoilt = new InstrumentFeatures(RandomMarket.context());
        InstrumentFeatures fresh = new InstrumentFeatures(RandomMarket.context());
        MarketStage market = new MarketStage(RandomMarket.instruments());
        for (int i = 0; i < EVENTS; i++) {
            send(hostile.next(), market, spoilt);
        }
        long shift = hostile.timeNs() - RandomMarket.START_NS;
        MarketFrames lost = new MarketFrames().at(hostile.timeNs());
        send(lost.feedStatus(false), market, spoilt);
        for (int i = 0; i < tape.size(); i++) {
            tape.load(i, event, shift);
            market.onEvent(event);
            spoilt.onMarket(event.market(), event.timeNs());
            fresh.onMarket(event.market(), event.timeNs());
        }

        fresh.write(vector);
        FeatureVector other = new FeatureVector(vector.size());
        spoilt.write(other);
        List<String> lostForGood = new ArrayList<>();
        for (int i = 0; i < vector.size(); i++) {
            if (vector.isValid(i) && !other.isValid(i)) {
                lostForGood.add(FeatureCatalog.names().get(i));
            }
        }
        assertEquals(List.of(), lostForGood);
        assertTrue(vector.validCount() > 200, "valid=" + vector.validCount());
    }

    /** Views as no market stage makes them: levels that cross, lack a side or hold nothing, with the book in sequence. */
    @Test
    void shouldMarkWhateverABadViewLeavesWithoutValue() {
        Random random = new Random(3);
        InstrumentFeatures features = new InstrumentFeatures(RandomMarket.context());
        MarketView view = new MarketView();
        long timeNs = 1_700_000_000_000_000_000L;
        for (int i = 0; i < EVENTS; i++) {
            timeNs += random.nextInt(50) * 10_000_000L;
            view.clear();
            view.present = true;
            view.synced = random.nextInt(5) > 0;
            view.levelsChanged = view.synced && random.nextBoolean();
            view.bidLevels = levels(random, view.bidPricesE8, view.bidQuantitiesE8, -1);
            view.askLevels = levels(random, view.askPricesE8, view.askQuantitiesE8, 1);
            view.topValid = random.nextInt(4) > 0;
            view.topChanged = view.topValid && random.nextBoolean();
            view.bidPriceE8 = (100 - random.nextInt(4)) * RandomMarket.TICK;
            view.askPriceE8 = (101 + random.nextInt(4)) * RandomMarket.TICK;
            view.bidQuantityE8 = 1 + random.nextInt(1000);
            view.askQuantityE8 = 1 + random.nextInt(1000);
            view.trade = random.nextInt(3) == 0;
            view.tradePriceE8 = (99 + random.nextInt(4)) * RandomMarket.TICK;
            view.tradeQuantityE8 = random.nextInt(3) * 100L;
            view.tradeBuy = random.nextBoolean();
            features.onMarket(view, timeNs);
            features.write(vector);
            assertMarked("event=" + i);
        }
        assertTrue(vector.validCount() > 100, "valid=" + vector.validCount());
    }

    private static int levels(Random random, long[] prices, long[] quantities, int direction) {
        int count = random.nextInt(Limits.VIEW_DEPTH + 1);
        long price = 100 + random.nextInt(3) - 1;
        for (int i = 0; i < count; i++) {
            prices[i] = price * RandomMarket.TICK;
            quantities[i] = random.nextInt(3) * 1000L;
            price += direction * random.nextInt(3);
        }
        return count;
    }
}
