package io.v11.training.trainer.net;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.v11.engine.feature.FeatureCatalog;
import io.v11.ml.Family;
import io.v11.ml.InputPlane;
import io.v11.ml.ModelInputs;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.data.SyntheticMarket;
import io.v11.training.data.TimeSplit;
import io.v11.training.progress.TrainingListener;
import io.v11.training.trainer.SampleWeights;
import io.v11.training.trainer.SampleWeights.Weighting;
import io.v11.training.trainer.Standardisation;
import io.v11.training.trainer.TrainedModel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LogisticTrainerTest {
    private static final SampleWeights WEIGHTS = new SampleWeights(Weighting.UNIFORM, false);
    private final Dataset data = SyntheticMarket.of(6, 20_000, 3,
            row -> 1.0 / (1.0 + Math.exp(-0.3 - 0.9 * row[0] + 0.5 * row[1])));
    private final TimeSplit split = SyntheticMarket.split(data);

    @Test
    void shouldFindTheWeightsThatMadeTheLabels() {
        LogisticFit fit = fit(1e-6);
        while (fit.step()) {
            assertTrue(Double.isFinite(fit.weights()[0]));
        }

        // Standard error of a weight on 10,000 rows is about 0.025.
        assertArrayEquals(new double[]{0.9, -0.5, 0.0, 0.3}, fit.weights(), 0.1);
    }

    @Test
    void shouldStandWhereTheSlopeIsZero() {
        double l2 = 0.01;
        LogisticFit fit = fit(l2);
        int steps = 0;
        while (fit.step()) {
            steps++;
        }

        NetRows rows = rows();
        double[] weights = fit.weights();
        double[] slope = new double[4];
        for (int row = 0; row < rows.count(); row++) {
            double logit = weights[3];
            for (int f = 0; f < 3; f++) {
                logit += weights[f] * rows.values()[row * 3 + f];
            }
            double error = 1.0 / (1.0 + Math.exp(-logit)) - rows.labels()[row];
            for (int f = 0; f < 3; f++) {
                slope[f] += error * rows.values()[row * 3 + f] / rows.count();
            }
            slope[3] += error / rows.count();
        }
        for (int f = 0; f < 3; f++) {
            assertEquals(0.0, slope[f] + l2 * weights[f], 1e-7, "slope of weight " + f);
        }
        assertEquals(0.0, slope[3], 1e-7, "slope of the bias");
        assertTrue(steps < 12, "steps=" + steps);
    }

    @Test
    void shouldStayFiniteWhereAnInputPartsTheClasses() {
        Dataset parted = SyntheticMarket.of(7, 2000, 1, row -> row[0] > 0 ? 1.0 : 0.0);

        TrainedModel model = new LogisticTrainer(new LogisticSettings(0.001, 50, 5.0, InputPlane.RAW, List.of("f0")),
                WEIGHTS, Optional.empty(), System::nanoTime)
                .train(parted, SyntheticMarket.split(parted), 1L, TrainingListener.SILENT);

        assertTrue(model.validationLoss() < 0.2, "loss " + model.validationLoss());
    }

    @Test
    void shouldEndWithoutStepsWhereThereIsNothingToLearn() {
        // Every other move is up and f0 is the same in both, so the weights 0 are the best from the start.
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1));
        builder.beginSource();
        Slots slots = new Slots(1);
        for (int i = 0; i <= 80; i++) {
            builder.onEvent(slots.book(0, i, 100 + i % 2 * 100, 200 + i % 2 * 100, 1.0));
        }
        TimeSplit halves = TimeSplit.of(IntStream.range(0, 40).toArray(), IntStream.range(40, 80).toArray(),
                new int[0]);

        TrainedModel model = new LogisticTrainer(new LogisticSettings(0.001, 50, 5.0, InputPlane.RAW, List.of("f0")),
                WEIGHTS, Optional.empty(), System::nanoTime)
                .train(builder.build(), halves, 1L, TrainingListener.SILENT);

        assertEquals(Math.log(2), model.validationLoss(), 1e-12);
    }

    @Test
    void shouldReadFeaturesOfTheCatalogueByDefault() {
        LogisticSettings settings = new LogisticSettings(0.001, 20, 5.0, InputPlane.RAW, List.of());

        assertEquals(7, settings.features().size());
        assertTrue(FeatureCatalog.names().containsAll(settings.features()));
    }

    private LogisticFit fit(double l2) {
        return new LogisticFit(rows(), l2);
    }

    private NetRows rows() {
        float[] weights = WEIGHTS.of(data, split.train());
        ModelInputs inputs = ModelInputs.all(data.schema());
        return NetRows.of(Family.LOGISTIC, data, split.train(), weights, inputs,
                new Standardisation(new double[3], new double[]{1, 1, 1}, 10.0).standardiser());
    }
}
