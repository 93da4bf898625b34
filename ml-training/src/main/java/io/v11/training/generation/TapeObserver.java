package io.v11.training.generation;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Sampled;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/** A group without features that writes down each vector its instrument samples. Confined to one thread. */
final class TapeObserver implements FeatureGroup, Sampled {
    private final InputTape tape;
    private final int stream;
    private long timeNs;

    TapeObserver(InputTape tape, int stream) {
        this.tape = tape;
        this.stream = stream;
    }

    @Override
    public Heading heading() {
        return new Heading("recorder", Category.GENERATED, "features before it", List.of());
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        timeNs = moment.timeNs;
    }

    @Override
    public void sample(FeatureVector vector) {
        tape.sample(stream, timeNs, vector);
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        // There is nothing to write.
    }

    @Override
    public void reset() {
        timeNs = 0L;
    }

    @Override
    public long stateHash(long start) {
        return start;
    }
}
