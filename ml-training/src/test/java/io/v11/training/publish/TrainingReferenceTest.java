package io.v11.training.publish;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.ml.FeatureVector;
import io.v11.ml.drift.DriftDetector;
import io.v11.ml.drift.DriftReference;
import io.v11.ml.drift.FeatureDistribution;
import io.v11.training.data.Dataset;
import io.v11.training.data.SyntheticMarket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainingReferenceTest {
    private static final Decimal ONE = Decimal.parse("1");
    private static final Instruments INSTRUMENTS = new Instruments(
            List.of(new Instrument(0, "BTCUSDT", Instrument.Market.SPOT, ONE, ONE, ONE, 10, 10, ONE, ONE),
                    new Instrument(1, "ETHUSDT", Instrument.Market.SPOT, ONE, ONE, ONE, 10, 10, ONE, ONE)));
    private static final int ROWS = 10_000;

    private final Dataset data = SyntheticMarket.of(5, ROWS, 3, row -> 0.5);

    @Test
    void shouldDescribeTheRowsOfEachInstrumentThatHasEnough() {
        DriftReference reference = new TrainingReference(data, rows(6_900), INSTRUMENTS).reference();

        assertEquals(List.of("BTCUSDT.SPOT"), List.copyOf(reference.instruments()));
        List<FeatureDistribution> features = reference.features("BTCUSDT.SPOT");
        assertEquals(data.featureNames(), features.stream().map(FeatureDistribution::name).toList());
        assertEquals(6_900, features.getFirst().valid());
        assertEquals(23, features.getFirst().blocks());
        assertEquals(1.0, features.getFirst().psiUnit(), 0.4, "draws of the synthetic market are independent");
    }

    @Test
    void shouldLeaveOutAnInstrumentWithTooFewRows() {
        assertTrue(new TrainingReference(data, rows(5_999), INSTRUMENTS).reference().instruments().isEmpty());
    }

    @Test
    void shouldSampleLikeTheDetector() {
        TrainingReference training = new TrainingReference(data, rows(ROWS), INSTRUMENTS);
        DriftReference reference = training.reference();
        DriftDetector detector = new DriftDetector(reference, data.schema(), INSTRUMENTS.qualifiedNames());
        FeatureVector vector = new FeatureVector(data.features());
        for (int row = 0; row < ROWS; row++) {
            data.copyTo(row, vector);
            // Twice a second live: every other decision is no sample.
            detector.onDecision(0, data.eventTimeNs(row), vector);
            detector.onDecision(0, data.eventTimeNs(row) + 500_000_000L, vector);
        }
        assertEquals(training.samples(0), detector.samples());
        assertEquals(33, detector.total().windows());
        assertEquals(0, detector.total().drifted(), "it is compared with itself");
    }

    private static int[] rows(int count) {
        return IntStream.range(0, count).toArray();
    }
}
