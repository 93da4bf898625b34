package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import io.v11.engine.book.MarketFrames;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.EngineEvent;
import io.v11.ml.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every incremental feature against a batch computation over the whole past; but for those with tests of their own. */
class FeatureReferenceTest {
    private static final double TOLERANCE = 1e-9;
    private static final int EVENTS = 5000;
    private static final int EVENTS_FOR_BARS = 30_000;

    @Test
    void shouldEqualTheBatchReferences() {
        Set<String> compared = new HashSet<>();
        for (long seed = 1; seed <= 3; seed++) {
            run(new RandomMarket(seed, seed == 1 ? 0 : 400), seed, EVENTS, 120, FeatureReferenceTest::all, compared);
        }
        // Minute bars need more time than the sums over the whole past can afford.
        run(new RandomMarket(4), 4, EVENTS_FOR_BARS, 600, FeatureReferenceTest::bars, compared);

        Set<String> never = new HashSet<>(FeatureCatalog.names());
        never.removeAll(compared);
        never.removeIf(FeatureReferenceTest::isProvedElsewhere);
        never.removeAll(TestedApart.names());
        assertEquals(Set.of(), never, "features that were never valid and compared");
    }

    /** Indicators have oracles of their own; here a part of them goes the whole way from frames to the vector. */
    private static boolean isProvedElsewhere(String name) {
        boolean onBars = Arrays.stream(BarLength.values()).anyMatch(length -> name.startsWith(length.prefix() + "_"));
        return onBars && BarReference.NAMES.stream().noneMatch(known -> name.equals("sec_" + known)
                || name.equals("min_" + known));
    }

    private static void run(RandomMarket random, long seed, int events, int every,
            Function<List<Seen>, Map<String, Double>> references, Set<String> compared) {
        MarketStage market = new MarketStage(RandomMarket.instruments());
        InstrumentFeatures features = new InstrumentFeatures(RandomMarket.context());
        FeatureVector vector = new FeatureVector(FeatureCatalog.size());
        EngineEvent event = new EngineEvent(1, 1, 1);
        List<Seen> past = new ArrayList<>();
        Random checks = new Random(seed);
        for (int i = 1; i <= events; i++) {
            MarketFrames frame = random.next();
            event.load(frame.buffer(), 0, frame.length(), i);
            market.onEvent(event);
            features.onMarket(event.market(), event.timeNs());
            past.add(Seen.of(event.market(), event.timeNs()));
            if (i < 40 || checks.nextInt(every) == 0 || i == events) {
                features.write(vector);
                compare(vector, references.apply(past), "seed=" + seed + " event=" + i, compared);
            }
        }
    }

    private static Map<String, Double> all(List<Seen> past) {
        Map<String, Double> all = bars(past);
        all.putAll(new TopReference(past).values);
        all.putAll(new MidReference(past).values);
        all.putAll(new TradeReference(past).values);
        all.putAll(new DepthReference(past).values);
        all.putAll(new CancelReference(past).values);
        all.putAll(new TradeSeriesReference(past).values);
        all.putAll(new TradeSizeReference(past).values);
        all.putAll(new VolumeClockReference(past).values);
        all.putAll(new RestingReference(past).values);
        all.putAll(new CostReference(past).values);
        return all;
    }

    private static Map<String, Double> bars(List<Seen> past) {
        Map<String, Double> all = new HashMap<>();
        all.putAll(new BarReference(past, true).values);
        all.putAll(new BarReference(past, false).values);
        all.putAll(new BarFlowReference(past).values);
        return all;
    }

    private static void compare(FeatureVector vector, Map<String, Double> expected, String where,
            Set<String> compared) {
        for (Map.Entry<String, Double> entry : expected.entrySet()) {
            int index = FeatureCatalog.names().indexOf(entry.getKey());
            assertTrue(index >= 0, "no feature is named " + entry.getKey());
            String what = entry.getKey() + " " + where;
            double value = entry.getValue();
            assertEquals(Double.isFinite(value), vector.isValid(index), what + " reference=" + value);
            if (vector.isValid(index)) {
                assertEquals(value, vector.value(index), TOLERANCE * Math.max(1.0, Math.abs(value)), what);
                compared.add(entry.getKey());
            }
        }
    }
}
