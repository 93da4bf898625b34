package io.v11.engine.feature.bar.oscillator;

import java.util.HashMap;
import java.util.HashSet;
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
 * Every output of swing, channel, volume and candle against TA-Lib, ta4j or its definition: at most 1e-9 off, relative to
 * max(1, |value|), on every bar on which it is valid, and valid on nearly all from the bar on at which the oracle is.
 */
class OscillatorOracleTest {
    private static final double TOLERANCE = 1e-9;

    private static Map<String, Oracle> oracles() {
        Map<String, Oracle> all = new HashMap<>(SwingOracles.all());
        all.putAll(ChannelOracles.all());
        all.putAll(ChannelOracles.ranges());
        all.putAll(VolumeOracles.all());
        all.putAll(CandleOracles.all());
        return all;
    }

    @Test
    void shouldLeaveNoOutputOut() {
        Set<String> outputs = new HashSet<>(names(OscillatorIndicators.full(BarLength.MINUTE)));

        assertEquals(oracles().keySet(), outputs);
        assertTrue(outputs.containsAll(names(OscillatorIndicators.few())));
        assertTrue(outputs.size() >= 36, "outputs=" + outputs.size());
    }

    private static List<String> names(List<Indicator> indicators) {
        return indicators.stream().flatMap(indicator -> indicator.outputs(BarLength.MINUTE).stream())
                .map(output -> output.name()).toList();
    }

    @Test
    void shouldEqualTheOraclesOnSyntheticMinutes() {
        // 3 days and more, so that pivots become valid; one bar in 50 is flat and without volume.
        compareAll(BarTape.synthetic(BarLength.MINUTE, 1, 5_000), 0.90);
    }

    @Test
    void shouldEqualTheOraclesOnSyntheticHours() {
        compareAll(BarTape.synthetic(BarLength.HOUR, 2, 2_000), 0.90);
    }

    @Test
    void shouldEqualTheOraclesOnHalfAYearOfMinutes() {
        Optional<BarTape> minutes = BarTape.klines("BTCUSDT");
        Assumptions.assumeTrue(minutes.isPresent(),
                "klines not found: set V11_DATA to the folder that holds binance-spot-klines-1m");
        assertTrue(minutes.get().size() >= 100_000, "bars=" + minutes.get().size());

        compareAll(minutes.get(), 0.999);
        compareAll(minutes.get().gathered(BarLength.QUARTER_HOUR), 0.999);
        compareAll(minutes.get().gathered(BarLength.HOUR), 0.999);
    }

    /** A tick is about a basis point there, so that ties, bars without a range and bars without a trade come up. */
    @Test
    void shouldEqualTheOraclesInACoarseMarket() {
        Optional<BarTape> minutes = BarTape.klines("ARBUSDT");
        Assumptions.assumeTrue(minutes.isPresent(),
                "klines not found: set V11_DATA to the folder that holds binance-spot-klines-1m");

        compareAll(minutes.get().from(minutes.get().size() - 40_000), 0.98);
    }

    private static void compareAll(BarTape tape, double validLeast) {
        Map<String, Oracle> oracles = oracles();
        for (Indicator indicator : OscillatorIndicators.full(tape.length)) {
            IndicatorRun run = IndicatorRun.of(indicator, tape);
            run.values.forEach((name, values) -> compare(name, values, oracles.get(name), tape, validLeast));
        }
    }

    private static void compare(String name, double[] values, Oracle oracle, BarTape tape, double validLeast) {
        double[] expected = oracle.values().apply(tape);
        int possible = 0;
        int compared = 0;
        double worst = 0;
        int worstAt = 0;
        for (int i = 0; i < values.length; i++) {
            boolean valid = Double.isFinite(values[i]);
            boolean known = Double.isFinite(expected[i]);
            assertTrue(known || !valid || i < oracle.skip(),
                    name + " is valid where " + oracle.source() + " has no value, bar " + i + ": " + values[i]);
            if (!known || i < oracle.skip()) {
                continue;
            }
            possible++;
            if (valid) {
                compared++;
                double error = Math.abs(values[i] - expected[i]) / Math.max(1, Math.abs(expected[i]));
                worstAt = error > worst ? i : worstAt;
                worst = Math.max(worst, error);
            }
        }
        assertTrue(worst <= TOLERANCE, name + " differs from " + oracle.source() + " by " + worst + " at bar " + worstAt
                + ": " + values[worstAt] + " instead of " + expected[worstAt]);
        assertTrue(possible > 0 && compared >= validLeast * possible,
                name + " was valid on " + compared + " of " + possible + " bars of " + tape.length.title());
    }
}
