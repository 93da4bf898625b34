package io.v11.training.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.v11.config.Instruments;
import io.v11.config.YamlBinder;
import io.v11.ml.FeatureSchema;
import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;
import io.v11.training.data.TimeSplit;

/** Rows of two instruments whose next move follows {@code signal}; spread and volatility as the report looks for them. */
public final class Planted {
    public static final Instruments INSTRUMENTS = YamlBinder.read(Path.of("..", "config", "instruments.yaml"),
            Instruments.class);
    static final List<String> FEATURES = List.of("signal", "noise", TestRows.SPREAD, TestRows.SPREAD_TICKS,
            TestRows.VOLATILITY);
    static final int SIGNAL = 0;
    static final int NOISE = 1;
    private static final long STEP_NS = 1_000_000_000L;
    private static final long BID_E8 = 10_000_000_000L;
    private static final long TICK_E8 = 1_000_000L;

    private Planted() {
    }

    /** A step of one second; moves of a tick of 1 bp; spread of 1 bp, volatility of chance. */
    public static Dataset data(int rows, double strength) {
        Random random = new Random(77);
        DatasetBuilder builder = DatasetBuilder.inMemory(
                FeatureSchema.of(FEATURES, FEATURES.stream().map(name -> "one").toList()));
        builder.beginSource();
        Slots slots = new Slots(FEATURES.size());
        long[] bid = {BID_E8, BID_E8};
        for (int i = 0; i < rows + 2; i++) {
            int instrument = i % 2;
            double signal = random.nextGaussian();
            builder.onEvent(slots.book(instrument, i * STEP_NS, bid[instrument], bid[instrument] + TICK_E8, signal,
                    random.nextGaussian(), 1.0, 1.0, 1.0 + random.nextDouble()));
            boolean up = random.nextDouble() < 1.0 / (1.0 + Math.exp(-strength * signal));
            bid[instrument] += up ? TICK_E8 : -TICK_E8;
        }
        return builder.build();
    }

    /** The first half trains, the second tests. */
    public static TimeSplit split(Dataset data, boolean withTrainRows) {
        int[] labelled = IntStream.range(0, data.rows()).filter(data::labelled).toArray();
        int half = labelled.length / 2;
        return TimeSplit.of(
                withTrainRows ? IntStream.range(0, half).map(i -> labelled[i]).toArray() : new int[0], new int[0],
                IntStream.range(half, labelled.length).map(i -> labelled[i]).toArray());
    }
}
