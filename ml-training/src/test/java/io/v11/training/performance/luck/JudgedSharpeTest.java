package io.v11.training.performance.luck;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import io.v11.training.page.RecordJson;
import io.v11.training.performance.sample.Moments;
import io.v11.training.performance.sample.Noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JudgedSharpeTest {
    private static final double[] RETURNS = Noise.normal(730, 0.001, 0.01, new SplittableRandom(21));

    @Test
    void shouldPrintTrialsIntervalAndDeflationWithTheFigure() {
        JudgedSharpe judged = JudgedSharpe.of(RETURNS, 365.0, new Trials(1200, 0.5));

        double annual = Moments.of(RETURNS).sharpe() * Math.sqrt(365.0);
        String text = judged.text();
        assertTrue(text.startsWith(String.format(Locale.ROOT, "Sharpe %.2f a year [", annual)), text);
        assertTrue(text.contains("best of 1,200 trials, luck alone 2.3"), text);
        assertTrue(text.contains(String.format(Locale.ROOT, "DSR %.3f", judged.deflated())), text);
        assertTrue(text.contains("730 periods of"), text);
        assertEquals(text, judged.toString());
        assertTrue(RecordJson.of(judged).startsWith("{\"trials\": 1200, "), RecordJson.of(judged));
    }

    @Test
    void shouldHaveNoOtherWayToTheFigure() {
        List<String> open = List.of("with", "withPerPeriod", "parts", "text", "toString", "trials", "periods",
                "deflated",
                "probabilistic", "expectedByLuck", "minimumTrackPeriods");
        for (Method method : JudgedSharpe.class.getDeclaredMethods()) {
            boolean accessible = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
            assertTrue(!accessible || open.contains(method.getName()), method + " lets the Sharpe out alone");
        }
        assertTrue(Arrays.stream(JudgedSharpe.class.getDeclaredFields())
                .allMatch(
                        field -> Modifier.isPrivate(field.getModifiers()) || Modifier.isStatic(field.getModifiers())));
    }

    @Test
    void shouldScaleByTheRootOfThePeriods() {
        JudgedSharpe judged = JudgedSharpe.of(RETURNS, 365.0, Trials.single());

        double annual = judged.with((sharpe, interval, trials, deflated) -> sharpe);
        double daily = judged.withPerPeriod((sharpe, interval, trials, deflated) -> sharpe);
        double high = judged.with((sharpe, interval, trials, deflated) -> interval.high());
        double highDaily = judged.withPerPeriod((sharpe, interval, trials, deflated) -> interval.high());
        assertEquals(daily * Math.sqrt(365.0), annual, 1e-12);
        assertEquals(highDaily * Math.sqrt(365.0), high, 1e-12);
        assertTrue(annual < high);
    }

    @Test
    void shouldDeflateMoreTheMoreTrialsThereWere() {
        double last = 1.0;
        for (long count : new long[]{1, 2, 10, 100, 10_000, 1_000_000}) {
            double deflated = JudgedSharpe.of(RETURNS, 365.0, Trials.chance(count, 2.0)).deflated();

            assertTrue(deflated < last, count + " trials: " + deflated);
            last = deflated;
        }
        JudgedSharpe alone = JudgedSharpe.of(RETURNS, 365.0, Trials.single());
        assertEquals(alone.probabilistic(), alone.deflated());
    }

    @Test
    void shouldJudgeTheSameWhateverTheUnitOfThePeriods() {
        JudgedSharpe days = JudgedSharpe.of(RETURNS, 365.0, new Trials(50, 0.4));
        JudgedSharpe asWeeks = JudgedSharpe.of(RETURNS, 52.0, new Trials(50, 0.4 * 52.0 / 365.0));

        assertEquals(days.deflated(), asWeeks.deflated(), 1e-12);
        assertEquals(days.minimumTrackPeriods(), asWeeks.minimumTrackPeriods(), 1e-6);
    }

    @Test
    void shouldSayThatThereIsNoSharpeWithoutVariance() {
        for (double[] dull : new double[][]{new double[30], {0.01}}) {
            JudgedSharpe judged = JudgedSharpe.of(dull, 365.0, new Trials(7, 0.1));

            assertTrue(judged.text().contains("no Sharpe"), judged.text());
            assertTrue(judged.text().contains("best of 7 trials"), judged.text());
            assertTrue(Double.isNaN(judged.deflated()));
            assertFalse(AcceptanceRule.USUAL.refusals(judged.deflated(), 0.0, 0.001).isEmpty());
        }
    }

    @Test
    void shouldRefuseAFigureWithoutTrialsOrNumbers() {
        assertThrows(IllegalArgumentException.class, () -> new Trials(0, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Trials(5, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Trials(5, -0.1));
        assertThrows(IllegalArgumentException.class, () -> Trials.of(new double[0]));
        assertThrows(IllegalArgumentException.class, () -> Trials.chance(5, 0.0));
        assertThrows(IllegalArgumentException.class, () -> JudgedSharpe.of(new double[0], 365.0, Trials.single()));
        assertThrows(IllegalArgumentException.class,
                () -> JudgedSharpe.of(new double[]{0.1, Double.NaN}, 365.0, Trials.single()));
        assertThrows(IllegalArgumentException.class, () -> JudgedSharpe.of(RETURNS, 0.0, Trials.single()));
    }

    @Test
    void shouldCountTrialsThatNeverTraded() {
        Trials trials = Trials.of(new double[]{1.0, Double.NaN, 3.0});

        assertEquals(3, trials.count());
        assertEquals(2.0, trials.annualVariance(), 1e-15);
    }
}
