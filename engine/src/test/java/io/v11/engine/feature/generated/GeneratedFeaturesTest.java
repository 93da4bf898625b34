package io.v11.engine.feature.generated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Settling;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GeneratedFeaturesTest {
    private static final long NS_PER_S = 1_000_000_000L;
    private static final int INPUTS = 3;
    private static final List<Feature> BASE = List.of(base("a"), base("b"), base("c"));

    private static Feature base(String name) {
        return new Feature(name, "bps", name, "at once").settles(Settling.AT_ONCE);
    }

    /** Every operator, with several windows. */
    private static List<Expression> everything() {
        List<Expression> all = new ArrayList<>();
        for (Operator operator : Operator.values()) {
            List<String> inputs = operator.inputs() == 1 ? List.of("b") : List.of("a", "b");
            for (int window : operator.windowed() ? new int[]{1, 7, 60} : new int[]{0}) {
                all.add(new Expression(operator, inputs, window));
            }
        }
        return all;
    }

    private final List<Expression> expressions = everything();
    private final ResolvedExpressions resolved = new ExpressionList(expressions).resolve(BASE);
    private final FeatureVector vector = new FeatureVector(INPUTS + expressions.size());
    private final Random random = new Random(17);
    private long second = 1_700_000_000L;

    /** Seconds go on by one, at times by many; a and b are missing now and then, for long at times. */
    private void next(int i) {
        second += random.nextInt(200) == 0 ? random.nextInt(700) : random.nextInt(10) == 0 ? 3 : 1;
        boolean outage = i / 150 % 5 == 4;
        vector.set(0, 100.0 + random.nextGaussian());
        vector.set(1,
                1000.0 + 0.5 * (vector.value(0) - 100.0) + random.nextGaussian() * 0.1 - random.nextInt(2) * 2000);
        vector.set(2, random.nextGaussian());
        if (outage || random.nextInt(20) == 0) {
            vector.invalidate(1, Invalidity.STALE);
        }
        if (random.nextInt(30) == 0) {
            vector.invalidate(0, Invalidity.UNDEFINED);
        }
    }

    private double value(int input) {
        return vector.isValid(input) ? vector.value(input) : Double.NaN;
    }

    @Test
    void shouldEqualTheFormulasOverTheWholePast() {
        GeneratedFeatures streaming = new GeneratedFeatures(resolved);
        List<NaiveExpressions> naive = expressions.stream().map(NaiveExpressions::new).toList();
        int[] compared = new int[expressions.size()];
        int[] invalid = new int[expressions.size()];
        for (int i = 0; i < 3000; i++) {
            next(i);
            streaming.at(second * NS_PER_S + random.nextInt(1000));
            streaming.sample(vector);
            double sampledA = value(0);
            double sampledB = value(1);
            // The decision may come later in the second, with other values.
            if (random.nextBoolean() && vector.isValid(0)) {
                vector.set(0, vector.value(0) + random.nextGaussian());
            }
            streaming.write(vector, INPUTS);
            for (int e = 0; e < expressions.size(); e++) {
                boolean unary = expressions.get(e).operator().inputs() == 1;
                naive.get(e).sample(second, unary ? sampledB : sampledA, sampledB);
                double expected = naive.get(e).value(second, unary ? value(1) : value(0), value(1));
                String where = expressions.get(e).name() + " at " + i;
                assertEquals(!Double.isNaN(expected), vector.isValid(INPUTS + e), where);
                if (Double.isNaN(expected)) {
                    invalid[e]++;
                } else {
                    assertEquals(expected, vector.value(INPUTS + e), 1e-9 * Math.max(1.0, Math.abs(expected)), where);
                    compared[e]++;
                }
            }
        }
        for (int e = 0; e < expressions.size(); e++) {
            assertTrue(compared[e] > 300 && invalid[e] > 100,
                    expressions.get(e).name() + " compared=" + compared[e] + " invalid=" + invalid[e]);
        }
    }

    @Test
    void shouldHandOnTheCauseOfAnInvalidInput() {
        GeneratedFeatures streaming = new GeneratedFeatures(resolved);
        for (Invalidity cause : Invalidity.values()) {
            vector.invalidate(0, cause);
            vector.invalidate(1, cause);
            streaming.write(vector, INPUTS);
            for (int e = 0; e < expressions.size(); e++) {
                assertFalse(vector.isValid(INPUTS + e));
                assertEquals(cause, vector.cause(INPUTS + e), expressions.get(e).name());
            }
        }
    }

    @Test
    void shouldNotBeLedAstrayByValuesThatCannotBeSquared() {
        GeneratedFeatures struck = new GeneratedFeatures(resolved);
        GeneratedFeatures spared = new GeneratedFeatures(resolved);
        FeatureVector huge = new FeatureVector(vector.size());
        huge.set(0, Double.MAX_VALUE);
        huge.set(1, -Double.MAX_VALUE);
        huge.set(2, 0.0);
        for (int i = 0; i < 500; i++) {
            next(0);
            struck.at(second * NS_PER_S);
            spared.at(second * NS_PER_S);
            struck.sample(vector);
            spared.sample(vector);
            second++;
            struck.at(second * NS_PER_S);
            spared.at(second * NS_PER_S);
            struck.sample(huge);
            struck.write(huge, INPUTS);
            for (int e = 0; e < expressions.size(); e++) {
                assertTrue(Math.abs(huge.value(INPUTS + e)) <= Double.MAX_VALUE, expressions.get(e).name());
            }
            spared.sample(new FeatureVector(vector.size()));
        }
        assertEquals(spared.stateHash(1L), struck.stateHash(1L));
    }

    @Test
    void shouldSayNothingOfAnInputThatDoesNotMove() {
        GeneratedFeatures streaming = new GeneratedFeatures(resolved);
        vector.set(0, 0.1);
        vector.set(1, 0.3);
        for (int i = 0; i < 200; i++) {
            streaming.at(i * NS_PER_S);
            streaming.sample(vector);
            streaming.write(vector, INPUTS);
        }
        for (int e = 0; e < expressions.size(); e++) {
            Operator operator = expressions.get(e).operator();
            boolean undefined = operator == Operator.ZSCORE || operator == Operator.RESIDUAL;
            assertEquals(!undefined, vector.isValid(INPUTS + e), expressions.get(e).name());
            if (undefined) {
                assertEquals(Invalidity.UNDEFINED, vector.cause(INPUTS + e));
            }
        }
    }

    @Test
    void shouldBeAsNewAfterResetAndHashItsState() {
        GeneratedFeatures used = new GeneratedFeatures(resolved);
        long fresh = used.stateHash(1L);
        for (int i = 0; i < 300; i++) {
            next(i);
            used.at(second * NS_PER_S);
            long before = used.stateHash(1L);
            used.sample(vector);
            if (vector.isValid(1)) {
                assertNotEquals(before, used.stateHash(1L), "sample " + i);
            }
            long sampled = used.stateHash(1L);
            used.write(vector, INPUTS);
            assertEquals(sampled, used.stateHash(1L), "writing leaves no trace");
        }

        used.reset();

        assertEquals(fresh, used.stateHash(1L));
    }

    /** A start in the middle, or in an outage, comes to what the settling says. */
    @Test
    void shouldForgetWhereItBegan() {
        GeneratedFeatures whole = new GeneratedFeatures(resolved);
        List<GeneratedFeatures> late = new ArrayList<>();
        List<Long> begun = new ArrayList<>();
        List<List<Double>> seen = expressions.stream().map(e -> (List<Double>) new ArrayList<Double>()).toList();
        double[] worst = new double[expressions.size()];
        FeatureVector other = new FeatureVector(vector.size());
        long compared = 0;
        for (int i = 0; i < 4000; i++) {
            next(i);
            if (i % 130 == 0) {
                late.add(new GeneratedFeatures(resolved));
                begun.add(second);
            }
            whole.at(second * NS_PER_S);
            whole.sample(vector);
            whole.write(vector, INPUTS);
            for (int e = 0; e < expressions.size(); e++) {
                if (vector.isValid(INPUTS + e)) {
                    seen.get(e).add(vector.value(INPUTS + e));
                }
            }
            for (int l = 0; l < late.size(); l++) {
                for (int input = 0; input < INPUTS; input++) {
                    other.set(input, vector.value(input));
                    if (!vector.isValid(input)) {
                        other.invalidate(input);
                    }
                }
                late.get(l).at(second * NS_PER_S);
                late.get(l).sample(other);
                late.get(l).write(other, INPUTS);
                for (int e = 0; e < expressions.size(); e++) {
                    if ((second - begun.get(l)) * NS_PER_S >= resolved.features().get(e).settling().timeNs()) {
                        String where = expressions.get(e).name() + " at " + i + " begun " + l;
                        assertEquals(vector.isValid(INPUTS + e), other.isValid(INPUTS + e), where);
                        worst[e] = Math.max(worst[e], Math.abs(vector.value(INPUTS + e) - other.value(INPUTS + e)));
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 100_000, "compared=" + compared);
        for (int e = 0; e < expressions.size(); e++) {
            double allowed = resolved.features().get(e).settling().tolerance() * deviation(seen.get(e));
            assertTrue(worst[e] <= allowed, expressions.get(e).name() + " worst=" + worst[e] + " allowed=" + allowed);
        }
    }

    private static double deviation(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return Math.sqrt(values.stream().mapToDouble(value -> (value - mean) * (value - mean)).average().orElseThrow());
    }

    @Test
    void shouldAddTheOwnMemoryToThatOfTheInputs() {
        Settling input = Settling.after(5 * NS_PER_S);
        Expression change = new Expression(Operator.CHANGE, List.of("a"), 10);
        Expression mean = new Expression(Operator.MEAN, List.of("a"), 10);
        Expression product = new Expression(Operator.PRODUCT, List.of("a", "b"), 0);

        assertEquals(Settling.after(27 * NS_PER_S), ResolvedExpressions.settling(change, input, input));
        assertEquals(Settling.fading(127 * NS_PER_S), ResolvedExpressions.settling(mean, input, input));
        assertEquals(new Settling(9 * NS_PER_S, 4, Settling.FADED), ResolvedExpressions.settling(product, input,
                new Settling(9 * NS_PER_S, 4, Settling.FADED)));
        assertEquals(Settling.UNKNOWN, ResolvedExpressions.settling(product, input, Settling.UNKNOWN));
    }

    @Test
    void shouldNameAndDescribeEveryExpression() {
        assertEquals("gen_z60_b", expressions.stream().filter(e -> e.operator() == Operator.ZSCORE).toList().getLast()
                .name());
        assertEquals("gen_product_a_b", expressions.getFirst().name());
        for (Feature feature : resolved.features()) {
            assertFalse(feature.formula().contains("%"), feature.formula());
            assertTrue(Arrays.asList("bps", "ratio", "z", "bps*bps").contains(feature.unit()), feature.unit());
        }
    }
}
