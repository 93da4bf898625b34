package io.v11.engine.feature;

import java.util.Arrays;
import java.util.stream.Stream;

import io.v11.engine.feature.group.Digest;
import io.v11.engine.feature.group.FeatureContext;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Sampled;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/** All feature groups of one instrument, in catalogue order. Confined to one thread; allocates nothing after construction. */
final class InstrumentFeatures {
    private final Moment moment;
    private final Digest digest = new Digest();
    private final FeatureGroup[] groups;
    private final int[] firsts;
    private final Sampled[] sampled;
    private final FeatureVector sample;

    /** @param further groups behind those of the catalogue; with features of their own the vectors must be longer */
    InstrumentFeatures(FeatureContext context, FeatureGroup... further) {
        moment = new Moment(context.tickE8());
        groups = Stream.concat(Arrays.stream(FeatureCatalog.groups(context)), Arrays.stream(further))
                .toArray(FeatureGroup[]::new);
        firsts = new int[groups.length];
        sampled = Arrays.stream(groups).filter(Sampled.class::isInstance).map(Sampled.class::cast)
                .filter(Sampled::wantsSamples).toArray(Sampled[]::new);
        int first = 0;
        for (int i = 0; i < groups.length; i++) {
            firsts[i] = first;
            first += groups[i].features().size();
        }
        sample = new FeatureVector(first);
    }

    /** Takes a market event of the instrument; times must not go back. */
    void onMarket(MarketView market, long timeNs) {
        digest.forget();
        moment.onMarket(market, timeNs);
        for (int i = 0; i < groups.length; i++) {
            groups[i].onMarket(market, moment);
        }
        if (moment.newSecond && sampled.length > 0) {
            write(sample);
            for (int i = 0; i < sampled.length; i++) {
                sampled[i].sample(sample);
            }
        }
    }

    /** Writes every feature of the catalogue, valid or not; changes nothing. */
    void write(FeatureVector vector) {
        for (int i = 0; i < groups.length; i++) {
            groups[i].write(vector, firsts[i], moment);
        }
    }

    void reset() {
        digest.forget();
        moment.reset();
        for (int i = 0; i < groups.length; i++) {
            groups[i].reset();
        }
    }

    long stateHash(long start) {
        return StateHash.add(start, digest.known() ? digest.value() : digest.keep(digest()));
    }

    private long digest() {
        long hash = moment.stateHash(StateHash.start());
        for (int i = 0; i < groups.length; i++) {
            hash = groups[i].stateHash(hash);
        }
        return StateHash.add(hash, groups.length);
    }
}
