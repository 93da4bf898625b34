package io.v11.engine.feature;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.engine.feature.generated.Expression;
import io.v11.engine.feature.generated.ExpressionList;
import io.v11.engine.feature.generated.GeneratedFeatures;
import io.v11.engine.feature.generated.Operator;
import io.v11.engine.market.MarketStage;
import io.v11.engine.slot.EngineEvent;
import io.v11.ml.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Expressions with windows behind the catalogue: they see the first event of each second and nothing of the decisions. */
class GeneratedStreamTest {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final int WINDOW_S = 10;
    private static final String INPUT = "l1_imbalance";
    private static final int CHANGE = FeatureCatalog.size();
    private static final int MEAN = FeatureCatalog.size() + 1;

    private final FrameTape tape = new FrameTape(23, 20_000);
    private final FeatureVector vector = new FeatureVector(FeatureCatalog.size() + 2);

    private static InstrumentFeatures features() {
        return new InstrumentFeatures(RandomMarket.context(), new GeneratedFeatures(new ExpressionList(List.of(
                new Expression(Operator.CHANGE, List.of(INPUT), WINDOW_S),
                new Expression(Operator.MEAN, List.of(INPUT), WINDOW_S))).resolve(FeatureCatalog.base())));
    }

    @Test
    void shouldSampleTheFirstEventOfEachSecond() {
        int input = FeatureCatalog.names().indexOf(INPUT);
        InstrumentFeatures features = features();
        MarketStage market = new MarketStage(RandomMarket.instruments());
        EngineEvent event = new EngineEvent(1, 1, 1);
        List<double[]> samples = new ArrayList<>();
        long second = Long.MIN_VALUE;
        int compared = 0;
        for (int i = 0; i < tape.size(); i++) {
            tape.load(i, event);
            market.onEvent(event);
            features.onMarket(event.market(), event.timeNs());
            features.write(vector);
            long now = event.timeNs() / NS_PER_S;
            if (now != second && vector.isValid(input)) {
                samples.add(new double[]{now, vector.value(input)});
            }
            second = now;
            if (vector.isValid(CHANGE)) {
                double[] old = samples.stream().filter(sample -> sample[0] <= now - WINDOW_S)
                        .reduce((a, b) -> b).orElseThrow();
                assertEquals(vector.value(input) - old[1], vector.value(CHANGE), "event " + i);
                compared++;
            }
            if (vector.isValid(MEAN) && i % 50 == 0) {
                assertEquals(mean(samples, now), vector.value(MEAN), 1e-9, "event " + i);
                compared++;
            }
        }
        assertTrue(compared > 5_000 && samples.size() > 500, "compared=" + compared + " samples=" + samples.size());
    }

    private static double mean(List<double[]> samples, long now) {
        double sum = 0.0;
        double weights = 0.0;
        for (double[] sample : samples) {
            double weight = Math.exp((sample[0] - now) / WINDOW_S);
            sum += weight * sample[1];
            weights += weight;
        }
        return sum / weights;
    }

    @Test
    void shouldNotDependOnWhenItIsRead() {
        InstrumentFeatures often = features();
        InstrumentFeatures seldom = features();
        FeatureVector other = new FeatureVector(vector.size());
        MarketStage market = new MarketStage(RandomMarket.instruments());
        EngineEvent event = new EngineEvent(1, 1, 1);
        for (int i = 0; i < tape.size(); i++) {
            tape.load(i, event);
            market.onEvent(event);
            often.onMarket(event.market(), event.timeNs());
            seldom.onMarket(event.market(), event.timeNs());
            often.write(vector);
            if (i % 97 == 0) {
                seldom.write(other);
                assertEquals(vector.hash(), other.hash(), "event " + i);
            }
        }
        assertEquals(often.stateHash(1L), seldom.stateHash(1L));
    }
}
