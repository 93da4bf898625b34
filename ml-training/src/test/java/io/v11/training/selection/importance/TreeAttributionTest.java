package io.v11.training.selection.importance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;

import io.v11.training.data.Dataset;
import io.v11.training.data.SyntheticMarket;
import io.v11.training.data.TimeSplit;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;
import io.v11.training.trainer.tree.XgboostSettings;
import io.v11.training.trainer.tree.XgboostTrainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TreeAttributionTest {
    private final Dataset data = SyntheticMarket.of(7, 4000, 5,
            row -> 1.0 / (1.0 + Math.exp(-2.0 * row[1] - row[3])));
    private final TimeSplit split = SyntheticMarket.split(data);
    private final byte[] model = new XgboostTrainer(new XgboostSettings(40, 40, 3, 0.2, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0,
            32, List.of(), List.of(), List.of()), new SampleWeights(Weighting.UNIFORM, false), Optional.empty(),
            System::nanoTime)
            .train(data, split, 1, TrainingListener.SILENT).bytes();

    @Test
    void shouldDivideEveryMarginWithoutRest() throws Exception {
        Booster booster = XGBoost.loadModel(model);
        DMatrix matrix = FloatRows.of(data, split.test()).matrix();
        float[][] contributions = booster.predictContrib(matrix, 0);
        float[][] margins = booster.predict(matrix, true, 0);
        matrix.dispose();
        booster.dispose();

        for (int row = 0; row < contributions.length; row++) {
            double sum = 0.0;
            for (float part : contributions[row]) {
                sum += part;
            }
            assertEquals(margins[row][0], sum, 1e-4, "row " + row);
        }
    }

    @Test
    void shouldRefuseContributionsOfAnotherModel() {
        float[][] contributions = {{0.5f, 0.25f, 0.1f}};

        TreeAttribution.shap(contributions, new float[][]{{0.85f}}, 2);

        assertThrows(IllegalStateException.class,
                () -> TreeAttribution.shap(contributions, new float[][]{{0.80f}}, 2));
    }

    @Test
    void shouldGiveTheLargestShareToTheFeatureThatMovesTheLabelMost() {
        TreeAttribution attribution = TreeAttribution.of(model, FloatRows.of(data, split.test()));

        assertEquals(1.0, Arrays.stream(attribution.shap()).sum(), 1e-9);
        assertEquals(1.0, Arrays.stream(attribution.gain()).sum(), 1e-9);
        assertTrue(attribution.shap()[1] > attribution.shap()[3]);
        assertTrue(attribution.shap()[3] > 3 * attribution.shap()[0], Arrays.toString(attribution.shap()));
        assertTrue(attribution.gain()[1] > attribution.gain()[3]);
    }
}
