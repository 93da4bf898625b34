package io.v11.training.generation;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.slot.EngineEvent;
import io.v11.ml.FeatureVector;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;

/** Features of noise; the next move depends on the product of the first two, or on nothing. Rows and tape are of one making. */
final class PlantedInteraction {
    static final int FEATURES = 6;
    private static final long STEP_NS = 1_000_000_000L;

    final InputTapes tapes = new InputTapes();
    final Dataset data;
    final int[] labelled;

    /** Tapes of any of the features, made of the rows. */
    final class InputTapes {
        InputTape of(int[] positions) {
            InputTape tape = new InputTape(positions);
            FeatureVector vector = new FeatureVector(FEATURES);
            for (int row = 0; row < data.rows(); row++) {
                data.copyTo(row, vector);
                tape.sample(0, data.eventTimeNs(row), vector);
                tape.decision(0, data.eventTimeNs(row), vector);
            }
            return tape;
        }
    }

    PlantedInteraction(long seed, int rows, double strength) {
        Random random = new Random(seed);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(FEATURES));
        builder.beginSource();
        Slots slots = new Slots(FEATURES);
        long bid = 10_000_000L;
        double[] row = new double[FEATURES];
        for (int i = 0; i <= rows; i++) {
            for (int f = 0; f < FEATURES; f++) {
                row[f] = 0.7 * row[f] + random.nextGaussian();
            }
            EngineEvent event = slots.book(0, i * STEP_NS, bid, bid + 100, row);
            builder.onEvent(event);
            double up = 1.0 / (1.0 + Math.exp(-strength * row[0] * row[1]));
            bid += random.nextDouble() < up ? 100 : -100;
        }
        data = builder.build();
        labelled = IntStream.range(0, data.rows()).filter(data::labelled).toArray();
    }

    static BaseFeatures base() {
        return BaseFeatures.all(IntStream.range(0, FEATURES)
                .mapToObj(i -> new Feature("f" + i, "ratio", "noise " + i, "at once")).toList());
    }

    static GenerationSettings settings(double budgetNs, long seed) {
        return new GenerationSettings(budgetNs, 10, FEATURES, List.of(5, 20), 1000, 8, 200, 0.9, 0.9, 5000, seed);
    }
}
