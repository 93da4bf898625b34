package io.v11.ml;

import java.util.ArrayList;
import java.util.List;

/** Says what it is told to say, and remembers how it was asked. */
final class FakeModel implements Model {
    private final String name;
    private final ModelInputs inputs;
    double says;
    int asked;
    int skipped;
    int resets;
    long memory;
    boolean closed;
    /** Bits of the numbers that were valid at each call. */
    final List<Long> validity = new ArrayList<>();
    FeatureVector seen;
    boolean notes;

    FakeModel(String name, ModelInputs inputs, double says) {
        this.name = name;
        this.inputs = inputs;
        this.says = says;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelInputs inputs() {
        return inputs;
    }

    @Override
    public double score(FeatureVector features) {
        asked++;
        memory++;
        seen = features;
        if (notes) {
            validity.add(features.validityWord(0));
        }
        return says;
    }

    @Override
    public void skip(FeatureVector features) {
        skipped++;
        memory = 0;
    }

    @Override
    public void reset() {
        resets++;
        memory = 0;
    }

    @Override
    public long stateHash() {
        return memory;
    }

    @Override
    public void close() {
        closed = true;
    }
}
