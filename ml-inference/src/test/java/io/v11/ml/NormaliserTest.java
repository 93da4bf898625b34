package io.v11.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NormaliserTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int FEATURES = 400;
    private static final FeatureSchema SCHEMA = schema();

    /** Every fourth: as it is, cut, robust z-score, rank. */
    private static FeatureSchema schema() {
        List<FeatureDefinition> definitions = new ArrayList<>();
        Normalisation[] rules = {Normalisation.NONE, Normalisation.clip(-1.0, 2.0), Normalisation.ROBUST_Z,
            Normalisation.RANK};
        for (int i = 0; i < FEATURES; i++) {
            definitions.add(new FeatureDefinition("f" + i, "one", "drawn", rules[i % rules.length]));
        }
        return new FeatureSchema(definitions);
    }

    @Test
    void shouldApplyTheRuleOfEachFeature() {
        Normaliser normaliser = new Normaliser(SCHEMA);
        RobustScales scale = new RobustScales(new Normalisation.RobustZ[]{new Normalisation.RobustZ(1800, 5.0)});
        RollingRank rank = new RollingRank(256);
        Random random = new Random(1);
        FeatureVector vector = new FeatureVector(FEATURES);
        for (int second = 0; second < 2000; second++) {
            draw(random, vector);
            normaliser.sample(vector, second * SECOND_NS);
            if (vector.isValid(6)) {
                scale.sample(0, vector.value(6));
            }
            if (vector.isValid(7)) {
                rank.sample(vector.value(7));
            }
            draw(random, vector);

            normaliser.normalise(vector);

            assertEquals(vector.isValid(4) ? (float) vector.value(4) : Float.NaN, vector.normalised(4));
            assertEquals(vector.isValid(5) ? (float) Math.clamp(vector.value(5), -1.0, 2.0) : Float.NaN,
                    vector.normalised(5));
            assertEquals(vector.isValid(6) && scale.warm(0) ? (float) scale.score(0, vector.value(6)) : Float.NaN,
                    vector.normalised(6));
            assertEquals(vector.isValid(7) && rank.warm() ? (float) rank.rank(vector.value(7)) : Float.NaN,
                    vector.normalised(7));
        }
    }

    @Test
    void shouldNotLearnFromFeaturesThatAreNotValid() {
        Normaliser one = warm(new Random(2), 300);
        Normaliser other = warm(new Random(2), 300);
        FeatureVector none = new FeatureVector(FEATURES);
        none.set(0, 5.0);

        one.sample(none, 300 * SECOND_NS);
        other.sample(new FeatureVector(FEATURES), 300 * SECOND_NS);

        assertEquals(other.stateHash(), one.stateHash());
        FeatureVector some = new FeatureVector(FEATURES);
        some.set(2, 5.0);
        one.sample(some, 301 * SECOND_NS);
        other.sample(none, 301 * SECOND_NS);
        assertNotEquals(other.stateHash(), one.stateHash());
    }

    @Test
    void shouldBeEqualByHashWhenFedTheSame() {
        Normaliser one = warm(new Random(3), 700);
        Normaliser other = warm(new Random(3), 700);

        assertEquals(one.stateHash(), other.stateHash());
        assertNotEquals(one.stateHash(), warm(new Random(4), 700).stateHash());
        assertNotEquals(one.stateHash(), warm(new Random(3), 699).stateHash());
    }

    @Test
    void shouldBeginAgainAfterAReset() {
        Normaliser used = warm(new Random(5), 700);

        used.reset();

        assertEquals(new Normaliser(SCHEMA).stateHash(), used.stateHash());
        feed(used, new Random(6), 300);
        Normaliser fresh = warm(new Random(6), 300);
        assertEquals(fresh.stateHash(), used.stateHash());
        FeatureVector vector = new FeatureVector(FEATURES);
        FeatureVector same = new FeatureVector(FEATURES);
        draw(new Random(7), vector);
        draw(new Random(7), same);
        used.normalise(vector);
        fresh.normalise(same);
        for (int i = 0; i < FEATURES; i++) {
            assertEquals(same.normalised(i), vector.normalised(i));
        }
    }

    @Test
    void shouldNotChangeByNormalising() {
        Normaliser normaliser = warm(new Random(8), 100);
        long before = normaliser.stateHash();
        FeatureVector vector = new FeatureVector(FEATURES);
        draw(new Random(9), vector);
        long raw = vector.hash();

        normaliser.normalise(vector);

        assertEquals(before, normaliser.stateHash());
        assertEquals(raw, vector.hash());
    }

    @Test
    void shouldAskForTheFirstEventOfEachSecond() {
        Normaliser normaliser = new Normaliser(SCHEMA);
        FeatureVector vector = new FeatureVector(FEATURES);

        assertTrue(normaliser.due(-1));
        normaliser.sample(vector, 10 * SECOND_NS + 999_999_999);
        assertFalse(normaliser.due(10 * SECOND_NS + 999_999_999));
        assertTrue(normaliser.due(11 * SECOND_NS));
        normaliser.sample(vector, 14 * SECOND_NS);
        assertFalse(normaliser.due(15 * SECOND_NS - 1));
        assertTrue(normaliser.due(15 * SECOND_NS));
    }

    @Test
    void shouldTakeAValueBeyondAFloatAsMissing() {
        Normaliser normaliser = new Normaliser(SCHEMA);
        FeatureVector vector = new FeatureVector(FEATURES);
        vector.set(0, 1e300);
        vector.set(1, 1e300);

        normaliser.normalise(vector);

        assertTrue(Float.isNaN(vector.normalised(0)));
        assertEquals(2.0f, vector.normalised(1));
    }

    @Test
    void shouldAllocateNothing() {
        Normaliser normaliser = warm(new Random(10), 300);
        FeatureVector vector = new FeatureVector(FEATURES);
        draw(new Random(11), vector);
        long[] second = {300};
        double[] sink = new double[1];

        long bytes = AllocatedBytes.of(() -> {
            for (int i = 0; i < 20_000; i++) {
                vector.set(i % FEATURES, i);
                normaliser.sample(vector, second[0]++ * SECOND_NS);
                normaliser.normalise(vector);
                sink[0] += vector.normalised(2) + normaliser.stateHash();
            }
        });

        assertEquals(0, bytes);
        assertTrue(sink[0] != 0);
    }

    @Test
    void shouldRefuseAVectorOfAnotherSchema() {
        Normaliser normaliser = new Normaliser(SCHEMA);

        assertThrows(IllegalStateException.class, () -> normaliser.sample(new FeatureVector(FEATURES - 1), 0));
        assertThrows(IllegalStateException.class, () -> normaliser.normalise(new FeatureVector(FEATURES + 1)));
    }

    @Test
    void shouldForgetNormalisedValuesWithTheDecision() {
        FeatureVector vector = new FeatureVector(FEATURES);
        draw(new Random(12), vector);
        warm(new Random(13), 100).normalise(vector);
        vector.ready(true);
        assertTrue(vector.hasNormalised());

        vector.ready(false);

        assertFalse(vector.hasNormalised());
        assertTrue(Float.isNaN(vector.normalised(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "CLIP(-1.0,1.0)", "ROBUST_Z(1800,5.0)", "RANK(256)"})
    void shouldReadARuleBack(String text) {
        assertEquals(text, Normalisation.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "CLIP", "CLIP(1)", "CLIP(1,-1)", "CLIP(-1,1)", "ROBUST_Z(5,5.0)", "RANK(256",
        "RANK(8)", "RANK(x)", "CLIP(-Infinity,1.0)"})
    void shouldRefuseARuleThatIsNone(String text) {
        ModelException refusal = assertThrows(ModelException.class, () -> Normalisation.parse(text));

        assertTrue(refusal.getMessage().startsWith("normalisation"), refusal.getMessage());
    }

    private static Normaliser warm(Random random, int seconds) {
        Normaliser normaliser = new Normaliser(SCHEMA);
        feed(normaliser, random, seconds);
        return normaliser;
    }

    private static void feed(Normaliser normaliser, Random random, int seconds) {
        FeatureVector vector = new FeatureVector(FEATURES);
        for (int second = 0; second < seconds; second++) {
            draw(random, vector);
            normaliser.sample(vector, second * SECOND_NS);
        }
    }

    /** A tenth is not valid. */
    private static void draw(Random random, FeatureVector vector) {
        vector.clear();
        for (int i = 0; i < FEATURES; i++) {
            vector.set(i, random.nextInt(10) == 0 ? Double.NaN : 3.0 * random.nextGaussian());
        }
    }
}
