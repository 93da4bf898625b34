package io.v11.engine.feature.bar;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

/**
 * The indicators on bars of one length: each closed bar is fed to all of them, and their outputs are held until the next.
 * Bars without a trade count as flat ones, and so do up to {@link #MISSING_BARS} bars that the venue never gave; of a
 * longer pause at most {@link #EMPTY_BARS} are counted, after a longer hole everything begins anew, for what happened in
 * it is not known. Computed once per closed bar; confined to the feature thread; allocates nothing after construction.
 */
public final class BarFeatures implements FeatureGroup {
    /** Flat bars fed for one pause. */
    public static final int EMPTY_BARS = 300;
    /** The longest hole that is filled with flat bars. */
    public static final int MISSING_BARS = 5;

    private final String name;
    private final BarLength length;
    private final Indicator[] indicators;
    private final int[] firsts;
    private final List<Feature> features;
    private final BarHistory bars;
    private final FeatureVector held;

    /** The indicators must be fresh and nobody else's. */
    public BarFeatures(BarLength length, List<Indicator> indicators) {
        this.name = "bars of " + length.title();
        this.length = length;
        this.indicators = indicators.toArray(new Indicator[0]);
        this.firsts = new int[this.indicators.length];
        List<Feature> named = new ArrayList<>();
        for (int i = 0; i < this.indicators.length; i++) {
            firsts[i] = named.size();
            for (Feature output : this.indicators[i].outputs(length)) {
                named.add(new Feature(length.prefix() + "_" + output.name(), output.unit(), output.formula(),
                        output.warmUp(), output.source(), output.settling()));
            }
        }
        features = List.copyOf(named);
        bars = new BarHistory(length.timeNs());
        held = new FeatureVector(features.size());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Category category() {
        return Category.TECHNICAL;
    }

    @Override
    public String inputs() {
        return name;
    }

    @Override
    public List<Feature> features() {
        return features;
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        if (market.closed(length)) {
            onBar(market.bar(length));
        }
    }

    private void onBar(MarketView.Bar bar) {
        if (bar.missingBefore > MISSING_BARS) {
            reset();
        } else if (bars.count() > 0) {
            addEmpty(bar.missingBefore);
        }
        bars.add(bar);
        update();
        addEmpty(Math.min(bar.emptyAfter, EMPTY_BARS));
        for (int i = 0; i < indicators.length; i++) {
            indicators[i].write(held, firsts[i], bars);
        }
    }

    private void addEmpty(long count) {
        for (long i = 0; i < count; i++) {
            bars.addEmpty();
            update();
        }
    }

    private void update() {
        for (int i = 0; i < indicators.length; i++) {
            indicators[i].onBar(bars);
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        vector.copyFrom(held, first);
    }

    @Override
    public void reset() {
        bars.reset();
        held.clear();
        for (int i = 0; i < indicators.length; i++) {
            indicators[i].reset();
        }
    }

    /** The outputs follow from the rest. */
    @Override
    public long stateHash(long start) {
        long hash = bars.stateHash(start);
        for (int i = 0; i < indicators.length; i++) {
            hash = indicators[i].stateHash(hash);
        }
        return hash;
    }
}
