package io.v11.engine.feature.bar;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.v11.engine.feature.bar.oscillator.OscillatorIndicators;
import io.v11.engine.feature.bar.trend.TrendIndicators;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.StateHash;
import io.v11.engine.trading.AllocatedBytes;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The group of one bar length as a whole: what it feeds its indicators in pauses and holes, and what it hands out. */
class BarFeaturesTest {
    private static final BarLength LENGTH = BarLength.MINUTE;

    private final MarketView view = new MarketView();
    private final Moment moment = new Moment(1);
    private final BarFeatures features = group();
    private final FeatureVector vector = new FeatureVector(features.features().size());

    private static BarFeatures group() {
        List<Indicator> indicators = new ArrayList<>(TrendIndicators.full());
        indicators.addAll(OscillatorIndicators.full(LENGTH));
        return new BarFeatures(LENGTH, indicators);
    }

    private void feed(BarFeatures group, MarketView.Bar bar) {
        view.clear();
        view.closedBars = LENGTH.bit();
        view.bar(LENGTH).copyFrom(bar);
        group.onMarket(view, moment);
    }

    private void feed(BarFeatures group, BarTape tape, int from, int to) {
        for (int i = from; i < to; i++) {
            feed(group, tape.bars.get(i));
        }
    }

    private static MarketView.Bar copy(MarketView.Bar bar, long emptyAfter, long missingBefore) {
        MarketView.Bar copy = new MarketView.Bar();
        copy.copyFrom(bar);
        copy.emptyAfter = emptyAfter;
        copy.missingBefore = missingBefore;
        return copy;
    }

    @Test
    void shouldOfferAtLeastSixtyOutputsOnABarLength() {
        assertTrue(features.features().size() >= 62, "outputs=" + features.features().size());
        for (Feature feature : features.features()) {
            assertTrue(feature.name().startsWith("min_"), feature.name());
            assertNotEquals(Settling.UNKNOWN, feature.settling(), feature.name());
        }
    }

    @Test
    void shouldHaveEveryOutputValidOnceWarm() {
        BarTape tape = BarTape.synthetic(LENGTH, 3, 4_000);
        boolean[] seen = new boolean[vector.size()];
        for (MarketView.Bar bar : tape.bars) {
            feed(features, bar);
            features.write(vector, 0, moment);
            for (int i = 0; i < seen.length; i++) {
                seen[i] |= vector.isValid(i);
            }
        }
        for (int i = 0; i < seen.length; i++) {
            assertTrue(seen[i], features.features().get(i).name() + " was never valid");
        }
    }

    @Test
    void shouldHoldTheOutputsBetweenBars() {
        feed(features, BarTape.synthetic(LENGTH, 3, 200), 0, 200);
        features.write(vector, 0, moment);
        long held = vector.hash();

        view.clear();
        features.onMarket(view, moment);
        vector.clear();
        features.write(vector, 0, moment);

        assertEquals(held, vector.hash());
    }

    @Test
    void shouldCountPausesAndShortHolesAsFlatBars() {
        BarTape tape = BarTape.synthetic(LENGTH, 4, 400).still(200, 4);
        BarFeatures whole = group();
        feed(whole, tape, 0, 205);
        BarFeatures paused = group();
        feed(paused, tape, 0, 199);
        feed(paused, copy(tape.bars.get(199), 4, 0));
        feed(paused, tape, 204, 205);
        BarFeatures holed = group();
        feed(holed, tape, 0, 200);
        feed(holed, copy(tape.bars.get(204), 0, 4));

        assertEquals(whole.stateHash(StateHash.start()), paused.stateHash(StateHash.start()));
        assertEquals(whole.stateHash(StateHash.start()), holed.stateHash(StateHash.start()));
    }

    @Test
    void shouldBeginAnewAfterALongHole() {
        BarTape tape = BarTape.synthetic(LENGTH, 5, 400);
        BarFeatures fresh = group();
        feed(fresh, tape.bars.get(300));
        feed(features, tape, 0, 300);

        feed(features, copy(tape.bars.get(300), 0, BarFeatures.MISSING_BARS + 1));

        assertEquals(fresh.stateHash(StateHash.start()), features.stateHash(StateHash.start()));
        features.write(vector, 0, moment);
        int ema = names().indexOf("min_close_ema_20_bps");
        assertEquals(Invalidity.NOT_WARM, vector.cause(ema));
    }

    private List<String> names() {
        return features.features().stream().map(Feature::name).toList();
    }

    @Test
    void shouldNeitherThrowNorLetANumberOutOfNothing() {
        BarTape tape = BarTape.synthetic(LENGTH, 6, 300);
        feed(features, tape, 0, 300);
        // A halted market for months: every range decays to nothing.
        MarketView.Bar flat = tape.still(299, 1).bars.get(299);
        for (int i = 0; i < 100; i++) {
            feed(features, copy(flat, Long.MAX_VALUE, 0));
        }
        features.write(vector, 0, moment);
        assertFinite();
        for (String name : List.of("min_plus_di_14", "min_minus_di_14", "min_vortex_plus_14", "min_vortex_minus_14")) {
            assertEquals(Invalidity.UNDEFINED, vector.cause(names().indexOf(name)), name);
            assertTrue(!vector.isValid(names().indexOf(name)), name);
        }

        features.reset();
        MarketView.Bar nothing = new MarketView.Bar();
        for (int i = 0; i < 300; i++) {
            feed(features, nothing);
        }
        features.write(vector, 0, moment);
        assertFinite();
        assertTrue(!vector.isValid(names().indexOf("min_close_ema_20_bps")), "0 / 0 is no distance");
    }

    private void assertFinite() {
        for (int i = 0; i < vector.size(); i++) {
            assertTrue(Double.isFinite(vector.value(i)), names().get(i));
        }
    }

    @Test
    void shouldShareDescriptionsButNoState() {
        BarTape tape = BarTape.synthetic(LENGTH, 7, 100);
        List<Indicator> indicators = new ArrayList<>(TrendIndicators.full());
        indicators.addAll(OscillatorIndicators.full(LENGTH));
        BarFeatures second = new BarFeatures(features, indicators);
        long fresh = second.stateHash(StateHash.start());

        feed(features, tape, 0, 100);

        assertEquals(features.features(), second.features());
        assertEquals(fresh, second.stateHash(StateHash.start()));
        feed(second, tape, 0, 100);
        assertEquals(features.stateHash(StateHash.start()), second.stateHash(StateHash.start()));
        second.reset();
        assertEquals(fresh, second.stateHash(StateHash.start()));
    }

    @Test
    void shouldAllocateNothingPerBar() {
        BarTape tape = BarTape.synthetic(LENGTH, 8, 4_000);

        long bytes = AllocatedBytes.perRound(() -> feed(features, tape, 0, tape.size()));

        assertEquals(0, bytes, "bytes allocated over " + tape.size() + " bars");
    }
}
