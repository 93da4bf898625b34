package io.v11.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.v11.config.Decimal;
import io.v11.config.Instrument;
import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.ml.FeatureVector;
import io.v11.ml.InputPlane;
import io.v11.ml.ModelException;
import io.v11.ml.registry.LoadedModel;
import io.v11.ml.registry.LoadedStack;
import io.v11.ml.registry.ModelRegistry;
import io.v11.training.data.Dataset;
import io.v11.training.data.FeatureSelection;
import io.v11.training.data.SyntheticMarket;
import io.v11.training.data.mirror.Mirror;
import io.v11.training.metrics.Evaluation;
import io.v11.training.progress.TrainingListener;
import io.v11.training.publish.ModelPublisher;
import io.v11.training.publish.ModelPublisher.Outcome;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrainingTest {
    private static final Decimal ONE = Decimal.parse("1");
    private static final Instruments INSTRUMENTS = new Instruments(
            List.of(new Instrument(0, "BTCUSDT", Instrument.Market.SPOT, ONE, ONE, ONE, 10, 10, ONE, ONE)));
    /** Decisions of the synthetic market are a second apart and begin with the epoch. */
    private static final String PLAN = """
            version: 1
            cadence: TOP_CHANGE
            seed: %d
            weights: {weighting: ROOT_MOVE, balanceInstruments: true, halfLifeHours: 0}
            purgeMs: 1000
            embargoMs: 1000
            captures: []
            spans:
              - {part: TRAIN, instrument: BTCUSDT.SPOT, from: 1970-01-01T00:00:00Z, to: 1970-01-01T01:00:00Z}
              - {part: VALIDATION, instrument: BTCUSDT.SPOT, from: 1970-01-01T01:00:00Z, to: 1970-01-01T01:30:00Z}
              - {part: TEST, instrument: BTCUSDT.SPOT, from: 1970-01-01T01:30:00Z, to: 1970-01-01T02:00:00Z}
            label: next-move
            bothWays: false
            stack: {folds: 2, firstShare: 0.4, validationShare: 0.2, l2: 0.001}
            families:
              xgboost:
                - {rounds: 1, patience: 1, depth: 1, learningRate: 0.01, minimumChildWeight: 1, rowSample: 1, columnSample: 1,
                   l2: 1, l1: 0, minimumGain: 0, bins: 16, features: [], increasing: [], decreasing: []}
                - {rounds: 40, patience: 5, depth: 2, learningRate: 0.2, minimumChildWeight: 10, rowSample: 0.8, columnSample: 1,
                   l2: 1, l1: 0, minimumGain: 0, bins: 64, features: [], increasing: [f0], decreasing: []}
              forest: []
              mlp:
                - {hidden: 8-4, epochs: 8, patience: 3, batch: 128, learningRate: 0.01, weightDecay: 0.01, gradientNorm: 1, dropout: 0.1,
                   clip: 5, inputs: RAW, features: []}
              lstm: []
              transformer: []
              logistic: []
            """;

    private final Dataset data = SyntheticMarket.of(31, 7300, 5, row -> 1.0 / (1.0 + Math.exp(-row[0] + 0.8 * row[2])));

    @Test
    void shouldPublishModelsThatTheRegistryLoads(@TempDir Path folder) {
        List<String> said = new ArrayList<>();

        TrainingReport report = train(11, folder, false, said);

        List<LoadedModel> loaded = ModelRegistry.open(folder).load(List.of("xgboost/1", "mlp/1"), data.schema());
        assertEquals(2, loaded.size());
        for (int i = 0; i < 2; i++) {
            assertEquals(Outcome.WRITTEN, report.families().get(i).outcome());
            shouldScoreAsReported(loaded.get(i), report.families().get(i).test().getFirst(), data);
            assertEquals("f0", loaded.get(i).manifest().metrics().oneFeature().feature());
            assertEquals(3, loaded.get(i).manifest().fit().spans().size());
            assertTrue(loaded.get(i).drift().instruments().isEmpty(), "an hour of training is too short to watch by");
            assertEquals(3, loaded.get(i).manifest().files().size());
            loaded.get(i).model().close();
        }
        assertTrue(said.stream().anyMatch(line -> line.startsWith("xgboost candidate 2 of 2")), said.toString());
        assertEquals("2", report.families().getFirst().trained().hyperparameters().get("depth"),
                "the candidate with the lower validation loss wins");
    }

    @Test
    void shouldPutMajorityRuleAndModelSideBySide(@TempDir Path folder) {
        TrainingReport report = train(11, folder, false, new ArrayList<>());

        Evaluation all = report.together().getFirst();
        assertTrue(all.accuracy() > all.ruleAccuracy() && all.ruleAccuracy() > all.majority(), all.toString());
        assertTrue(all.lead() > 0 && all.leadInterval().low() < all.lead() && all.lead() < all.leadInterval().high());
        assertEquals(1 + 3 * 2, report.table().size());
        assertTrue(report.table().getLast().startsWith("stack      BTCUSDT.SPOT"), report.table().getLast());
        assertTrue(report.rules().getFirst().contains("up when f0 > "), report.rules().getFirst());
    }

    @Test
    void shouldPublishAStackOfItsMembers(@TempDir Path folder) {
        TrainingReport report = train(11, folder, false, new ArrayList<>());

        try (LoadedStack stack = ModelRegistry.open(folder).loadStack("stack/1", data.schema(),
                ModelRegistry.DEFAULT_BACKEND)) {
            assertEquals(List.of("xgboost/1", "mlp/1"), stack.stack().manifest().inputs().names());
            assertEquals(report.together().getFirst().accuracy(), stack.stack().manifest().metrics().accuracy());
        }
    }

    @Test
    void shouldRetrainToTheSameBytes(@TempDir Path folder) throws IOException {
        train(11, folder, false, new ArrayList<>());
        byte[] trees = Files.readAllBytes(folder.resolve("xgboost/1/model.ubj"));
        byte[] manifest = Files.readAllBytes(folder.resolve("xgboost/1/manifest.yaml"));
        byte[] net = Files.readAllBytes(folder.resolve("mlp/1/model.onnx"));

        TrainingReport again = train(11, folder, false, new ArrayList<>());
        train(11, folder, true, new ArrayList<>());

        again.families().forEach(result -> assertEquals(Outcome.SAME_BYTES, result.outcome()));
        assertArrayEquals(trees, Files.readAllBytes(folder.resolve("xgboost/1/model.ubj")));
        assertArrayEquals(net, Files.readAllBytes(folder.resolve("mlp/1/model.onnx")));
        assertArrayEquals(manifest, Files.readAllBytes(folder.resolve("xgboost/1/manifest.yaml")));
    }

    @Test
    void shouldRefuseToChangeAVersion(@TempDir Path folder) {
        train(11, folder, false, new ArrayList<>());

        IllegalStateException refusal = assertThrows(IllegalStateException.class,
                () -> train(12, folder, false, new ArrayList<>()));

        assertTrue(refusal.getMessage().contains("xgboost/1 is already there with other bytes"), refusal.getMessage());
        assertEquals(Outcome.WRITTEN, train(12, folder, true, new ArrayList<>()).families().getFirst().outcome());
    }

    @Test
    void shouldTrainOnSelectedFeaturesAndOnNormalisedValues(@TempDir Path folder) {
        Dataset both = SyntheticMarket.normalised(31, 7300, 5, row -> 1.0 / (1.0 + Math.exp(-row[0] + 0.8 * row[2])));
        FeatureSelection selection = FeatureSelection.of(List.of("f3", "f2", "f0"));
        TrainingPlan plan = YamlBinder.parse("plan", PLAN.formatted(11).replace("inputs: RAW", "inputs: NORMALISED"),
                TrainingPlan.class);

        TrainingReport report = new Training(plan, Optional.of(selection), Mirror.NONE, INSTRUMENTS,
                TrainingListener.SILENT,
                System::nanoTime).run(both, "0".repeat(64), "", new ModelPublisher(folder, false));

        assertTrue(plan.normalised());
        List<LoadedModel> loaded = ModelRegistry.open(folder).load(List.of("xgboost/1", "mlp/1"), both.schema());
        assertEquals(InputPlane.RAW, loaded.getFirst().manifest().inputs().plane());
        assertEquals(InputPlane.NORMALISED, loaded.getLast().manifest().inputs().plane());
        for (int i = 0; i < 2; i++) {
            assertEquals(List.of("f0", "f2", "f3"), loaded.get(i).manifest().inputs().names());
            assertTrue(loaded.get(i).manifest().fit().hyperparameters().stream()
                    .anyMatch(setting -> setting.name().equals("selectionSha256")));
            shouldScoreAsReported(loaded.get(i), report.families().get(i).test().getFirst(), both);
        }
        ModelException refusal = assertThrows(ModelException.class,
                () -> loaded.getLast().model().score(new FeatureVector(both.features())));
        assertTrue(refusal.getMessage().contains("takes normalised inputs and the vector has none"),
                refusal.getMessage());
        loaded.forEach(model -> model.model().close());
    }

    private void shouldScoreAsReported(LoadedModel loaded, Evaluation test, Dataset data) {
        int rows = 0;
        int correct = 0;
        FeatureVector vector = new FeatureVector(data.features());
        for (int row = 0; row < data.rows(); row++) {
            // Test range, less the embargo at its start and the purge at its end.
            if (data.labelled(row) && data.eventTimeNs(row) >= 5_401_000_000_000L
                    && data.labelEndNs(row) < 7_199_000_000_000L) {
                data.copyTo(row, vector);
                rows++;
                correct += loaded.model().score(vector) > 0.5 == data.up(row) ? 1 : 0;
            }
        }
        assertEquals(rows, test.rows());
        assertEquals(correct / (double) rows, test.accuracy());
        assertEquals(test.accuracy(), loaded.manifest().metrics().accuracy());
    }

    private TrainingReport train(long seed, Path folder, boolean replace, List<String> said) {
        TrainingListener listener = new TrainingListener() {
            @Override
            public void onText(String line) {
                said.add(line);
            }
        };
        TrainingPlan plan = YamlBinder.parse("plan", PLAN.formatted(seed), TrainingPlan.class);
        return new Training(plan, Optional.empty(), Mirror.NONE, INSTRUMENTS, listener, System::nanoTime).run(data,
                "0".repeat(64),
                "",
                new ModelPublisher(folder, replace));
    }
}
