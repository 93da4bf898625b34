package io.v11.ml.drift;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.ml.AllocatedBytes;
import io.v11.ml.FeatureSchema;
import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DriftDetectorTest {
    private static final FeatureSchema SCHEMA = FeatureSchema.of(List.of("other", "f1", "f0"),
            List.of("1", "1", "1"));
    private static final List<String> INSTRUMENTS = List.of("NEXOUSDT.SPOT", "BTCUSDT.SPOT");
    private static final long SECOND = 1_000_000_000L;

    private final DriftReference reference = new DriftReference(DriftReference.WINDOW, DriftReference.SPACING_NS,
            Map.of("BTCUSDT.SPOT", new Rehearsal(3).train(Market.NORMAL, 1, 20).train(Market.CONSTANT, 1, 20)
                    .references()));
    private final DriftDetector detector = new DriftDetector(reference, SCHEMA, INSTRUMENTS);
    private final SplittableRandom random = new SplittableRandom(8);

    @Test
    void shouldSampleOnceASecondAndInstrument() {
        FeatureVector vector = vector(0.0, 7.0);
        for (int i = 0; i < 1_000; i++) {
            detector.onDecision(1, i * SECOND / 10, vector);
        }
        assertEquals(100, detector.samples());
        assertEquals(100, detector.summary().byInstrument().getFirst().samplesOfNext());
    }

    @Test
    void shouldNotWatchAnInstrumentWithoutReference() {
        for (int i = 0; i < 1_000; i++) {
            assertFalse(detector.onDecision(0, i * SECOND, vector(0.0, 7.0)));
        }
        DriftSummary summary = detector.summary();
        assertEquals(0, summary.samples());
        assertEquals(List.of("NEXOUSDT.SPOT"), summary.unwatched());
        assertEquals(List.of("BTCUSDT.SPOT"),
                summary.byInstrument().stream().map(DriftSummary.InstrumentSummary::instrument).toList());
    }

    @Test
    void shouldBindFeaturesByNameAndNameTheWorstFirst() {
        long time = 0;
        for (int i = 0; i < 3 * DriftReference.WINDOW; i++) {
            boolean closed = detector.onDecision(1, time += SECOND,
                    vector(random.nextGaussian(), i < DriftReference.WINDOW ? 7.0 : 6.0));
            assertEquals(i % DriftReference.WINDOW == DriftReference.WINDOW - 1, closed);
        }
        DriftSummary summary = detector.summary();
        assertEquals(3, summary.windows());
        assertEquals(new DriftSummary.Checks(6, 2, 0, 0, 2, 0), summary.total());
        assertEquals(2, summary.alerts(), "one of two features is more than a fifth");
        assertEquals(1, summary.worst().size());
        DriftSummary.Worst worst = summary.worst().getFirst();
        assertEquals("f1", worst.feature());
        assertEquals("BTCUSDT.SPOT", worst.instrument());
        assertEquals(2, worst.driftedWindows());
        assertEquals(DriftReference.WINDOW, worst.unusual());
        assertEquals(1, detector.tally(1).driftedInLast());
    }

    @Test
    void shouldRefuseAReferenceOfFeaturesThatTheEngineDoesNotHave() {
        FeatureSchema lacking = FeatureSchema.of(List.of("f0", "f2"), List.of("1", "1"));

        ModelException refusal = assertThrows(ModelException.class,
                () -> new DriftDetector(reference, lacking, INSTRUMENTS));
        assertTrue(refusal.getMessage().contains("BTCUSDT.SPOT: the engine has no feature 'f1'"),
                refusal.getMessage());
    }

    @Test
    void shouldConcludeTheSameFromTheSameDecisions() {
        DriftDetector again = new DriftDetector(reference, SCHEMA, INSTRUMENTS);
        for (int i = 0; i < 5 * DriftReference.WINDOW; i++) {
            FeatureVector vector = vector(1.3 * random.nextGaussian(), 7.0);
            detector.onDecision(1, i * SECOND, vector);
            again.onDecision(1, i * SECOND, vector);
        }
        assertEquals(detector.summary(), again.summary());
        assertTrue(detector.summary().total().byPsi() > 0);
    }

    @Test
    void shouldAllocateNothingPerDecision() {
        FeatureVector vector = vector(0.0, 7.0);
        long[] time = new long[1];
        assertEquals(0L, AllocatedBytes.of(() -> {
            for (int i = 0; i < 20 * DriftReference.WINDOW; i++) {
                vector.set(2, random.nextDouble());
                detector.onDecision(1, time[0] += SECOND / 2, vector);
            }
        }));
        assertTrue(detector.tally(1).windows() >= 20);
    }

    private static FeatureVector vector(double normal, double constant) {
        FeatureVector vector = new FeatureVector(SCHEMA.size());
        vector.set(1, constant);
        vector.set(2, normal);
        return vector;
    }
}
