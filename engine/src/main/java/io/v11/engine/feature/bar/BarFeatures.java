package io.v11.engine.feature.bar;

import java.util.ArrayList;
import java.util.List;

import io.v11.engine.feature.group.Category;
import io.v11.engine.feature.group.Digest;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.FeatureGroup;
import io.v11.engine.feature.group.Heading;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;

/**
 * The indicators on bars of one length: each closed bar is fed to all of them, and their outputs are held until the next.
 * Bars without a trade count as flat ones, and so do up to {@link #MISSING_BARS} bars that the venue never gave; of a
 * longer pause at most {@link #EMPTY_BARS} are counted, after a longer hole everything begins anew, for what happened in
 * it is not known. Computed once per closed bar; confined to the feature thread; allocates nothing after construction.
 */
public final class BarFeatures implements FeatureGroup {
    /** Flat bars fed for one pause. */
    public static final int EMPTY_BARS = 120;
    /** The longest hole that is filled with flat bars. */
    public static final int MISSING_BARS = 5;

    private final Outline outline;
    private final Indicator[] indicators;
    private final BarHistory bars;
    private final Digest digest = new Digest();
    private final FeatureVector held;

    /** The indicators must be fresh and nobody else's. */
    public BarFeatures(BarLength length, List<Indicator> indicators) {
        this(Outline.of(length, indicators), indicators);
    }

    /** A further group of the same indicators, fresh ones: it shares the descriptions, which are bigger than its state. */
    public BarFeatures(BarFeatures described, List<Indicator> indicators) {
        this(described.outline, indicators);
    }

    private BarFeatures(Outline outline, List<Indicator> indicators) {
        this.outline = outline;
        this.indicators = indicators.toArray(new Indicator[0]);
        bars = new BarHistory(outline.length.timeNs());
        held = new FeatureVector(outline.features.size());
    }

    /** What is the same for all instruments: the descriptions, and where the outputs of each indicator begin. */
    private record Outline(BarLength length, String name, List<Feature> features, int[] firsts) {
        static Outline of(BarLength length, List<Indicator> indicators) {
            List<Feature> features = new ArrayList<>();
            int[] firsts = new int[indicators.size()];
            for (int i = 0; i < firsts.length; i++) {
                firsts[i] = features.size();
                for (Feature output : indicators.get(i).outputs(length)) {
                    features.add(new Feature(length.prefix() + "_" + output.name(), output.unit(), output.formula(),
                            output.warmUp(), output.source(), output.settling()));
                }
            }
            return new Outline(length, "bars of " + length.title(), List.copyOf(features), firsts);
        }
    }

    @Override
    public Heading heading() {
        return new Heading(outline.name, Category.TECHNICAL, outline.name, outline.features);
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        if (market.closed(outline.length)) {
            onBar(market.bar(outline.length));
        }
    }

    private void onBar(MarketView.Bar bar) {
        digest.forget();
        if (bar.missingBefore > MISSING_BARS) {
            reset();
        } else if (bars.count() > 0) {
            addEmpty(bar.missingBefore);
        }
        bars.add(bar);
        update();
        addEmpty(Math.min(bar.emptyAfter, EMPTY_BARS));
        for (int i = 0; i < indicators.length; i++) {
            indicators[i].write(held, outline.firsts[i], bars);
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
        digest.forget();
        bars.reset();
        held.clear();
        for (int i = 0; i < indicators.length; i++) {
            indicators[i].reset();
        }
    }

    /** The outputs follow from the rest. */
    @Override
    public long stateHash(long start) {
        return StateHash.add(start, digest.known() ? digest.value() : digest.keep(digest()));
    }

    private long digest() {
        long hash = bars.stateHash(StateHash.start());
        for (int i = 0; i < indicators.length; i++) {
            hash = indicators[i].stateHash(hash);
        }
        return hash;
    }
}
