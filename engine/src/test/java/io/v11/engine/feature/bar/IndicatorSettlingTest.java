package io.v11.engine.feature.bar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.v11.engine.feature.bar.oscillator.OscillatorIndicators;
import io.v11.engine.feature.bar.trend.TrendIndicators;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.slot.BarLength;
import io.v11.ml.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** An indicator that began late says the same as one that began long before, once it says it has settled. */
class IndicatorSettlingTest {
    private static final int STARTS = 15;
    /** Bars that are compared after each output has settled. */
    private static final int COMPARED = 200;

    @Test
    void shouldForgetTheStartOnSyntheticBars() {
        assertSettled(BarTape.synthetic(BarLength.MINUTE, 21, 30_000));
    }

    @Test
    void shouldForgetTheStartOnRecordedBars() {
        Optional<BarTape> tape = BarTape.klines("ARBUSDT");
        Assumptions.assumeTrue(tape.isPresent(),
                "binance-spot-klines-1m not found: set V11_DATA to the folder that holds it to run this test");

        assertSettled(tape.get());
    }

    private static List<Indicator> indicators() {
        List<Indicator> indicators = new ArrayList<>(TrendIndicators.full());
        indicators.addAll(OscillatorIndicators.full(BarLength.MINUTE));
        return indicators;
    }

    private static void assertSettled(BarTape tape) {
        List<String> faults = new ArrayList<>();
        int count = indicators().size();
        for (int which = 0; which < count; which++) {
            List<Feature> outputs = indicators().get(which).outputs(tape.length);
            double[][] early = run(indicators().get(which), tape, 0, tape.size());
            for (int start = 1; start <= STARTS; start++) {
                int from = (int) ((long) start * tape.size() / (STARTS + 1));
                int longest = outputs.stream().mapToInt(output -> bars(output, tape)).max().orElseThrow();
                double[][] late = run(indicators().get(which), tape, from,
                        Math.min(tape.size(), from + longest + COMPARED));
                for (int o = 0; o < outputs.size(); o++) {
                    compare(outputs.get(o), tape, early[o], late[o], from, faults);
                }
            }
        }
        assertEquals(List.of(), faults);
    }

    private static int bars(Feature output, BarTape tape) {
        return Math.toIntExact(output.settling().timeNs() / tape.length.timeNs());
    }

    /** Values by output and bar; NaN where invalid. */
    private static double[][] run(Indicator indicator, BarTape tape, int from, int to) {
        int outputs = indicator.outputs(tape.length).size();
        double[][] values = new double[outputs][to - from];
        BarHistory history = new BarHistory(tape.length.timeNs());
        FeatureVector held = new FeatureVector(outputs);
        for (int i = from; i < to; i++) {
            history.add(tape.bars.get(i));
            indicator.onBar(history);
            indicator.write(held, 0, history);
            for (int o = 0; o < outputs; o++) {
                values[o][i - from] = held.isValid(o) ? held.value(o) : Double.NaN;
            }
        }
        return values;
    }

    private static void compare(Feature output, BarTape tape, double[] early, double[] late, int from,
            List<String> faults) {
        double allowed = output.settling().tolerance() * deviation(early);
        for (int i = bars(output, tape); i < late.length; i++) {
            double expected = early[from + i];
            boolean bothUndefined = Double.isNaN(expected) && Double.isNaN(late[i]);
            double rounding = 1e-9 * Math.max(1, Math.abs(expected));
            if (!bothUndefined && !(Math.abs(expected - late[i]) <= allowed + rounding)) {
                faults.add(output.name() + " from " + from + " after " + i + " bars: " + late[i] + " not " + expected
                        + ", allowed " + allowed);
                return;
            }
        }
    }

    private static double deviation(double[] values) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double mean = sum / count;
        return Math.sqrt(Math.max(0, squares / count - mean * mean));
    }
}
