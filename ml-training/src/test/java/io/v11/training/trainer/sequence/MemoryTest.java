package io.v11.training.trainer.sequence;

import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.ml.InputPlane;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.data.SyntheticMarket;
import io.v11.training.data.TimeSplit;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;
import io.v11.training.trainer.Served;
import io.v11.training.trainer.TrainedModel;
import io.v11.training.trainer.Trainer;
import io.v11.training.trainer.net.MlpSettings;
import io.v11.training.trainer.net.MlpTrainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The next move depends on what was seen five decisions ago and on nothing else. */
class MemoryTest {
    private static final int AGO = 5;
    private static final long MARKET_SEED = 41L;
    private static final long SEED = 5L;
    private static final long STEP_NS = 1_000_000_000L;
    private static final SampleWeights WEIGHTS = new SampleWeights(Weighting.UNIFORM, false);
    private static final SequenceSettings SEQUENCE = new SequenceSettings(32, 8, 60_000L, 5.0, InputPlane.RAW,
            List.of());

    @Test
    void shouldBeFoundByTheLstm() {
        LstmSettings settings = new LstmSettings(32, SEQUENCE, descent(16));

        shouldBeFound(market(false), new LstmTrainer(settings, WEIGHTS, Optional.empty(), System::nanoTime));
    }

    @Test
    void shouldBeFoundByTheTransformerWhenTheInputsTellTheTime() {
        // Distance penalties tell near from far; one step among many is found by what it holds, here by a clock.
        TransformerSettings settings = new TransformerSettings(16, 2, 1, 16, 8, SEQUENCE, descent(8));

        shouldBeFound(market(true), new TransformerTrainer(settings, WEIGHTS, Optional.empty(), System::nanoTime));
    }

    @Test
    void shouldNotBeFoundByANetWithoutMemory() {
        Dataset data = market(true);
        MlpSettings settings = new MlpSettings("16", 12, 3, 256, 0.005, 0.01, 1.0, 0.0, 5.0, InputPlane.RAW, List.of());
        Trainer trainer = new MlpTrainer(settings, WEIGHTS, Optional.empty(), System::nanoTime);
        TimeSplit split = SyntheticMarket.split(data);

        Scores scores = Served.score(trainer.train(data, split, SEED, TrainingListener.SILENT), data, split.test());

        assertEquals(0.5, Metrics.areaUnderCurve(scores), 0.03, "seed " + SEED);
    }

    private static DescentSettings descent(int epochs) {
        return new DescentSettings(epochs, 6, 8, 0.01, 0.001, 1.0, 0.0, false);
    }

    private static void shouldBeFound(Dataset data, Trainer trainer) {
        TimeSplit split = SyntheticMarket.split(data);

        TrainedModel model = trainer.train(data, split, SEED, TrainingListener.SILENT);
        Scores scores = Served.score(model, data, split.test());

        double edge = Metrics.accuracy(known(data, split.test())) - 0.5;
        double captured = (Metrics.accuracy(scores) - 0.5) / edge;
        assertEquals(split.test().length, scores.rows(), "all test rows are warm");
        assertTrue(captured >= 0.8 && captured <= 1.1, "seed " + SEED + ": captured " + captured + " of an edge of "
                + edge + ", " + model.curve());
    }

    /** Feature f0 decides; f1 and f2 are a clock of eight steps, or noise. */
    private static Dataset market(boolean clock) {
        Random random = new Random(MARKET_SEED);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(3));
        builder.beginSource();
        Slots slots = new Slots(3);
        double[] past = new double[AGO + 1];
        long bid = 1_000_000L;
        for (int i = 0; i <= 24_000; i++) {
            past[i % past.length] = random.nextGaussian();
            double angle = 2.0 * Math.PI * i / 8.0;
            double first = clock ? Math.cos(angle) : random.nextGaussian();
            double second = clock ? Math.sin(angle) : random.nextGaussian();
            builder.onEvent(slots.book(0, i * STEP_NS, bid, bid + 100, past[i % past.length], first, second));
            double chance = i < AGO ? 0.5 : chance(past[(i - AGO) % past.length]);
            bid += random.nextDouble() < chance ? 100 : -100;
        }
        return builder.build();
    }

    private static Scores known(Dataset data, int[] rows) {
        double[] p = new double[rows.length];
        boolean[] up = new boolean[rows.length];
        int[] move = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            p[i] = chance(data.value(rows[i] - AGO, 0));
            up[i] = data.up(rows[i]);
            move[i] = data.move(rows[i]);
        }
        return new Scores(p, up, move);
    }

    private static double chance(double seen) {
        return 1.0 / (1.0 + Math.exp(-2.0 * seen));
    }
}
