package io.v11.engine.feature.regime;

import java.util.ArrayList;
import java.util.List;

import io.v11.config.FixedPoint;
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
 * Volatility, jumps, memory, trend and regime on bars of one length, made anew when a bar closes and held until the next.
 * Bars without a trade count as flat ones; of a longer pause {@link #FLAT_BARS} are counted, which fills every window. A
 * bar that the venue never gave begins the series anew. Confined to the feature thread; allocates nothing after
 * construction.
 */
public final class RegimeFeatures implements FeatureGroup {
    /** Flat bars fed for one pause: more than every measure needs to be warm. */
    static final int FLAT_BARS = 320;

    private final BarLength length;
    private final BarMoves moves = new BarMoves();
    private final VolatilityLevels levels;
    private final Measure[] measures;
    private final int[] firsts;
    private final List<Feature> features;
    private final Digest digest = new Digest();
    private final FeatureVector held;

    private RegimeFeatures(Scale scale) {
        length = scale.length();
        levels = new VolatilityLevels(scale);
        measures = new Measure[]{new RealisedVariation(scale), new RangeVolatility(scale), new MoveShape(scale),
            new Scaling(scale), new TrendOrRange(scale), new VolatilityRank(scale, levels),
            new RegimePosterior(scale, levels)};
        firsts = new int[measures.length];
        List<Feature> all = new ArrayList<>();
        for (int i = 0; i < measures.length; i++) {
            firsts[i] = all.size();
            all.addAll(measures[i].outputs());
        }
        features = List.copyOf(all);
        held = new FeatureVector(features.size());
        if (scale.warmMoves() >= FLAT_BARS) {
            throw new IllegalArgumentException("a pause of " + FLAT_BARS + " flat bars does not fill windows of "
                    + scale.warmMoves() + " moves; raise FLAT_BARS");
        }
        reset();
    }

    public static RegimeFeatures minutes() {
        return new RegimeFeatures(Scale.MINUTES);
    }

    public static RegimeFeatures hours() {
        return new RegimeFeatures(Scale.HOURS);
    }

    @Override
    public Heading heading() {
        return new Heading("regime, bars of " + length.title(), Category.VOLATILITY_REGIME,
                "bars of " + length.title(), features);
    }

    @Override
    public void onMarket(MarketView market, Moment moment) {
        if (market.closed(length)) {
            onBar(market.bar(length));
        }
    }

    private void onBar(MarketView.Bar bar) {
        digest.forget();
        long number = Math.floorDiv(bar.openTimeNs, length.timeNs());
        if (moves.begun() && number <= moves.number) {
            // Trades told this minute already, before the venue began to give bars.
            return;
        }
        if (bar.lowE8 <= 0 || bar.openE8 <= 0 || bar.closeE8 <= 0) {
            reset();
            return;
        }
        if (moves.begun() && number == moves.number + 1) {
            moves.follow(bar);
            onMove();
        } else {
            reset();
            moves.begin(number, FixedPoint.toDouble(bar.closeE8));
        }
        onPause(bar.emptyAfter);
        for (int i = 0; i < measures.length; i++) {
            measures[i].write(held, firsts[i]);
        }
    }

    private void onPause(long empty) {
        if (empty > FLAT_BARS) {
            forgetMoves();
            moves.begin(moves.number + empty - FLAT_BARS, moves.close);
        }
        for (long i = Math.min(empty, FLAT_BARS); i > 0; i--) {
            moves.followFlat();
            onMove();
        }
    }

    private void onMove() {
        levels.onMove(moves);
        for (int i = 0; i < measures.length; i++) {
            measures[i].onMove(moves);
        }
    }

    private void forgetMoves() {
        levels.reset();
        for (int i = 0; i < measures.length; i++) {
            measures[i].reset();
        }
    }

    @Override
    public void write(FeatureVector vector, int first, Moment moment) {
        vector.copyFrom(held, first);
    }

    @Override
    public void reset() {
        digest.forget();
        moves.reset();
        forgetMoves();
        for (int i = 0; i < held.size(); i++) {
            held.invalidate(i);
        }
    }

    @Override
    public long stateHash(long start) {
        return StateHash.add(start, digest.known() ? digest.value() : digest.keep(digest()));
    }

    private long digest() {
        long hash = levels.stateHash(moves.stateHash(StateHash.start()));
        for (int i = 0; i < measures.length; i++) {
            hash = measures[i].stateHash(hash);
        }
        return hash;
    }
}
