package io.v11.training.trainer.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.config.ConfigurationException;
import io.v11.ml.FeatureVector;
import io.v11.ml.tree.TreeEnsemble;
import io.v11.ml.tree.XgboostModelReader;
import io.v11.ml.tree.XgboostParity;
import io.v11.training.data.Dataset;
import io.v11.training.data.SyntheticMarket;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;
import io.v11.training.trainer.TrainedModel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ForestTrainerTest {
    private final Dataset data = SyntheticMarket.of(5, 6000, 6,
            row -> row[0] * row[1] > 0 ? 0.8 : 0.2);
    private final TrainedModel model = new ForestTrainer(new ForestSettings(45, 8, 5.0, 0.6, 0.5, 1.0, 64, List.of()),
            new SampleWeights(Weighting.ROOT_MOVE, false), Optional.empty(), System::nanoTime)
            .train(data, SyntheticMarket.split(data), 3L, TrainingListener.SILENT);

    @Test
    void shouldBeServedWithTheMarginsOfXgboost() {
        TreeEnsemble ensemble = XgboostModelReader.read("forest", model.bytes());
        Random random = new Random(9);
        List<FeatureVector> vectors = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            FeatureVector vector = new FeatureVector(data.features());
            data.copyTo(random.nextInt(data.rows()), vector);
            if (i % 5 == 0) {
                vector.set(random.nextInt(data.features()), Double.NaN);
            }
            vectors.add(vector);
        }

        XgboostParity parity = XgboostParity.check("forest", model.bytes(), ensemble, model.inputs(), vectors);

        assertEquals(vectors.size(), parity.rows());
        assertTrue(ensemble.depth() <= 8, "depth=" + ensemble.depth());
    }

    @Test
    void shouldHaveAsManyTreesAsTheBestOfTheForestsTried() {
        int trees = XgboostModelReader.read("forest", model.bytes()).trees().size();

        assertEquals(3, model.curve().size());
        assertEquals(List.of(11, 22, 45).get(model.bestStep() - 1), trees);
        assertTrue(model.validationLoss() < 0.6, "an interaction is found, loss " + model.validationLoss());
    }

    @Test
    void shouldRefuseToGrowAllTreesOnTheSameRows() {
        ConfigurationException refusal = assertThrows(ConfigurationException.class,
                () -> new ForestSettings(10, 4, 1.0, 1.0, 0.5, 1.0, 64, List.of()));

        assertEquals("forest: rowSample must be above 0 and below 1, is 1.0", refusal.getMessage());
    }
}
