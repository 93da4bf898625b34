package io.v11.training.performance;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.training.page.RecordJson;
import io.v11.training.performance.luck.Trials;
import io.v11.training.performance.sample.Noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReturnStatisticsTest {
    @Test
    void shouldEqualAnIndependentRecomputation() {
        double[] returns = Noise.normal(500, 0.001, 0.02, new SplittableRandom(2));

        ReturnStatistics statistics = ReturnStatistics.of(returns, 365.0, Trials.single());

        double logs = Arrays.stream(returns).map(Math::log1p).sum();
        double mean = Arrays.stream(returns).average().orElseThrow();
        double variance = Arrays.stream(returns).map(r -> r * r).sum() / 499.0 - mean * mean * 500.0 / 499.0;
        double downside = Math.sqrt(Arrays.stream(returns).filter(r -> r < 0.0).map(r -> r * r).sum() / 500.0);
        double deepest = 0.0;
        for (int i = 0; i < 500; i++) {
            double worth = 1.0;
            for (int j = i; j < 500; j++) {
                worth *= 1.0 + returns[j];
                deepest = Math.max(deepest, 1.0 - worth);
            }
        }
        double annual = Math.expm1(logs * 365.0 / 500.0);
        assertEquals(Math.expm1(logs), statistics.totalReturn(), 1e-12);
        assertEquals(annual, statistics.annualReturn(), 1e-12);
        assertEquals(Math.sqrt(variance * 365.0), statistics.annualVolatility(), 1e-12);
        assertEquals(mean / downside * Math.sqrt(365.0), statistics.sortino(), 1e-11);
        assertEquals(deepest, statistics.maximumDrawdown(), 1e-12);
        assertEquals(annual / deepest, statistics.calmar(), 1e-11);
        assertEquals(mean / Math.sqrt(variance) * Math.sqrt(365.0),
                statistics.sharpe().<Double>with((sharpe, interval, trials, deflated) -> sharpe), 1e-11);
    }

    @Test
    void shouldMeasureTheTailByHand() {
        double[] returns = new double[200];
        for (int i = 0; i < 200; i++) {
            returns[i] = (i * 77 % 200 - 50) / 1000.0;
        }

        TailRisk tail = TailRisk.of(returns);

        // Sorted they are -0.050, -0.049, ...: ten make 5 %, two make 1 %.
        assertEquals(0.041, tail.valueAtRisk95(), 1e-15);
        assertEquals(0.0455, tail.shortfall95(), 1e-15);
        assertEquals(0.049, tail.valueAtRisk99(), 1e-15);
        assertEquals(0.0495, tail.shortfall99(), 1e-15);
    }

    /**
     * ES is the least over c of c + E max(-r - c, 0) / a (Rockafellar and Uryasev 2002), and is reached at some loss.
     */
    @Test
    void shouldEqualTheLeastOfRockafellarAndUryasev() {
        for (int count : new int[]{20, 33, 99, 100, 250}) {
            double[] returns = Noise.normal(count, 0.0, 1.0, new SplittableRandom(count));
            double least = Double.MAX_VALUE;
            for (double loss : returns) {
                double excess = Arrays.stream(returns).map(r -> Math.max(loss - r, 0.0)).sum();
                least = Math.min(least, -loss + excess / (0.05 * count));
            }

            assertEquals(least, TailRisk.of(returns).shortfall95(), 1e-12, count + " returns");
        }
    }

    @Test
    void shouldTakeTheWorstWhenThereAreFew() {
        TailRisk tail = TailRisk.of(new double[]{0.03, -0.02, 0.01});

        assertEquals(new TailRisk(0.02, 0.02, 0.02, 0.02), tail);
    }

    @Test
    void shouldLeaveUndefinedWhatHasNoDenominator() {
        ReturnStatistics idle = ReturnStatistics.of(new double[30], 365.0, new Trials(3, 0.2));
        ReturnStatistics rising = ReturnStatistics.of(new double[]{0.01, 0.02, 0.01}, 365.0, Trials.single());

        assertEquals(0.0, idle.totalReturn());
        assertEquals(0.0, idle.annualVolatility());
        assertTrue(Double.isNaN(idle.sortino()) && Double.isNaN(idle.calmar()) && Double.isNaN(idle.skewness()));
        assertTrue(idle.text().contains("no Sharpe") && idle.text().contains("best of 3 trials"), idle.text());
        assertTrue(RecordJson.of(idle).contains("\"sortino\": null"), RecordJson.of(idle));
        assertTrue(Double.isNaN(rising.sortino()) && Double.isNaN(rising.calmar()));
    }

    @Test
    void shouldKnowThatEverythingCanBeLost() {
        ReturnStatistics lost = ReturnStatistics.of(new double[]{0.5, -1.0}, 365.0, Trials.single());

        assertEquals(-1.0, lost.totalReturn());
        assertEquals(-1.0, lost.annualReturn());
        assertEquals(1.0, lost.maximumDrawdown());
    }

    @Test
    void shouldPrintTheTrialsBesideTheSharpe() {
        double[] returns = Noise.normal(100, 0.001, 0.02, new SplittableRandom(2));

        String text = ReturnStatistics.of(returns, 365.0, new Trials(4321, 0.3)).text();

        assertTrue(text.contains("Sharpe") && text.contains("best of 4,321 trials") && text.contains("DSR"), text);
    }

    @Test
    void shouldRefuseWhatIsNoReturn() {
        assertThrows(IllegalArgumentException.class,
                () -> ReturnStatistics.of(new double[]{0.1, Double.NaN}, 365.0, Trials.single()));
        assertThrows(IllegalArgumentException.class,
                () -> ReturnStatistics.of(new double[]{0.1, -1.01}, 365.0, Trials.single()));
        assertThrows(IllegalArgumentException.class, () -> ReturnStatistics.of(new double[0], 365.0, Trials.single()));
        assertThrows(IllegalArgumentException.class,
                () -> ReturnStatistics.of(new double[]{0.1}, Double.NaN, Trials.single()));
    }
}
