package io.v11.ml.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;

/** Trains references on streams and plays other streams of the same markets to a detector, changed or not. */
final class Rehearsal {
    static final int WINDOW = DriftReference.WINDOW;
    static final String INSTRUMENT = "BTCUSDT.SPOT";

    private final SplittableRandom random;
    private final List<FeatureDistribution> references = new ArrayList<>();
    private final List<Market.Stream> live = new ArrayList<>();

    Rehearsal(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Adds features of a market, each trained on its own stream of as many windows. */
    Rehearsal train(Market market, int features, int blocks) {
        DistributionBuilder builder = new DistributionBuilder(WINDOW);
        for (int i = 0; i < features; i++) {
            references.add(builder.build("f" + references.size(),
                    market.stream(random.split()).next(blocks * WINDOW)));
            live.add(market.stream(random.split()));
        }
        return this;
    }

    List<FeatureDistribution> references() {
        return references;
    }

    DriftDetector detector() {
        return detector(references);
    }

    DriftDetector detector(List<FeatureDistribution> features) {
        List<String> names = features.stream().map(FeatureDistribution::name).toList();
        return new DriftDetector(new DriftReference(WINDOW, 1L, Map.of(INSTRUMENT, features)),
                FeatureSchema.of(names, names), List.of(INSTRUMENT));
    }

    /** Plays the live streams, each value changed by the operator. */
    DriftSummary play(DriftDetector detector, int windows, DoubleUnaryOperator change) {
        FeatureVector vector = new FeatureVector(live.size());
        for (int i = 0; i < windows * WINDOW; i++) {
            for (int f = 0; f < live.size(); f++) {
                double value = live.get(f).next();
                vector.set(f, Double.isNaN(value) ? value : change.applyAsDouble(value));
            }
            detector.onDecision(0, i, vector);
        }
        return detector.summary();
    }
}
