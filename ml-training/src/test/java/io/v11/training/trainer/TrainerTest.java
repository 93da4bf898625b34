package io.v11.training.trainer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.ConfigurationException;
import io.v11.ml.InputPlane;
import io.v11.training.data.Dataset;
import io.v11.training.data.SyntheticMarket;
import io.v11.training.data.TimeSplit;
import io.v11.training.data.TimeSplit.Part;
import io.v11.training.data.TimeSplit.Span;
import io.v11.training.metrics.Metrics;
import io.v11.training.metrics.Scores;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.net.LogisticSettings;
import io.v11.training.trainer.net.LogisticTrainer;
import io.v11.training.trainer.net.MlpSettings;
import io.v11.training.trainer.net.MlpTrainer;
import io.v11.training.trainer.sequence.DescentSettings;
import io.v11.training.trainer.sequence.LstmSettings;
import io.v11.training.trainer.sequence.LstmTrainer;
import io.v11.training.trainer.sequence.SequenceSettings;
import io.v11.training.trainer.sequence.TransformerSettings;
import io.v11.training.trainer.sequence.TransformerTrainer;
import io.v11.training.trainer.tree.ForestSettings;
import io.v11.training.trainer.tree.ForestTrainer;
import io.v11.training.trainer.tree.XgboostSettings;
import io.v11.training.trainer.tree.XgboostTrainer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainerTest {
    private static final long SEED = 11L;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final DescentSettings DESCENT = new DescentSettings(12, 3, 16, 0.01, 0.01, 1.0, 0.0, false);
    private static final SampleWeights WEIGHTS = new SampleWeights(SampleWeights.Weighting.UNIFORM, false);

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "forest", "logistic", "mlp", "lstm", "transformer"})
    void shouldFindAKnownEdge(String family) {
        Dataset data = SyntheticMarket.of(21, 24_000, 6, TrainerTest::edge);
        TimeSplit split = SyntheticMarket.split(data);

        Scores scores = fitAndScore(family, data, split);

        Scores bayes = known(data, split.test());
        double captured = (Metrics.accuracy(scores) - 0.5) / (Metrics.accuracy(bayes) - 0.5);
        assertTrue(captured >= 0.85, "captured " + captured + " of the edge, accuracy " + Metrics.accuracy(scores));
        assertEquals(Metrics.areaUnderCurve(bayes), Metrics.areaUnderCurve(scores), 0.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "forest", "logistic", "mlp", "lstm", "transformer"})
    void shouldFindNothingInNoise(String family) {
        Dataset data = SyntheticMarket.of(22, 24_000, 6, row -> 0.5);

        Scores scores = fitAndScore(family, data, SyntheticMarket.split(data));

        assertEquals(0.5, Metrics.areaUnderCurve(scores), 0.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "forest", "logistic", "mlp", "lstm", "transformer"})
    void shouldFindNothingWhenLabelsAreShuffled(String family) {
        // The same labels as of a market with an edge, dealt to the rows at random.
        Dataset edge = SyntheticMarket.of(23, 24_000, 6, TrainerTest::edge);
        List<Boolean> labels = new ArrayList<>();
        for (int row = 0; row < edge.rows() - 1; row++) {
            labels.add(edge.up(row));
        }
        java.util.Collections.shuffle(labels, new Random(1));
        int[] next = {0};
        Dataset shuffled = SyntheticMarket.of(23, labels.size(), 6,
                row -> next[0] < labels.size() && labels.get(next[0]++) ? 1.0 : 0.0);

        Scores scores = fitAndScore(family, shuffled, SyntheticMarket.split(shuffled));

        assertEquals(0.5, Metrics.areaUnderCurve(scores), 0.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "forest", "mlp", "lstm", "transformer"})
    void shouldTrainTheSameBytesTwice(String family) {
        Dataset data = SyntheticMarket.of(24, 4000, 6, TrainerTest::edge);
        TimeSplit split = SyntheticMarket.split(data);

        TrainedModel first = trainer(family, List.of()).train(data, split, SEED, TrainingListener.SILENT);
        TrainedModel second = trainer(family, List.of()).train(data, split, SEED, TrainingListener.SILENT);
        TrainedModel otherSeed = trainer(family, List.of()).train(data, split, SEED + 1, TrainingListener.SILENT);

        assertArrayEquals(first.bytes(), second.bytes());
        assertEquals(first.curve(), second.curve());
        assertFalse(Arrays.equals(first.bytes(), otherSeed.bytes()), "the seed must matter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "forest", "logistic", "mlp", "lstm", "transformer"})
    void shouldNotSeeFeaturesThatAreHidden(String family) {
        // The edge lies in f0 and f1; with the others alone there is none.
        Dataset data = SyntheticMarket.of(25, 12_000, 6, TrainerTest::edge);
        TimeSplit split = SyntheticMarket.split(data);
        TrainedModel model = trainer(family, List.of("f2", "f3", "f4", "f5")).train(data, split, SEED,
                TrainingListener.SILENT);

        Scores scores = Served.score(model, data, split.test());

        assertEquals(List.of("f2", "f3", "f4", "f5"), model.inputs().schema().names());
        assertEquals(0.5, Metrics.areaUnderCurve(scores), 0.03);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "forest", "logistic", "mlp", "lstm", "transformer"})
    void shouldKeepTheStepWithTheLowestValidationLoss(String family) {
        Dataset data = SyntheticMarket.of(26, 4000, 6, TrainerTest::edge);
        List<Double> heard = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onLoss(String ofFamily, int step, double trainLoss, double validationLoss) {
                heard.add(validationLoss);
            }
        };

        TrainedModel model = trainer(family, List.of()).train(data, SyntheticMarket.split(data), SEED, listener);

        double lowest = heard.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertEquals(lowest, model.validationLoss());
        assertEquals(lowest, heard.get(model.bestStep() - 1));
        assertEquals(heard.size(), model.curve().size());
        assertTrue(lowest < Math.log(2), "lowest=" + lowest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "forest", "logistic", "mlp", "lstm", "transformer"})
    void shouldRefuseAnUnknownFeature(String family) {
        Dataset data = SyntheticMarket.of(27, 400, 6, TrainerTest::edge);

        ConfigurationException refusal = assertThrows(ConfigurationException.class, () -> trainer(family,
                List.of("imbalance")).train(data, SyntheticMarket.split(data), SEED, TrainingListener.SILENT));

        assertTrue(refusal.getMessage().contains("'imbalance'"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xgboost", "forest", "logistic", "mlp", "lstm", "transformer"})
    void shouldNotDependOnWhatComesAfterValidation(String family) {
        // The same market, once to its end and once broken off soon after the validation rows.
        Dataset whole = SyntheticMarket.of(29, 4000, 6, TrainerTest::edge);
        Dataset brokenOff = SyntheticMarket.of(29, 3010, 6, TrainerTest::edge);
        List<Span> spans = List.of(new Span(Part.TRAIN, 0, 0, 2_000 * SECOND_NS),
                new Span(Part.VALIDATION, 0, 2_000 * SECOND_NS, 3_000 * SECOND_NS),
                new Span(Part.TEST, 0, 3_000 * SECOND_NS, 4_000 * SECOND_NS));

        byte[] first = trainer(family, List.of()).train(whole, TimeSplit.of(whole, spans, 0, 0), SEED,
                TrainingListener.SILENT).bytes();
        byte[] second = trainer(family, List.of()).train(brokenOff, TimeSplit.of(brokenOff, spans, 0, 0), SEED,
                TrainingListener.SILENT).bytes();

        assertArrayEquals(first, second);
    }

    @Test
    void shouldObeyMonotoneConstraints() {
        Dataset data = SyntheticMarket.of(28, 8000, 2, row -> row[0] > 1.0 ? 0.2 : row[0] > -1.0 ? 0.8 : 0.3);
        XgboostSettings settings = new XgboostSettings(40, 40, 4, 0.3, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 64, List.of("f0"),
                List.of("f0"), List.of());
        TrainedModel model = new XgboostTrainer(settings, WEIGHTS, Optional.empty(), System::nanoTime).train(data,
                SyntheticMarket.split(data),
                SEED,
                TrainingListener.SILENT);

        double previous = 0.0;
        for (float x = -3f; x <= 3f; x += 0.125f) {
            double p = Served.xgboost(model.bytes(), new float[]{x});
            assertTrue(p >= previous, "falls at " + x);
            previous = p;
        }
        assertTrue(previous > 0.5);
    }

    private static double edge(double[] row) {
        return 1.0 / (1.0 + Math.exp(-1.2 * row[0] + 0.8 * row[1]));
    }

    private static Scores known(Dataset data, int[] rows) {
        double[] p = new double[rows.length];
        boolean[] up = new boolean[rows.length];
        int[] move = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            p[i] = edge(new double[]{data.value(rows[i], 0), data.value(rows[i], 1)});
            up[i] = data.up(rows[i]);
            move[i] = data.move(rows[i]);
        }
        return new Scores(p, up, move);
    }

    private static Scores fitAndScore(String family, Dataset data, TimeSplit split) {
        TrainedModel model = trainer(family, List.of()).train(data, split, SEED, TrainingListener.SILENT);
        return Served.score(model, data, split.test());
    }

    private static Trainer trainer(String family, List<String> features) {
        return switch (family) {
            case "xgboost" -> new XgboostTrainer(new XgboostSettings(60, 10, 3, 0.15, 20.0, 0.8, 1.0, 1.0, 0.0, 0.0, 64,
                    features, List.of(), List.of()), WEIGHTS, Optional.empty(), System::nanoTime);
            case "forest" -> new ForestTrainer(new ForestSettings(60, 6, 20.0, 0.6, 0.5, 1.0, 64, features), WEIGHTS,
                    Optional.empty(), System::nanoTime);
            case "logistic" -> new LogisticTrainer(new LogisticSettings(0.001, 20, 5.0, InputPlane.RAW,
                    features.isEmpty() ? List.of("f*") : features), WEIGHTS, Optional.empty(), System::nanoTime);
            case "mlp" -> new MlpTrainer(
                    new MlpSettings("8", 12, 3, 256, 0.005, 0.01, 1.0, 0.0, 5.0, InputPlane.RAW, features), WEIGHTS,
                    Optional.empty(), System::nanoTime);
            case "lstm" -> new LstmTrainer(new LstmSettings(8, sequence(8, features), DESCENT), WEIGHTS,
                    Optional.empty(), System::nanoTime);
            case "transformer" -> new TransformerTrainer(
                    new TransformerSettings(8, 2, 1, 16, 8, sequence(7, features), DESCENT), WEIGHTS, Optional.empty(),
                    System::nanoTime);
            default -> throw new IllegalArgumentException(family);
        };
    }

    private static SequenceSettings sequence(int warmUp, List<String> features) {
        return new SequenceSettings(32, warmUp, 60_000L, 5.0, InputPlane.RAW, features);
    }
}
