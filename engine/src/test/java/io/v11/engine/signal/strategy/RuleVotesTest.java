package io.v11.engine.signal.strategy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.v11.config.ConfigurationException;
import io.v11.config.SignalSettings.Rules;
import io.v11.engine.feature.FeatureCatalog;
import io.v11.engine.signal.strategy.RuleFeature.Use;
import io.v11.journal.event.SignalReason;
import io.v11.ml.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RuleVotesTest {
    private final RuleVotes votes = new RuleVotes(FeatureCatalog.schema(), "hour");

    @ParameterizedTest
    @ValueSource(strings = {"min", "hour"})
    void shouldFindAllFortySevenFeaturesOnTheBar(String prefix) {
        List<String> names = Arrays.stream(RuleFeature.values()).map(feature -> prefix + '_' + feature.suffix).toList();

        assertEquals(47, Rules.FEATURES);
        assertEquals(Rules.FEATURES, Stream.of(RuleFeature.values()).map(feature -> feature.suffix).distinct().count());
        assertTrue(FeatureCatalog.schema().names().containsAll(names));
        assertEquals(0, new RuleVotes(FeatureCatalog.schema(), prefix).valid(new FeatureVector(FeatureCatalog.size())));
    }

    @Test
    void shouldRefuseABarThatLacksFeatures() {
        ConfigurationException failure = assertThrows(ConfigurationException.class,
                () -> new RuleVotes(FeatureCatalog.schema(), "quarter"));

        assertTrue(failure.getMessage().contains("quarter_cmf_20") && failure.getMessage().contains("take min or hour"),
                failure.getMessage());
    }

    @ParameterizedTest
    @EnumSource(RuleFeature.class)
    void shouldVoteBothWaysAndNotInBetween(RuleFeature feature) {
        if (feature.use == Use.FILTER || feature.use == Use.BASE) {
            assertEquals(0.0, feature.weight);
            return;
        }
        boolean open = Double.isInfinite(feature.low) || Double.isInfinite(feature.high);

        double up = feature.weight * feature.vote(RuleFixture.towards(feature, 1));
        double down = feature.weight * feature.vote(RuleFixture.towards(feature, -1));

        assertEquals(feature == RuleFeature.CLOUD_BOTTOM ? 0.0 : Math.abs(feature.weight), up);
        assertEquals(feature == RuleFeature.CLOUD_TOP ? 0.0 : -Math.abs(feature.weight), down);
        assertEquals(0.0, open ? 0.0 : Math.abs(feature.vote(RuleFixture.towards(feature, 0))));
    }

    @Test
    void shouldGradeWhatReverts() {
        assertEquals(0.5, RuleFeature.RSI.vote(40.0));
        assertEquals(-0.75, RuleFeature.RSI.vote(65.0));
        assertEquals(0.5, RuleFeature.WILLIAMS_R.vote(-65.0));
        assertEquals(1.0, RuleFeature.BOLLINGER.vote(-0.3));
    }

    /** One feature after another is turned round: what is decided, or how surely, must not stay as it was. */
    @ParameterizedTest
    @EnumSource(RuleFeature.class)
    void shouldLetEveryFeatureEnterTheDecision(RuleFeature feature) {
        String before = told(feature, Double.NaN);

        List<String> after = Stream.of(-1e6, 0.0, 0.5, 21.0, 60.0, 1e6).map(value -> told(feature, value)).toList();

        assertTrue(after.stream().distinct().count() > 1, feature + " changes nothing: " + before + ' ' + after);
    }

    @Test
    void shouldAbstainWithoutAValue() {
        RuleFixture fixture = new RuleFixture();
        fixture.set(RuleFeature.SAR, -1.0).decide();
        double against = votes.score(fixture.slot().features(), Use.TREND);
        fixture.drop(RuleFeature.SAR).drop(RuleFeature.MINUS_DI).decide();

        assertEquals(25.0 / 28.0, against, 1e-12,
                "of 28 weights one is against and one, the cloud's bottom, for neither");
        assertEquals(25.0 / 26.0, votes.score(fixture.slot().features(), Use.TREND), 1e-12);
        assertEquals(45, votes.valid(fixture.slot().features()));
    }

    @Test
    void shouldHaveNoScoreWhenAllAbstain() {
        assertTrue(Double.isNaN(votes.score(new FeatureVector(FeatureCatalog.size()), Use.TREND)));
        assertTrue(Double.isNaN(votes.score(new FeatureVector(FeatureCatalog.size()), Use.FLOW)));
    }

    /** All that is said of a trend, of a range, and while a position is held into a falling market. */
    private static String told(RuleFeature feature, double value) {
        StringBuilder told = new StringBuilder();
        for (RuleFixture fixture : List.of(new RuleFixture().trend(1), new RuleFixture().range(1))) {
            SignalReason reason = fixture.set(feature, value).decide();
            told.append(reason).append(' ').append(fixture.outlook.forecast).append(' ');
            reason = fixture.hold(1).price(98.1).decide();
            told.append(reason).append(' ').append(fixture.outlook.share).append(' ');
        }
        for (int i = 0; i < 2; i++) {
            // Of the five flow votes two are against: the one looked at decides.
            RuleFixture fixture = new RuleFixture().trend(1);
            RuleFeature[] flow = Stream.of(RuleFeature.values()).filter(other -> other.use == Use.FLOW)
                    .filter(other -> other != feature).limit(2).toArray(RuleFeature[]::new);
            for (RuleFeature other : flow) {
                fixture.set(other, RuleFixture.towards(other, -1));
            }
            told.append(fixture.set(feature, value).decide()).append(' ');
        }
        return told.toString();
    }
}
