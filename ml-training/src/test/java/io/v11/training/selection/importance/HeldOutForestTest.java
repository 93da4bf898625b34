package io.v11.training.selection.importance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelInputs;
import io.v11.ml.tree.TreeEnsemble;
import io.v11.ml.tree.XgboostModel;
import io.v11.ml.tree.XgboostModelReader;
import io.v11.training.data.Dataset;
import io.v11.training.data.SyntheticMarket;
import io.v11.training.data.TimeSplit;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;
import io.v11.training.trainer.tree.XgboostSettings;
import io.v11.training.trainer.tree.XgboostTrainer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HeldOutForestTest {
    private final Dataset data = SyntheticMarket.of(7, 4000, 5,
            row -> 1.0 / (1.0 + Math.exp(-2.0 * row[1] - row[3])));
    private final int[] held = SyntheticMarket.split(data).test();
    private final TreeEnsemble ensemble = fit(List.of("!f4"));
    private final HeldOutForest forest = new HeldOutForest(ensemble, data, held);

    @Test
    void shouldForecastAsTheModelThatServes() {
        XgboostModel served = new XgboostModel("selection", ensemble, ModelInputs.all(data.schema()));
        FeatureVector vector = new FeatureVector(5);
        double[] probabilities = forest.probabilities();

        for (int i = 0; i < held.length; i++) {
            data.copyTo(held[i], vector);
            assertEquals(served.score(vector), probabilities[i], 1e-6);
        }
    }

    @Test
    void shouldRaiseTheLossAsMuchAsANaiveCountSays() {
        double[] rise = new double[held.length];
        forest.addRise(new int[]{1, 3}, 1, new Random(5), rise, 0);
        int least = (int) Math.ceil(0.05 * held.length);
        int offset = least + new Random(5).nextInt(held.length - 2 * least);
        XgboostModel served = new XgboostModel("selection", ensemble, ModelInputs.all(data.schema()));
        FeatureVector own = new FeatureVector(5);
        FeatureVector other = new FeatureVector(5);

        for (int i = 0; i < held.length; i++) {
            data.copyTo(held[i], own);
            data.copyTo(held[(i + offset) % held.length], other);
            double before = loss(served.score(own), data.up(held[i]));
            own.set(1, other.value(1));
            own.set(3, other.value(3));
            assertEquals(loss(served.score(own), data.up(held[i])) - before, rise[i], 1e-5, "row " + i);
        }
    }

    @Test
    void shouldRaiseTheLossMostForWhatMattersAndNotAtAllForWhatIsNotUsed() {
        assertFalse(forest.uses(4));
        assertEquals(0.0, mean(4));
        assertTrue(mean(1) > mean(3), mean(1) + " " + mean(3));
        assertTrue(mean(3) > 10 * Math.abs(mean(0)), mean(3) + " " + mean(0));
    }

    private double mean(int feature) {
        double[] rise = new double[held.length];
        forest.addRise(new int[]{feature}, 3, new Random(1), rise, 0);
        return Arrays.stream(rise).average().orElseThrow();
    }

    private static double loss(double probability, boolean up) {
        return -Math.log(up ? probability : 1.0 - probability);
    }

    private TreeEnsemble fit(List<String> features) {
        TimeSplit split = SyntheticMarket.split(data);
        return XgboostModelReader.read("selection", new XgboostTrainer(new XgboostSettings(40, 40, 3, 0.2, 1.0, 1.0,
                1.0, 1.0, 0.0, 0.0, 32, features, List.of(), List.of()), new SampleWeights(Weighting.UNIFORM, false),
                Optional.empty(), System::nanoTime).train(data, split, 1, TrainingListener.SILENT).bytes());
    }
}
