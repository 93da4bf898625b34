package io.v11.engine.feature.generated;

import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Sampled;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/**
 * Expressions over the features before them in the same vector. Stateless ones follow every event; the state of the others
 * moves with the first event of each second of event time, whatever the decision cadence. An input that is not valid makes the
 * result invalid for the same cause. Confined to the feature thread; allocates nothing after construction.
 */
public final class GeneratedFeatures implements FeatureGroup, Sampled {
    private static final long NS_PER_S = 1_000_000_000L;

    private final List<Feature> features;
    private final Stream[] streams;
    private final boolean windowed;
    private long nowS;

    public GeneratedFeatures(ResolvedExpressions resolved) {
        features = resolved.features();
        streams = new Stream[features.size()];
        for (int i = 0; i < streams.length; i++) {
            streams[i] = Stream.of(resolved.expressions().get(i), resolved.positions().get(i));
        }
        windowed = resolved.expressions().stream().anyMatch(expression -> expression.operator().windowed());
    }

    @Override
    public Heading heading() {
        return new Heading("generated", Category.GENERATED, "features before them", features);
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        at(moment.timeNs);
    }

    /** Event time of what comes next; for those who have vectors but no market. */
    public void at(long timeNs) {
        nowS = Math.floorDiv(timeNs, NS_PER_S);
    }

    @Override
    public boolean wantsSamples() {
        return windowed;
    }

    @Override
    public void sample(FeatureVector vector) {
        for (int i = 0; i < streams.length; i++) {
            streams[i].sample(vector, nowS);
        }
    }

    /** The inputs must stand in the vector already. */
    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        write(vector, first);
    }

    /** The same; no moment is needed. */
    public void write(FeatureVector vector, int first) {
        for (int i = 0; i < streams.length; i++) {
            streams[i].write(vector, first + i, nowS);
        }
    }

    @Override
    public void reset() {
        nowS = 0L;
        for (int i = 0; i < streams.length; i++) {
            streams[i].reset();
        }
    }

    /** The second is left out: it is that of the moment, and says nothing to those that hold no samples. */
    @Override
    public long stateHash(long start) {
        long hash = start;
        for (int i = 0; i < streams.length; i++) {
            hash = streams[i].stateHash(hash);
        }
        return hash;
    }
}
