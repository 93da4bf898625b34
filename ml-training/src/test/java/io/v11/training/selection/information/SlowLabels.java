package io.v11.training.selection.information;

import java.util.Random;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;

/** Moves whose share of ups drifts slowly of its own; f0 is the time, f1 is noise. */
final class SlowLabels {
    private SlowLabels() {
    }

    static Dataset of(long seed, int rows) {
        Random random = new Random(seed);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(2));
        builder.beginSource();
        Slots slots = new Slots(2);
        long bid = 10_000_000;
        for (int i = 0; i <= rows; i++) {
            builder.onEvent(slots.book(0, i, bid, bid + 2, i, random.nextGaussian()));
            bid += random.nextDouble() < 0.5 + 0.35 * Math.sin(i * 7.0 / rows) ? 10 : -10;
        }
        return builder.build();
    }
}
