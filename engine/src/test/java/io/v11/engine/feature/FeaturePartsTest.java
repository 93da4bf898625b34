package io.v11.engine.feature;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.feature.calendar.CalendarFeatures;
import io.v11.engine.feature.calendar.SessionFeatures;
import io.v11.engine.feature.group.Decay;
import io.v11.engine.feature.group.DecayedSums;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Moment;
import io.v11.engine.feature.group.Output;
import io.v11.engine.feature.group.Window;
import io.v11.engine.slot.MarketView;
import io.v11.ml.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The pieces that features are made of, and the promises of the catalogue as a whole. */
class FeaturePartsTest {
    @Test
    void shouldDecayAsExp() {
        Random random = new Random(1);
        for (Window window : Window.values()) {
            double rate = Decay.rate(window.timeNs());
            for (int i = 0; i < 10_000; i++) {
                long elapsed = (long) (random.nextDouble() * random.nextDouble() * 39.9 * window.timeNs());
                double exact = StrictMath.exp(-elapsed / (double) window.timeNs());

                // The argument itself is rounded to 2^-53 of up to 40.
                assertEquals(1.0, Decay.factor(elapsed, rate) / exact, 2e-14, "elapsed=" + elapsed + " " + window);
            }
            assertEquals(1.0, Decay.factor(0, rate));
            assertEquals(0.0, Decay.factor(40 * window.timeNs(), rate));
            assertEquals(0.0, Decay.factor(Long.MAX_VALUE, rate));
        }
    }

    @Test
    void shouldNeverEndInDenormalNumbers() {
        Moment moment = new Moment(1);
        DecayedSums sums = new DecayedSums(2, Window.MS_100, Window.MS_100);
        MarketView view = new MarketView();
        moment.onMarket(view, 0);
        sums.settle();
        sums.add(0, 1.0);
        for (int i = 1; i < 2000; i++) {
            moment.onMarket(view, i * 100_000_000L);
            sums.onTime(moment);
            sums.settle();
            sums.add(1, 1.0);
            double left = sums.sum(0, Window.MS_100);
            assertTrue(left == 0.0 || left >= Decay.NOTHING, "sum=" + left);
        }
        assertEquals(0.0, sums.sum(0, Window.MS_100));
        assertEquals(1.0 / (1.0 - Math.exp(-1.0)), sums.sum(1, Window.MS_100), 1e-12);
    }

    @Test
    void shouldPutTheCalendarOnCircles() {
        long day = 24L * 60 * 60_000_000_000L;
        FeatureVector vector = new FeatureVector(4);

        // Monday 2024-01-01 06:00 UTC: a quarter of the day, and a 28th of the week.
        at(vector, 19_723 * day + day / 4);

        assertEquals(1.0, vector.value(0), 1e-15);
        assertEquals(0.0, vector.value(1), 1e-15);
        assertEquals(Math.sin(2 * Math.PI / 28), vector.value(2), 1e-15);
        assertEquals(Math.cos(2 * Math.PI / 28), vector.value(3), 1e-15);
        // 1969 is no use to anyone, but must not throw.
        at(vector, -1);
        assertEquals(4, vector.validCount());
    }

    private static void at(FeatureVector vector, long timeNs) {
        Moment moment = new Moment(1);
        moment.onMarket(new MarketView(), timeNs);
        new CalendarFeatures().write(vector, 0, moment);
    }

    @Test
    void shouldKnowSessionsAndFunding() {
        long minute = 60_000_000_000L;
        long monday = 19_723L * 24 * 60 * minute;

        assertEquals("[1.0, 0.0, 0.0, 0.0, 8.0]", sessions(monday));
        assertEquals("[1.0, 1.0, 0.0, 0.0, 0.5]", sessions(monday + 450 * minute));
        assertEquals("[0.0, 1.0, 0.0, 0.0, 8.0]", sessions(monday + 480 * minute));
        assertEquals("[0.0, 1.0, 1.0, 0.0, 2.5]", sessions(monday + 810 * minute));
        assertEquals("[0.0, 0.0, 1.0, 0.0, 8.0]", sessions(monday + 960 * minute));
        assertEquals("[0.0, 0.0, 0.0, 0.0, 4.0]", sessions(monday + 1200 * minute));
        // Friday's last minute, Saturday, Sunday's last minute.
        assertEquals("[0.0, 0.0, 0.0, 0.0, 1.0]", sessions(monday + 4 * 1440 * minute + 1380 * minute));
        assertEquals("[0.0, 0.0, 0.0, 1.0, 2.0]", sessions(monday + 5 * 1440 * minute + 840 * minute));
        assertEquals("[0.0, 0.0, 0.0, 1.0, 1.0]", sessions(monday + 7 * 1440 * minute - 60 * minute));
    }

    private static String sessions(long timeNs) {
        Moment moment = new Moment(1);
        moment.onMarket(new MarketView(), timeNs);
        FeatureVector vector = new FeatureVector(5);
        new SessionFeatures().write(vector, 0, moment);
        double[] values = new double[5];
        for (int i = 0; i < values.length; i++) {
            assertTrue(vector.isValid(i));
            values[i] = vector.value(i);
        }
        return Arrays.toString(values);
    }

    @Test
    void shouldKeepNotNumbersOut() {
        FeatureVector vector = new FeatureVector(2);

        Output.set(vector, 0, true, 0.0 / 0.0);
        Output.set(vector, 1, true, 1.0 / 0.0);

        assertEquals(0, vector.validCount());
        Output.set(vector, 0, false, 1.0);
        assertFalse(vector.isValid(0));
    }

    @Test
    void shouldNameEveryFeatureOnceAndCompletely() {
        assertTrue(FeatureCatalog.size() >= 60, "size=" + FeatureCatalog.size());
        assertEquals(FeatureCatalog.size(), new HashSet<>(FeatureCatalog.names()).size());
        assertEquals(FeatureCatalog.names(), FeatureCatalog.schema().names());
        for (Feature feature : FeatureCatalog.features()) {
            assertTrue(feature.name().matches("[a-z][a-z0-9_]*"), feature.name());
            assertFalse(feature.unit().isBlank() || feature.formula().isBlank() || feature.warmUp().isBlank(),
                    feature.name());
        }
    }
}
