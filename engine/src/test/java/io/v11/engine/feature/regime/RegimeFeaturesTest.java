package io.v11.engine.feature.regime;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every regime feature against a batch computation over the series; gaps, pauses, flat markets, beginnings. */
class RegimeFeaturesTest {
    private static final double TOLERANCE = 1e-9;

    private final MarketView view = new MarketView();
    private final Moment moment = new Moment(1);

    private FeatureVector feed(RegimeFeatures group, List<OhlcBar> bars, BarLength length) {
        for (OhlcBar bar : bars) {
            group.onMarket(bar.in(view, length), moment);
        }
        return vector(group);
    }

    private FeatureVector vector(RegimeFeatures group) {
        FeatureVector vector = new FeatureVector(group.features().size());
        group.write(vector, 0, moment);
        return vector;
    }

    private static int compare(RegimeFeatures group, FeatureVector vector, List<OhlcBar> bars, Scale scale,
            String where, Set<String> compared) {
        Map<String, Double> expected = new RegimeReference(bars, scale).values;
        int valid = 0;
        for (int i = 0; i < vector.size(); i++) {
            String name = group.features().get(i).name();
            double value = expected.getOrDefault(name, Double.NaN);
            String what = name + " " + where;
            assertEquals(Double.isFinite(value), vector.isValid(i), what + " reference=" + value);
            if (vector.isValid(i)) {
                // The constant of the tripower quarticity is known to seven digits there.
                double tolerance = name.contains("jump_z") ? 1e-6 : TOLERANCE;
                assertEquals(value, vector.value(i), tolerance * Math.max(1.0, Math.abs(value)), what);
                compared.add(name);
                valid++;
            }
        }
        return valid;
    }

    private void shouldEqual(RegimeFeatures group, Scale scale) {
        Set<String> compared = new HashSet<>();
        for (long seed = 1; seed <= 2; seed++) {
            group.reset();
            List<OhlcBar> bars = OhlcBar.walk(seed, 900);
            for (int i = 0; i < bars.size(); i++) {
                group.onMarket(bars.get(i).in(view, scale.length()), moment);
                if (i < 30 || i % 31 == 0 || Math.abs(i - scale.warmMoves()) < 3) {
                    compare(group, vector(group), bars.subList(0, i + 1), scale, "seed=" + seed + " bar=" + i,
                            compared);
                }
            }
        }
        Set<String> never = new HashSet<>(group.features().stream().map(Feature::name).toList());
        never.removeAll(compared);
        assertEquals(Set.of(), never, "features that were never valid and compared");
    }

    @Test
    void shouldEqualTheBatchReferenceOnMinutes() {
        shouldEqual(RegimeFeatures.minutes(), Scale.MINUTES);
    }

    @Test
    void shouldEqualTheBatchReferenceOnHours() {
        shouldEqual(RegimeFeatures.hours(), Scale.HOURS);
    }

    @Test
    void shouldCountBarsWithoutTradesAsFlat() {
        List<OhlcBar> told = new ArrayList<>();
        List<OhlcBar> meant = new ArrayList<>();
        long number = OhlcBar.FIRST;
        for (OhlcBar bar : OhlcBar.walk(3, 320)) {
            long empty = told.size() % 9 == 8 ? 2 : told.size() == 300 ? 17 : 0;
            told.add(bar.at(number).followedBy(empty));
            meant.add(bar.at(number++));
            for (long i = 0; i < empty; i++) {
                meant.add(new OhlcBar(number++, bar.close(), bar.close(), bar.close(), bar.close(), 0));
            }
        }
        RegimeFeatures group = RegimeFeatures.minutes();

        FeatureVector vector = feed(group, told, BarLength.MINUTE);

        assertEquals(group.features().size(), compare(group, vector, meant, Scale.MINUTES, "flat", new HashSet<>()));
    }

    @Test
    void shouldHaveTheSameBitsWhereverTheSeriesBegan() {
        List<OhlcBar> bars = OhlcBar.walk(4, 1100);
        RegimeFeatures whole = RegimeFeatures.minutes();
        RegimeFeatures late = RegimeFeatures.minutes();
        FeatureVector expected = feed(whole, bars, BarLength.MINUTE);
        for (int begin : new int[]{1, 60, 333, 417}) {
            late.reset();
            FeatureVector vector = feed(late, bars.subList(begin, bars.size()), BarLength.MINUTE);
            for (int i = 0; i < vector.size(); i++) {
                boolean fades = whole.features().get(i).settling().tolerance() > 0;

                assertEquals(expected.value(i), vector.value(i), fades ? 1e-4 : 0.0,
                        whole.features().get(i).name() + " begun at " + begin);
            }
        }
    }

    @Test
    void shouldBeValidAsSoonAsTheSettlingSays() {
        List<OhlcBar> bars = OhlcBar.walk(5, 700);
        for (Feature feature : RegimeFeatures.minutes().features()) {
            RegimeFeatures group = RegimeFeatures.minutes();
            long needed = feature.settling().timeNs() / BarLength.MINUTE.timeNs();
            FeatureVector vector = feed(group, bars.subList(0, (int) needed), BarLength.MINUTE);

            assertTrue(vector.isValid(group.features().indexOf(feature)), feature.name() + " after " + needed);
        }
    }

    @Test
    void shouldBeginAnewWhenABarIsMissing() {
        List<OhlcBar> before = OhlcBar.walk(6, 400);
        List<OhlcBar> after = OhlcBar.walk(7, 400).stream().map(bar -> bar.at(bar.number() + 401)).toList();
        RegimeFeatures broken = RegimeFeatures.minutes();
        RegimeFeatures fresh = RegimeFeatures.minutes();
        feed(broken, before, BarLength.MINUTE);

        assertEquals(0, feed(broken, after.subList(0, 1), BarLength.MINUTE).validCount());
        assertEquals(Invalidity.NOT_WARM, vector(broken).cause(0));
        assertEquals(feed(fresh, after, BarLength.MINUTE).hash(), feed(broken, after, BarLength.MINUTE).hash());
        assertEquals(fresh.stateHash(1L), broken.stateHash(1L));
        // A bar that was told before changes nothing.
        assertEquals(fresh.stateHash(1L), stateAfter(broken, after.get(398)));
    }

    private long stateAfter(RegimeFeatures group, OhlcBar bar) {
        group.onMarket(bar.in(view, BarLength.MINUTE), moment);
        return group.stateHash(1L);
    }

    @Test
    void shouldTellFlatFromNotWarmAfterALongPause() {
        RegimeFeatures group = RegimeFeatures.minutes();
        List<OhlcBar> bars = new ArrayList<>(OhlcBar.walk(8, 400));
        bars.set(399, bars.get(399).followedBy(5000));

        FeatureVector vector = feed(group, bars, BarLength.MINUTE);

        assertEquals(0.0, vector.value(0));
        assertTrue(vector.isValid(0), "no move is a volatility of 0");
        int share = names(group).indexOf("min_signed_variation_60");
        assertEquals(Invalidity.UNDEFINED, vector.cause(share));
        int calm = names(group).indexOf("min_p_calm");
        assertTrue(vector.isValid(calm) && vector.value(calm) < 0.5, "nothing is known of a flat market");
        // The series goes on where the pause ended.
        double close = bars.get(399).close();
        OhlcBar next = new OhlcBar(bars.get(399).number() + 5001, close, close + 1, close, close + 1, 0);
        assertEquals(1.0, feed(group, List.of(next), BarLength.MINUTE).value(share));
    }

    @Test
    void shouldBeginAnewAfterAPriceOfZero() {
        RegimeFeatures group = RegimeFeatures.minutes();
        feed(group, OhlcBar.walk(9, 400), BarLength.MINUTE);

        FeatureVector vector = feed(group, List.of(new OhlcBar(OhlcBar.FIRST + 400, 5, 5, 0, 5, 0)),
                BarLength.MINUTE);

        assertEquals(0, vector.validCount());
        assertEquals(RegimeFeatures.minutes().stateHash(1L), group.stateHash(1L));
    }

    @Test
    void shouldFlagAJumpAndOnlyThen() {
        RegimeFeatures group = RegimeFeatures.minutes();
        int flag = names(group).indexOf("min_jump_60");
        List<OhlcBar> calm = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < 200; i++) {
            double close = price * (1 + (i % 7 - 3) * 1e-4 + (i % 2 == 0 ? 1e-4 : -1e-4));
            calm.add(new OhlcBar(OhlcBar.FIRST + i, price, Math.max(price, close), Math.min(price, close), close, 0));
            price = close;
        }
        assertEquals(0.0, feed(group, calm, BarLength.MINUTE).value(flag));
        assertTrue(vector(group).isValid(flag));

        OhlcBar jump = new OhlcBar(OhlcBar.FIRST + 200, price, price * 1.02, price, price * 1.02, 0);

        assertEquals(1.0, feed(group, List.of(jump), BarLength.MINUTE).value(flag));
    }

    @Test
    void shouldBelieveInTurbulenceAndDirectionWhenTheyCome() {
        RegimeFeatures group = RegimeFeatures.hours();
        List<OhlcBar> quiet = OhlcBar.walk(10, 150).stream().map(bar -> bar.at(bar.number())).toList();
        List<OhlcBar> bars = new ArrayList<>(quiet);
        double price = bars.getLast().close();
        for (int i = 150; i < 240; i++) {
            double close = price * (1 + (i % 2 == 0 ? 1e-4 : -1e-4));
            bars.add(new OhlcBar(OhlcBar.FIRST + i, price, Math.max(price, close), Math.min(price, close), close, 0));
            price = close;
        }
        List<String> names = names(group);
        FeatureVector calm = feed(group, bars, BarLength.HOUR);
        assertTrue(calm.value(names.indexOf("hour_p_calm")) > 0.9);

        List<OhlcBar> rally = new ArrayList<>();
        for (int i = 240; i < 252; i++) {
            rally.add(new OhlcBar(OhlcBar.FIRST + i, price, price * 1.004, price, price * 1.004, 0));
            price *= 1.004;
        }
        FeatureVector wild = feed(group, rally, BarLength.HOUR);

        assertTrue(wild.value(names.indexOf("hour_p_turbulent")) > 0.9);
        assertTrue(wild.value(names.indexOf("hour_p_up")) > 0.9);
        assertTrue(wild.value(names.indexOf("hour_trend_24")) > 0.3);
    }

    private static List<String> names(RegimeFeatures group) {
        return group.features().stream().map(Feature::name).toList();
    }

    @Test
    void shouldLookAtBarsOfItsOwnLengthOnly() {
        RegimeFeatures group = RegimeFeatures.minutes();
        long before = group.stateHash(1L);

        feed(group, OhlcBar.walk(11, 10), BarLength.HOUR);
        assertEquals(before, group.stateHash(1L));

        feed(group, OhlcBar.walk(11, 10), BarLength.MINUTE);
        assertNotEquals(before, group.stateHash(1L));
        assertFalse(vector(group).isValid(0));
    }
}
