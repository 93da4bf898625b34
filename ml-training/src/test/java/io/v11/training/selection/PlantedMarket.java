package io.v11.training.selection;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;

/**
 * A market whose next move depends on features in a known way. f0 is relevant, f1 its noisy double, f2 relevant on its own and less; f3 is a
 * slow random walk, f4 a constant, f5 never valid, f6 valid half of the time and noise; the rest is noise.
 */
public final class PlantedMarket {
    public static final int RELEVANT = 0;
    public static final int DOUBLE = 1;
    public static final int WEAKER = 2;
    public static final int WALK = 3;
    public static final int CONSTANT = 4;
    public static final int NEVER_VALID = 5;
    public static final long STEP_NS = 1_000_000_000L;

    private PlantedMarket() {
    }

    /** @param strength 0: the label depends on nothing  @param instruments that trade in turns */
    public static Dataset of(long seed, int rows, int features, double strength, int instruments) {
        Random random = new Random(seed);
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(features));
        builder.beginSource();
        Slots slots = new Slots(features);
        long[] bid = new long[instruments];
        Arrays.fill(bid, 10_000_000L);
        double walk = 0.0;
        double[] row = new double[features];
        for (int i = 0; i < rows + instruments; i++) {
            for (int f = 0; f < features; f++) {
                row[f] = random.nextGaussian();
            }
            walk += random.nextGaussian();
            row[DOUBLE] = row[RELEVANT] + 0.2 * row[DOUBLE];
            row[WALK] = walk;
            row[CONSTANT] = 7.0;
            row[NEVER_VALID] = Double.NaN;
            row[6] = i % 2 == 0 ? row[6] : Double.NaN;
            int instrument = i % instruments;
            builder.onEvent(slots.book(instrument, i * STEP_NS, bid[instrument], bid[instrument] + 100, row));
            double logOdds = strength * (row[RELEVANT] + 0.6 * row[WEAKER]);
            bid[instrument] += random.nextDouble() < 1.0 / (1.0 + Math.exp(-logOdds)) ? 100 : -100;
        }
        return builder.build();
    }

    /** All rows that have a label. */
    public static int[] labelled(Dataset data) {
        return IntStream.range(0, data.rows()).filter(data::labelled).toArray();
    }
}
