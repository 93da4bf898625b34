package io.v11.engine.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChangePointsTest {
    private static final int DWELL = 200;
    private static final double SPREAD = 0.3;

    @Test
    void shouldEqualTheRunLengthsOfANaiveImplementation() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ChangePoints changes = new ChangePoints(50, 100);
            changes.prior(-6.0, SPREAD * SPREAD);
            List<double[]> seen = new ArrayList<>();
            double[] run = {1.0};

            for (int t = 0; t < 80; t++) {
                double[] bar = {-6.0 + (t > 40 ? 1.0 : 0.0) + SPREAD * random.nextGaussian(), random.nextGaussian()};
                changes.see(bar[0], bar[1]);
                run = naive(run, seen, bar, 1.0 / 50);
                seen.add(bar);

                for (int r = 0; r < run.length; r++) {
                    assertEquals(run[r], changes.probability(r), 1e-11, "seed=" + seed + " bar=" + t + " run=" + r);
                }
            }
        }
    }

    /** A run over the limit is judged by the latest bars: the probability of a late change seldom differs. */
    @Test
    void shouldLoseLittleByTheLimitOfRuns() {
        SplittableRandom random = new SplittableRandom(5);
        ChangePoints cut = new ChangePoints(DWELL, 100);
        ChangePoints whole = new ChangePoints(DWELL, 1_000);
        double sum = 0.0;

        for (int t = 0; t < 1_000; t++) {
            double level = t / 250 % 2 == 0 ? -7.0 : -6.0;
            double volatility = level + SPREAD * random.nextGaussian();
            double change = random.nextGaussian();
            cut.see(volatility, change);
            whole.see(volatility, change);
            sum += Math.abs(cut.changedWithin(5) - whole.changedWithin(5));
        }

        assertTrue(sum / 1_000 < 0.01, "mean difference " + sum / 1_000);
    }

    /** Volatility 10 to 30 bp or back, 40 changes 200 bars apart per seed, found within 5 bars at a threshold of 0.8. */
    @Test
    void shouldFindChangesWithinFiveBarsAndSeldomCryWolf() {
        int found = 0;
        int real = 0;
        int alarms = 0;
        int quietBars = 0;
        for (long seed = 0; seed < 20; seed++) {
            SimulatedMarket market = new SimulatedMarket(seed, DWELL, 0.0);
            BarObservation observation = new BarObservation(1, 1_000_000L);
            ChangePoints changes = new ChangePoints(DWELL, 240);
            changes.prior(-6.5, SPREAD * SPREAD);
            boolean before = false;
            boolean hit = false;
            for (int t = 0; t < 41 * DWELL; t++) {
                int state = t / DWELL % 2 == 0 ? MarkovModel.CALM : MarkovModel.TURBULENT;
                if (!observation.take(market.in(state), true)) {
                    continue;
                }
                changes.see(observation.volatility, observation.change);
                boolean now = changes.changedWithin(5) >= 0.8;
                int sinceChange = t % DWELL;
                if (t >= DWELL) {
                    hit = sinceChange == 0 ? now : hit || sinceChange <= 5 && now;
                    real += sinceChange == 5 ? 1 : 0;
                    found += sinceChange == 5 && hit ? 1 : 0;
                }
                // What still says "of late" soon after a change is no new alarm.
                if (t > 40 && sinceChange > 15) {
                    quietBars++;
                    alarms += now && !before ? 1 : 0;
                }
                before = now;
            }
        }

        double alarmsPerThousand = 1_000.0 * alarms / quietBars;
        System.out.printf("change points: %d of %d within 5 bars, %.2f false alarms per 1,000 bars%n", found, real,
                alarmsPerThousand);
        assertTrue(found >= 0.95 * real, found + " of " + real);
        assertTrue(alarmsPerThousand <= 1.5, alarmsPerThousand + " false alarms per 1,000 bars");
    }

    @Test
    void shouldStayAProbabilityWhateverIsSeenOrNot() {
        ChangePoints changes = new ChangePoints(48, 30);
        double[] extremes = {0.0, -700.0, 700.0, 8.0, -8.0};

        for (int t = 0; t < 2_000; t++) {
            if (t % 7 == 0) {
                changes.skip();
            } else {
                changes.see(t < 1_000 ? extremes[t % 5] : -18.0, t < 1_000 ? extremes[t / 5 % 5] : 0.0);
            }
            double sum = 0.0;
            for (int r = 0; r <= 30; r++) {
                sum += changes.probability(r);
            }
            assertEquals(1.0, sum, 1e-9, "bar " + t);
            double changed = changes.changedWithin(5);
            assertTrue(changed >= 0.0 && changed <= 1.0, "bar " + t + ": " + changed);
        }
    }

    /** Equation by equation of the paper, each run's posterior made from its bars every time. */
    private static double[] naive(double[] run, List<double[]> seen, double[] bar, double hazard) {
        double[] next = new double[run.length + 1];
        for (int r = 0; r < run.length; r++) {
            List<double[]> own = seen.subList(seen.size() - r, seen.size());
            double joint = run[r] * student(own, 0, bar[0], -6.0, 0.1, 2.0 * SPREAD * SPREAD)
                    * student(own, 1, bar[1], 0.0, 1.0, 2.0);
            next[r + 1] += joint * (1.0 - hazard);
            next[0] += joint * hazard;
        }
        double all = Arrays.stream(next).sum();
        return Arrays.stream(next).map(p -> p / all).toArray();
    }

    /** Murphy 2007, equations 86 to 89 and 110, from sums. */
    private static double student(List<double[]> bars, int series, double x, double mu0, double kappa0, double beta0) {
        double n = bars.size();
        double mean = n == 0 ? 0.0 : bars.stream().mapToDouble(bar -> bar[series]).sum() / n;
        double squares = bars.stream().mapToDouble(bar -> (bar[series] - mean) * (bar[series] - mean)).sum();
        double kappa = kappa0 + n;
        double mu = (kappa0 * mu0 + n * mean) / kappa;
        double alpha = 2.0 + n / 2.0;
        double beta = beta0 + squares / 2.0 + kappa0 * n * (mean - mu0) * (mean - mu0) / (2.0 * kappa);
        double scale = Math.sqrt(beta * (kappa + 1.0) / (alpha * kappa));
        double degrees = 2.0 * alpha;
        double z = (x - mu) / scale;
        return Math.exp(Gamma.logGamma((degrees + 1.0) / 2.0) - Gamma.logGamma(degrees / 2.0))
                / (Math.sqrt(degrees) * scale) * Math.pow(1.0 + z * z / degrees, -(degrees + 1.0) / 2.0);
    }
}
