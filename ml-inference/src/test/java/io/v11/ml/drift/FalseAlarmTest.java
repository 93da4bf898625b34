package io.v11.ml.drift;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An unchanged market: how often the detector is wrong. */
class FalseAlarmTest {
    private static final long SEED = 32L;

    @ParameterizedTest
    @EnumSource
    void shouldRaiseAtMostOneFalseAlarmInAHundredChecks(Market market) {
        Rehearsal rehearsal = new Rehearsal(SEED).train(market, 100, 24);

        DriftSummary summary = rehearsal.play(rehearsal.detector(), 40, DoubleUnaryOperator.identity());

        assertEquals(4_000, summary.total().checks());
        assertTrue(summary.total().driftedShare() <= DriftLimits.PROMISED_LEVEL, "seed " + SEED + ": " + summary);
        assertEquals(0, summary.alerts(), "seed " + SEED);
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepThePromiseAfterTheShortestTraining(Market market) {
        Rehearsal rehearsal = new Rehearsal(SEED + 1).train(market, 50, DriftLimits.LEAST_BLOCKS);

        DriftSummary summary = rehearsal.play(rehearsal.detector(), 40, DoubleUnaryOperator.identity());

        assertTrue(summary.total().driftedShare() <= DriftLimits.PROMISED_LEVEL, "seed " + SEED + ": " + summary);
    }

    /** Why the reference carries how much windows vary: tables for independent samples are wrong for slow features. */
    @Test
    void shouldBeFooledBySlowFeaturesWithoutTheirBlocks() {
        Rehearsal rehearsal = new Rehearsal(SEED).train(Market.SLOW, 50, 24);
        List<FeatureDistribution> asIfIndependent = rehearsal.references().stream().map(FalseAlarmTest::independent)
                .toList();

        DriftSummary summary = rehearsal.play(rehearsal.detector(asIfIndependent), 20,
                DoubleUnaryOperator.identity());

        assertTrue(summary.total().driftedShare() > 0.3, summary.toString());
    }

    private static FeatureDistribution independent(FeatureDistribution from) {
        long[] counts = new long[from.bins().count()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = from.count(i);
        }
        return new FeatureDistribution(from.name(), from.bins(), counts, from.usual(), 1_000, 1.0, 0.5,
                from.invalid(), from.unusual());
    }
}
