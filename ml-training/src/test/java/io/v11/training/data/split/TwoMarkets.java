package io.v11.training.data.split;

import java.util.stream.IntStream;

import io.v11.training.data.Dataset;
import io.v11.training.data.DatasetBuilder;
import io.v11.training.data.Slots;

/** Rows of two instruments, one a tick of 10 ns each, that move at every step: a label ends one step of its instrument later. */
final class TwoMarkets {
    static final long STEP_NS = 10L;

    private TwoMarkets() {
    }

    /** Instrument 0 has {@code rows} rows from time 0 on, instrument 1 as many from {@code laterNs} on. */
    static Dataset of(int rows, long laterNs) {
        DatasetBuilder builder = DatasetBuilder.inMemory(Slots.schema(1));
        builder.beginSource();
        Slots slots = new Slots(1);
        for (long timeNs = 0; timeNs <= laterNs + rows * STEP_NS; timeNs += STEP_NS) {
            for (int instrument = 0; instrument < 2; instrument++) {
                long step = (timeNs - instrument * laterNs) / STEP_NS;
                if (timeNs >= instrument * laterNs && step <= rows) {
                    long bid = 1000 + step * step % 7 + step;
                    builder.onEvent(slots.book(instrument, timeNs, bid, bid + 2, (double) step));
                }
            }
        }
        return builder.build();
    }

    static int[] labelled(Dataset data) {
        return IntStream.range(0, data.rows()).filter(data::labelled).toArray();
    }
}
