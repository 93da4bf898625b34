package io.v11.training.trainer.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.Model;
import io.v11.ml.ServingBackend;
import io.v11.ml.serving.NetServing;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.LogLoss;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;
import io.v11.training.trainer.Served;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The validation loss of training is that of the model as it is served: whole streams, one decision after the other. */
class ServedLossTest {
    private static final long SEED = 77L;
    private static final SampleWeights WEIGHTS = new SampleWeights(Weighting.UNIFORM, false);
    private static final DescentSettings DESCENT = new DescentSettings(3, 3, 16, 0.01, 0.01, 1.0, 0.1, false);

    private final Dataset data = marketWithPauses();
    private final TimeSplit split = TimeSplit.of(rows(0, 4000), rows(4000, 6000), new int[0]);

    @Test
    void shouldBeTheSameForTheTransformer() {
        TransformerSettings settings = new TransformerSettings(8, 2, 2, 12, 6, sequence(12), DESCENT);

        TrainedModel model = new TransformerTrainer(settings, WEIGHTS, Optional.empty(), System::nanoTime).train(data,
                split, SEED, TrainingListener.SILENT);

        assertEquals(served(model), model.validationLoss(), 1e-6, "seed " + SEED);
    }

    @Test
    void shouldBeNearlyTheSameForTheLstm() {
        LstmSettings settings = new LstmSettings(8, sequence(12), DESCENT);

        TrainedModel model = new LstmTrainer(settings, WEIGHTS, Optional.empty(), System::nanoTime).train(data, split,
                SEED, TrainingListener.SILENT);

        // A chunk has at most 44 steps before those that count; the served state is older.
        assertEquals(served(model), model.validationLoss(), 1e-3, "seed " + SEED);
    }

    @Test
    void shouldBeThatOfBothBackends() {
        List<Trainer> trainers = List.of(
                new TransformerTrainer(new TransformerSettings(8, 2, 2, 12, 6, sequence(12), DESCENT), WEIGHTS,
                        Optional.empty(), System::nanoTime),
                new LstmTrainer(new LstmSettings(8, sequence(12), DESCENT), WEIGHTS, Optional.empty(),
                        System::nanoTime));

        for (Trainer trainer : trainers) {
            TrainedModel model = trainer.train(data, split, SEED, TrainingListener.SILENT);
            double[] expected = Served.probabilities(model, data);
            for (ServingBackend backend : ServingBackend.values()) {
                try (Model served = NetServing.open(model.family(), "trained", model.bytes(), model.inputs(),
                        model.moments().standardiser(), model.memory(), backend)) {
                    FeatureVector vector = new FeatureVector(data.features());
                    for (int row = 0; row < data.rows(); row++) {
                        data.copyTo(row, vector);
                        assertEquals(expected[row], served.score(vector), 1e-5,
                                "seed " + SEED + " " + model.family() + " " + backend + " row " + row);
                    }
                }
            }
        }
    }

    private double served(TrainedModel model) {
        Scores scores = Served.score(model, data, split.validation());
        LogLoss loss = new LogLoss();
        for (int i = 0; i < scores.rows(); i++) {
            loss.add(scores.probability()[i], scores.up()[i], 1.0);
        }
        int fresh = 2000 / 300 + 1;
        assertTrue(scores.rows() < 2000 && scores.rows() >= 2000 - fresh * model.memory().warmUp(),
                "rows after a pause have no score, scored " + scores.rows());
        return loss.mean();
    }

    private static SequenceSettings sequence(int warmUp) {
        return new SequenceSettings(32, warmUp, 60_000L, 5.0, InputPlane.RAW, List.of());
    }

    /** The sum of the last two values of f0 decides; every 300 decisions there is a pause of two minutes. */
    private static Dataset marketWithPauses() {
        Random random = new Random(SEED);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(2));
        builder.beginSource();
        Slots slots = new Slots(2);
        long bid = 1_000_000L;
        long timeNs = 0;
        double before = 0.0;
        for (int i = 0; i <= 6000; i++) {
            timeNs += i % 300 == 299 ? 120_000_000_000L : 1_000_000_000L;
            double now = random.nextGaussian();
            builder.onEvent(slots.book(0, timeNs, bid, bid + 100, now, random.nextGaussian()));
            bid += random.nextDouble() < 1.0 / (1.0 + Math.exp(-now - before)) ? 100 : -100;
            before = now;
        }
        return builder.build();
    }

    private static int[] rows(int from, int to) {
        int[] rows = new int[to - from];
        Arrays.setAll(rows, i -> from + i);
        return rows;
    }
}
