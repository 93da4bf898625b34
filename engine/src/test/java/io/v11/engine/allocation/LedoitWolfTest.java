package io.v11.engine.allocation;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LedoitWolfTest {
    @Test
    void shouldAgreeWithThePaperWrittenOutTermByTerm() {
        for (long seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            ReturnWindow window = Returns.random(random, 3 + random.nextInt(6), 30 + random.nextInt(100));

            LedoitWolf shrunk = LedoitWolf.covariance(window);

            double[][] sample = sample(window.copy());
            double[][] target = target(sample);
            double intensity = intensity(window.copy(), sample, target);
            assertEquals(intensity, shrunk.intensity(), 1e-9, "seed " + seed);
            for (int i = 0; i < sample.length; i++) {
                for (int j = 0; j < sample.length; j++) {
                    double expected = intensity * target[i][j] + (1.0 - intensity) * sample[i][j];
                    assertEquals(expected, shrunk.matrix()[i][j], 1e-12 * sample[i][i] + 1e-12 * sample[j][j]);
                }
            }
        }
    }

    @Test
    void shouldShrinkLessWhenThereIsMoreToGoBy() {
        double few = LedoitWolf.covariance(Returns.random(new Random(3), 8, 40)).intensity();
        double many = LedoitWolf.covariance(Returns.random(new Random(3), 8, 4000)).intensity();

        assertTrue(few > 0.05 && few <= 1.0 && many < 0.3 * few, few + " and " + many);
    }

    @Test
    void shouldLeaveTwoInstrumentsAsTheyAre() {
        ReturnWindow window = Returns.random(new Random(1), 2, 50);

        LedoitWolf shrunk = LedoitWolf.covariance(window);

        assertEquals(0.0, shrunk.intensity());
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(sample(window.copy())[i], shrunk.matrix()[i], 1e-18);
        }
    }

    private static double[][] sample(double[][] rows) {
        int k = rows[0].length;
        double[][] sample = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (double[] row : rows) {
                    sample[i][j] += (row[i] - mean(rows, i)) * (row[j] - mean(rows, j)) / rows.length;
                }
            }
        }
        return sample;
    }

    private static double mean(double[][] rows, int i) {
        double sum = 0.0;
        for (double[] row : rows) {
            sum += row[i];
        }
        return sum / rows.length;
    }

    private static double[][] target(double[][] s) {
        int k = s.length;
        double sum = 0.0;
        for (int i = 0; i < k - 1; i++) {
            for (int j = i + 1; j < k; j++) {
                sum += s[i][j] / Math.sqrt(s[i][i] * s[j][j]);
            }
        }
        double average = 2.0 / ((k - 1.0) * k) * sum;
        double[][] target = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                target[i][j] = i == j ? s[i][i] : average * Math.sqrt(s[i][i] * s[j][j]);
            }
        }
        return target;
    }

    private static double intensity(double[][] rows, double[][] s, double[][] f) {
        int k = s.length;
        double average = f[0][1] / Math.sqrt(s[0][0] * s[1][1]);
        double pi = 0.0;
        double rho = 0.0;
        double gamma = 0.0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double asymptotic = 0.0;
                double thetaI = 0.0;
                double thetaJ = 0.0;
                for (double[] row : rows) {
                    double yi = row[i] - mean(rows, i);
                    double yj = row[j] - mean(rows, j);
                    asymptotic += Math.pow(yi * yj - s[i][j], 2) / rows.length;
                    thetaI += (yi * yi - s[i][i]) * (yi * yj - s[i][j]) / rows.length;
                    thetaJ += (yj * yj - s[j][j]) * (yi * yj - s[i][j]) / rows.length;
                }
                pi += asymptotic;
                rho += i == j
                        ? asymptotic
                        : average / 2.0 * (Math.sqrt(s[j][j] / s[i][i]) * thetaI + Math.sqrt(
                                s[i][i] / s[j][j]) * thetaJ);
                gamma += Math.pow(f[i][j] - s[i][j], 2);
            }
        }
        return Math.max(0.0, Math.min((pi - rho) / gamma / rows.length, 1.0));
    }
}
