package io.v11.training.data;

import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

import io.v11.training.data.TimeSplit.Part;
import io.v11.training.data.TimeSplit.Span;

/** Decisions whose next move is up with a probability that is a known function of the features: standard normal draws. */
public final class SyntheticMarket {
    private static final long STEP_NS = 1_000_000_000L;

    private SyntheticMarket() {
    }

    public static Dataset of(long seed, int rows, int features, ToDoubleFunction<double[]> upProbability) {
        return of(seed, rows, new Slots(features), features, upProbability);
    }

    /** The same, with normalised values beside the raw ones. */
    public static Dataset normalised(long seed, int rows, int features, ToDoubleFunction<double[]> upProbability) {
        Slots slots = new Slots(features);
        slots.normalise();
        return of(seed, rows, slots, features, upProbability);
    }

    private static Dataset of(long seed, int rows, Slots slots, int features,
            ToDoubleFunction<double[]> upProbability) {
        Random random = new Random(seed);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(features));
        builder.beginSource();
        long bid = 1_000_000L;
        double[] row = new double[features];
        for (int i = 0; i <= rows; i++) {
            for (int f = 0; f < features; f++) {
                row[f] = random.nextGaussian();
            }
            builder.onEvent(slots.book(0, i * STEP_NS, bid, bid + 100, row));
            bid += random.nextDouble() < upProbability.applyAsDouble(row) ? 100 : -100;
        }
        return builder.build();
    }

    /** First half trains, the next quarter validates, the last tests. */
    public static TimeSplit split(Dataset data) {
        long end = data.rows() * STEP_NS;
        return TimeSplit.of(data, List.of(new Span(Part.TRAIN, 0, 0, end / 2),
                new Span(Part.VALIDATION, 0, end / 2, end * 3 / 4), new Span(Part.TEST, 0, end * 3 / 4, end)), 0L, 0L);
    }
}
