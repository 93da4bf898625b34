package io.v11.engine.regime;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StateFilterTest {
    private static final int STATES = MarkovModel.STATES;

    @Test
    void shouldEqualTheSumOverAllPathsOfStates() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            MarkovModel model = chance(random);
            int bars = 6;
            double[] volatility = random.doubles(bars, -8.0, -4.0).toArray();
            double[] trend = random.doubles(bars, -3.0, 3.0).toArray();
            StateFilter filter = new StateFilter();
            double logLikelihood = 0.0;

            for (int t = 0; t < bars; t++) {
                filter.predict(model);
                logLikelihood += filter.see(model, volatility[t], trend[t]);
            }

            double[] ending = overAllPaths(model, volatility, trend);
            double all = ending[0] + ending[1] + ending[2] + ending[3];
            for (int j = 0; j < STATES; j++) {
                assertEquals(ending[j] / all, filter.posterior[j], 1e-12, "seed=" + seed + " state=" + j);
            }
            assertEquals(Math.log(all), logLikelihood, 1e-12 * Math.abs(logLikelihood) + 1e-12, "seed=" + seed);
        }
    }

    @Test
    void shouldForgetWhatItBelievedWhenBarsPassUnseen() {
        MarkovModel model = chance(new SplittableRandom(1));
        model.dwell(10);
        StateFilter filter = new StateFilter();
        filter.see(model, -4.0, 0.0);

        for (int i = 0; i < 500; i++) {
            filter.predict(model);
        }

        for (double posterior : filter.posterior) {
            assertEquals(0.25, posterior, 1e-9);
        }
    }

    @Test
    void shouldStayAProbabilityWhateverIsSeen() {
        MarkovModel model = chance(new SplittableRandom(2));
        model.dwell(1_000_000);
        StateFilter filter = new StateFilter();
        double[] extremes = {0.0, -700.0, 700.0, -40.0, 1e6};

        for (int i = 0; i < 1_000; i++) {
            filter.predict(model);
            filter.see(model, extremes[i % 5], extremes[(i / 5) % 5]);

            double sum = 0.0;
            for (double posterior : filter.posterior) {
                assertTrue(posterior >= 0.0 && posterior <= 1.0, "bar " + i + ": " + posterior);
                sum += posterior;
            }
            assertEquals(1.0, sum, 1e-12, "bar " + i);
        }
    }

    static MarkovModel chance(SplittableRandom random) {
        MarkovModel model = new MarkovModel();
        for (int i = 0; i < STATES; i++) {
            double sum = 0.0;
            for (int j = 0; j < STATES; j++) {
                model.transition[i * STATES + j] = 0.05 + random.nextDouble();
                sum += model.transition[i * STATES + j];
            }
            for (int j = 0; j < STATES; j++) {
                model.transition[i * STATES + j] /= sum;
            }
            model.volatilityMean[i] = random.nextDouble(-7.0, -5.0);
            model.volatilityDeviation[i] = random.nextDouble(0.2, 0.8);
            model.trendMean[i] = random.nextDouble(-1.0, 1.0);
            model.trendDeviation[i] = random.nextDouble(0.5, 1.5);
        }
        model.conclude();
        return model;
    }

    /** Probability of the observations and each last state, by enumeration; the first bar follows an even chance of states. */
    private static double[] overAllPaths(MarkovModel model, double[] volatility, double[] trend) {
        int bars = volatility.length;
        double[] ending = new double[STATES];
        int paths = (int) Math.pow(STATES, bars + 1);
        for (int path = 0; path < paths; path++) {
            int rest = path;
            int before = rest % STATES;
            double probability = 1.0 / STATES;
            for (int t = 0; t < bars; t++) {
                rest /= STATES;
                int state = rest % STATES;
                double v = (volatility[t] - model.volatilityMean[state]) / model.volatilityDeviation[state];
                double r = (trend[t] - model.trendMean[state]) / model.trendDeviation[state];
                probability *= model.transition[before * STATES + state] * Math.exp(-0.5 * (v * v + r * r))
                        / (model.volatilityDeviation[state] * model.trendDeviation[state]);
                before = state;
            }
            ending[before] += probability;
        }
        return ending;
    }
}
