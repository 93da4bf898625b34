package io.v11.engine.feature.bar.trend;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.IndicatorRun;
import io.v11.engine.feature.bar.Oracle;
import io.v11.engine.slot.BarLength;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every output of the trend indicators against another's computation, at every bar after its warm-up; the difference is
 * measured against the greater of 1 and the value.
 */
class TrendOracleTest {
    private static final double TOLERANCE = 1e-9;

    @Test
    void shouldEqualTheOraclesOnSyntheticBars() {
        compareAll(BarTape.synthetic(BarLength.MINUTE, 7, 8_000));
    }

    @Test
    void shouldEqualTheOraclesOnRecordedBars() {
        Optional<BarTape> tape = BarTape.klines("BTCUSDT");
        Assumptions.assumeTrue(tape.isPresent(),
                "binance-spot-klines-1m not found: set V11_DATA to the folder that holds it to run this test");

        assertTrue(tape.get().size() >= 100_000, "bars=" + tape.get().size());
        compareAll(tape.get());
    }

    private static void compareAll(BarTape tape) {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (Indicator indicator : TrendIndicators.full()) {
            values.putAll(IndicatorRun.of(indicator, tape).values);
        }
        Set<String> compared = new HashSet<>();
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, List<Oracle>> oracles : TrendOracles.all().entrySet()) {
            for (Oracle oracle : oracles.getValue()) {
                compare(oracles.getKey(), values.get(oracles.getKey()), oracle, oracle.values().apply(tape), faults);
            }
            compared.add(oracles.getKey());
        }
        assertEquals(List.of(), faults);
        assertEquals(values.keySet(), compared, "every output has an oracle");
    }

    private static void compare(String name, double[] values, Oracle oracle, double[] expected,
            List<String> faults) {
        double worst = 0;
        int at = -1;
        int compared = 0;
        for (int i = oracle.skip(); i < values.length; i++) {
            if (Double.isNaN(expected[i])) {
                continue;
            }
            compared++;
            double error = Math.abs(values[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
            // Not valid where the oracle has a value is an error too: NaN is not less.
            if (!(error <= worst)) {
                worst = error;
                at = i;
            }
            if (Double.isNaN(error)) {
                break;
            }
        }
        if (!(worst <= TOLERANCE) || compared < 0.9 * values.length) {
            faults.add(name + " differs by " + worst + " at bar " + at + " from " + oracle.source() + ", compared at "
                    + compared + " bars");
        }
    }
}
