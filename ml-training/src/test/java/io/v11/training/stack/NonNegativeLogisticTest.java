package io.v11.training.stack;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.ml.FeatureVector;
import io.v11.ml.ModelException;
import io.v11.ml.stack.StackModel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NonNegativeLogisticTest {
    private static final int ROWS = 40_000;
    private static final double[] TRUE = {0.7, 0.3, 0.0, -0.3};
    private static final double INTERCEPT = 0.2;
    private static final List<String> NAMES = List.of("good", "fair", "useless", "harmful");

    private final double[][] logits = new double[ROWS][TRUE.length];
    private final boolean[] up = new boolean[ROWS];
    private final float[] weights = new float[ROWS];

    @Test
    void shouldFindTheWeightsThatMadeTheRows() {
        draw(1, 0.0);

        NonNegativeLogistic.Fit fit = NonNegativeLogistic.fit(logits, up, weights, 0.0);

        System.out.println("weights " + Arrays.toString(fit.weights()) + " intercept " + fit.intercept());
        assertTrue(fit.converged());
        assertEquals(ROWS, fit.rows());
        assertEquals(1, fit.rounds());
        // Leaving the harmful member out is a missing input, which draws the others a little towards 0.
        assertEquals(0.7, fit.weights()[0], 0.05);
        assertEquals(0.3, fit.weights()[1], 0.05);
        assertEquals(0.0, fit.weights()[2], 0.03);
        assertEquals(0.0, fit.weights()[3]);
        assertEquals(INTERCEPT, fit.intercept(), 0.04);
    }

    @Test
    void shouldMeetTheConditionsOfTheConstrainedOptimum() {
        draw(2, 0.0);
        double l2 = 0.01;

        NonNegativeLogistic.Fit fit = NonNegativeLogistic.fit(logits, up, weights, l2);

        for (int i = 0; i <= TRUE.length; i++) {
            double slope = i < TRUE.length ? l2 * fit.weights()[i] : 0.0;
            for (int row = 0; row < ROWS; row++) {
                slope += (said(fit, logits[row]) - (up[row] ? 1.0 : 0.0)) * (i < TRUE.length ? logits[row][i] : 1.0)
                        / ROWS;
            }
            boolean atBound = i < TRUE.length && fit.weights()[i] == 0.0;
            assertTrue(atBound ? slope >= -1e-9 : Math.abs(slope) < 1e-9, "slope of " + i + " is " + slope);
        }
    }

    @Test
    void shouldShareOutTheWeightOfMembersThatAbstainAsServingDoes() {
        draw(3, 0.3);

        NonNegativeLogistic.Fit fit = NonNegativeLogistic.fit(logits, up, weights, 0.0);

        System.out.println("with abstentions " + Arrays.toString(fit.weights()) + " intercept " + fit.intercept()
                + " rounds " + fit.rounds() + " rows " + fit.rows());
        assertTrue(fit.converged());
        StackModel served = new StackModel("stack", fit.file(NAMES), StackModel.schema(NAMES));
        FeatureVector vector = new FeatureVector(NAMES.size());
        double surplus = 0.0;
        int answered = 0;
        for (int row = 0; row < ROWS; row++) {
            vector.clear();
            for (int i = 0; i < NAMES.size(); i++) {
                vector.set(i, probability(logits[row][i]));
            }
            double score = served.score(vector);
            if (!Double.isNaN(score)) {
                assertEquals(said(fit, logits[row]), score, 1e-12);
                surplus += score - (up[row] ? 1.0 : 0.0);
                answered++;
            }
        }
        assertEquals(answered, fit.rows());
        assertTrue(answered > ROWS / 2 && answered < ROWS, answered + " answered");
        // At the optimum what is said and what happened balance, over exactly the rows that serving answers.
        assertEquals(0.0, surplus / answered, 1e-7);
    }

    @Test
    void shouldFindTheWeightsThatMadeRowsWithAbstentions() {
        SplittableRandom random = new SplittableRandom(6);
        for (int row = 0; row < ROWS; row++) {
            double sum = 0.0;
            double held = 0.0;
            double[] made = {0.6, 0.4, 0.5};
            Arrays.fill(logits[row], Double.NaN);
            for (int i = 0; i < made.length; i++) {
                if (random.nextDouble() < 0.7) {
                    logits[row][i] = random.nextGaussian();
                    sum += made[i] * logits[row][i];
                    held += made[i];
                }
            }
            up[row] = random.nextDouble() < probability(held > 0.0 ? INTERCEPT + 1.5 / held * sum : INTERCEPT);
            weights[row] = 1.0f;
        }

        NonNegativeLogistic.Fit fit = NonNegativeLogistic.fit(logits, up, weights, 0.0);

        System.out.println("made with abstentions " + Arrays.toString(fit.weights()) + " rounds " + fit.rounds());
        assertTrue(fit.converged(), fit.toString());
        assertArrayEquals(new double[]{0.6, 0.4, 0.5, 0.0}, fit.weights(), 0.06);
        // The fourth never answered.
        assertEquals(0.0, fit.weights()[3]);
        assertEquals(INTERCEPT, fit.intercept(), 0.04);
    }

    @Test
    void shouldShareTheWeightOfTwoMembersThatSayTheSameUnderAPenalty() {
        draw(4, 0.0);
        for (int row = 0; row < ROWS; row++) {
            logits[row][1] = logits[row][0];
        }

        NonNegativeLogistic.Fit fit = NonNegativeLogistic.fit(logits, up, weights, 1e-4);

        assertTrue(fit.converged());
        assertEquals(fit.weights()[0], fit.weights()[1], 1e-6);
    }

    @Test
    void shouldHaveNoWeightsWhenAllMembersAreWrong() {
        draw(5, 0.0);
        for (int row = 0; row < ROWS; row++) {
            up[row] = logits[row][0] + logits[row][1] + logits[row][2] + logits[row][3] < row % 2 - 0.5;
        }

        NonNegativeLogistic.Fit fit = NonNegativeLogistic.fit(logits, up, weights, 0.0);

        assertArrayEquals(new double[TRUE.length], fit.weights());
    }

    @Test
    void shouldGiveTheSameBitsForTheSameRows() {
        draw(6, 0.2);

        NonNegativeLogistic.Fit one = NonNegativeLogistic.fit(logits, up, weights, 1e-3);
        NonNegativeLogistic.Fit other = NonNegativeLogistic.fit(logits, up, weights, 1e-3);

        assertArrayEquals(one.weights(), other.weights());
        assertEquals(one.intercept(), other.intercept());
    }

    @Test
    void shouldSayWhatIsWrongWithRows() {
        float[] one = {1.0f};
        boolean[] happened = {true};
        double nan = Double.NaN;

        refused("no row to learn from", () -> NonNegativeLogistic.fit(new double[][]{{nan, nan}}, happened, one, 0.0));
        refused("infinite log-odds",
                () -> NonNegativeLogistic.fit(new double[][]{{Double.POSITIVE_INFINITY}}, happened, one, 0.0));
        refused("2 labels and 1 weights for 1 rows",
                () -> NonNegativeLogistic.fit(new double[][]{{1.0}}, new boolean[2], one, 0.0));
        refused("weights of 1 rows must add up to more than 0",
                () -> NonNegativeLogistic.fit(new double[][]{{1.0}}, happened, new float[1], 0.0));
        refused("l2 must be at least 0", () -> NonNegativeLogistic.fit(new double[][]{{1.0}}, happened, one, -1.0));
        assertThrows(ModelException.class,
                () -> new NonNegativeLogistic.Fit(new double[2], 0.0, 1, 1, true).file(List.of("a")));
    }

    private static void refused(String part, Runnable fit) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, fit::run);

        assertTrue(refused.getMessage().contains(part), refused.getMessage());
    }

    /** The first two members share half of what they say; what happens follows all of them before some abstain. */
    private void draw(long seed, double abstaining) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int row = 0; row < ROWS; row++) {
            double common = random.nextGaussian();
            double margin = INTERCEPT;
            for (int i = 0; i < TRUE.length; i++) {
                logits[row][i] = i < 2 ? common + random.nextGaussian() : random.nextGaussian();
                margin += TRUE[i] * logits[row][i];
            }
            up[row] = random.nextDouble() < probability(margin);
            weights[row] = 1.0f;
            for (int i = 0; i < TRUE.length; i++) {
                logits[row][i] = random.nextDouble() < abstaining ? Double.NaN : logits[row][i];
            }
        }
    }

    private static double said(NonNegativeLogistic.Fit fit, double[] members) {
        double sum = 0.0;
        double held = 0.0;
        double total = 0.0;
        for (int i = 0; i < members.length; i++) {
            total += fit.weights()[i];
            if (!Double.isNaN(members[i])) {
                sum += fit.weights()[i] * members[i];
                held += fit.weights()[i];
            }
        }
        return probability(fit.intercept() + sum * total / held);
    }

    private static double probability(double logOdds) {
        return 1.0 / (1.0 + Math.exp(-logOdds));
    }
}
