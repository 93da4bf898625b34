package io.v11.training;

import java.time.Instant;
import java.util.List;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;

/** All families in small settings, on decisions that are a second apart and begin with the epoch: {@link KnownMarket}. */
final class KnownPlan {
    static final long SEED = 11L;
    static final int TRAINED = 8_000;
    static final int VALIDATED = 4_000;
    static final int TESTED = 30_000;
    static final int ROWS = TRAINED + VALIDATED + TESTED;
    private static final Decimal ONE = Decimal.parse("1");
    static final Instruments INSTRUMENTS = new Instruments(
            List.of(new Instrument(0, "BTCUSDT", Instrument.Market.SPOT, ONE, ONE, ONE, 10, 10, ONE, ONE)));
    private static final String PLAN = """
            version: 1
            cadence: TOP_CHANGE
            seed: %d
            weights: {weighting: UNIFORM, balanceInstruments: true, halfLifeHours: 0}
            purgeMs: 1000
            embargoMs: 1000
            captures: []
            spans:
              - {part: TRAIN, instrument: BTCUSDT.SPOT, from: %s, to: %s}
              - {part: VALIDATION, instrument: BTCUSDT.SPOT, from: %s, to: %s}
              - {part: TEST, instrument: BTCUSDT.SPOT, from: %s, to: %s}
            label: next-move
            bothWays: %s
            stack: {folds: 2, firstShare: 0.5, validationShare: 0.2, l2: 0.001}
            families:
              xgboost:
                - {rounds: 60, patience: 10, depth: 3, learningRate: 0.15, minimumChildWeight: 20, rowSample: 0.8, columnSample: 1,
                   l2: 1, l1: 0, minimumGain: 0, bins: 64, features: FEATURES, increasing: [], decreasing: []}
              forest:
                - {trees: 40, depth: 6, minimumChildWeight: 20, rowSample: 0.6, columnSample: 0.5, l2: 1, bins: 64, features: FEATURES}
              mlp:
                - {hidden: 12, epochs: 10, patience: 3, batch: 128, learningRate: 0.01, weightDecay: 0.01, gradientNorm: 1, dropout: 0,
                   clip: 5, inputs: RAW, features: FEATURES}
              lstm:
                - {hidden: 8, sequence: {steps: 32, warmUp: 8, maximumGapMs: 60000, clip: 5, inputs: RAW, features: FEATURES},
                   descent: {epochs: 8, patience: 3, batch: 16, learningRate: 0.02, weightDecay: 0.01, gradientNorm: 1, dropout: 0,
                             balanceClasses: false}}
              transformer:
                - {width: 8, heads: 2, blocks: 1, expand: 16, window: 8,
                   sequence: {steps: 32, warmUp: 7, maximumGapMs: 60000, clip: 5, inputs: RAW, features: FEATURES},
                   descent: {epochs: 8, patience: 3, batch: 16, learningRate: 0.01, weightDecay: 0.01, gradientNorm: 1, dropout: 0,
                             balanceClasses: false}}
              logistic:
                - {l2: 0.001, steps: 20, clip: 5, inputs: RAW, features: FEATURES}
            """;

    private KnownPlan() {
    }

    /** Of all features, named f0, f1, ... */
    static TrainingPlan of(boolean bothWays) {
        return of(bothWays, TESTED, List.of("f*"));
    }

    static TrainingPlan of(boolean bothWays, int tested, List<String> features) {
        Instant trained = Instant.ofEpochSecond(TRAINED);
        Instant validated = trained.plusSeconds(VALIDATED);
        String plan = PLAN.replace("FEATURES", features.stream().map(name -> '"' + name + '"').toList().toString());
        return YamlBinder.parse("plan", plan.formatted(SEED, Instant.EPOCH, trained, trained, validated, validated,
                validated.plusSeconds(tested), bothWays), TrainingPlan.class);
    }
}
