package io.v11.engine.feature.bar.oscillator;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import io.v11.engine.feature.bar.BarHistory;
import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.feature.bar.Indicator;
import io.v11.engine.feature.bar.IndicatorRun;
import io.v11.engine.feature.group.Feature;
import io.v11.engine.slot.BarLength;
import io.v11.engine.slot.StateHash;
import io.v11.ml.FeatureVector;
import io.v11.ml.Invalidity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for every indicator of swing, channel, volume and candle: warm-up, memory, reset, dead markets, allocation. */
class OscillatorContractTest {
    /** What a market that does not move still has: moves of nothing, widths of nothing, levels. */
    private static final Set<String> DEFINED_WHEN_STILL = Set.of("ret_1_bps", "ret_5_bps", "ret_20_bps", "roc_10_bps",
            "volatility_20_bps", "bollinger_width_50_bps", "keltner_width_bps", "donchian_width_55_bps", "natr_14_bps",
            "candle_gap_bps", "close_run", "pivot_bps", "pivot_r1_bps", "pivot_s1_bps");

    private static List<Indicator> all(BarLength length) {
        return OscillatorIndicators.full(length);
    }

    @Test
    void shouldBeWarmAfterAsManyBarsAsItSays() {
        BarTape tape = BarTape.synthetic(BarLength.MINUTE, 3, 200);
        int checked = 0;
        for (Indicator indicator : all(tape.length)) {
            IndicatorRun run = IndicatorRun.of(indicator, tape);
            for (Feature output : indicator.outputs(tape.length)) {
                String bars = output.warmUp().replaceAll("[^0-9].*", "");
                if (!bars.isEmpty()) {
                    assertEquals(Integer.parseInt(bars) - 1, run.cold.get(output.name()), output.name());
                    checked++;
                }
            }
        }

        assertTrue(checked >= 35, "checked=" + checked);
    }

    /** Replays from later bars give the values of the replay from the first, once they have settled. */
    @Test
    void shouldForgetWhereItBegan() {
        for (BarLength length : List.of(BarLength.MINUTE, BarLength.HOUR)) {
            int size = length == BarLength.MINUTE ? 8_000 : 1_200;
            BarTape tape = BarTape.synthetic(length, 4, size);
            for (int from : new int[]{1, 77, 130}) {
                compare(tape, from);
            }
        }
    }

    private static void compare(BarTape tape, int from) {
        List<Indicator> whole = all(tape.length);
        List<Indicator> late = all(tape.length);
        for (int i = 0; i < whole.size(); i++) {
            Map<String, double[]> expected = IndicatorRun.of(whole.get(i), tape).values;
            Map<String, double[]> values = IndicatorRun.of(late.get(i), tape.from(from)).values;
            for (Feature output : late.get(i).outputs(tape.length)) {
                // The bar that is closed when so much time has passed; the first bar of the two that count as partial.
                int settled = (int) (output.settling().timeNs() / tape.length.timeNs()) - 1;
                double faded = output.settling().tolerance() * deviation(expected.get(output.name()));
                int compared = 0;
                for (int bar = settled; bar < values.get(output.name()).length; bar++) {
                    double value = values.get(output.name())[bar];
                    double reference = expected.get(output.name())[bar + from];
                    String where = output.name() + " from=" + from + " bar=" + bar + " " + tape.length;
                    assertEquals(Double.isNaN(reference), Double.isNaN(value), where);
                    if (!Double.isNaN(value)) {
                        assertEquals(reference, value, Math.max(faded, 1e-9 * Math.max(1, Math.abs(reference))), where);
                        compared++;
                    }
                }
                assertTrue(compared > 500, output.name() + " compared=" + compared);
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
        return Math.sqrt(squares / count - sum / count * (sum / count));
    }

    @Test
    void shouldHaveOnlyWhatIsDefinedInAMarketThatStandsStill() {
        // Two days of life and a half, then one without a trade.
        BarTape tape = BarTape.synthetic(BarLength.MINUTE, 5, 6_000).still(3_380, 1_700);
        Set<String> withVwap = new TreeSet<>(DEFINED_WHEN_STILL);
        withVwap.add("session_vwap_bps");

        assertEquals(withVwap, validAt(tape, 4_000), "the session has had trades");
        assertEquals(DEFINED_WHEN_STILL, validAt(tape, 5_000), "and the next has not");
    }

    @Test
    void shouldHaveOnlyWhatIsDefinedWhenNothingEverHappened() {
        BarTape tape = BarTape.synthetic(BarLength.MINUTE, 6, 3_500).still(1, 3_499);

        assertEquals(DEFINED_WHEN_STILL, validAt(tape, 3_400));
    }

    /** Names of the valid outputs at a bar; those that are not must say that the formula has no value, not that it ran off. */
    private static Set<String> validAt(BarTape tape, int last) {
        Set<String> valid = new TreeSet<>();
        for (Indicator indicator : all(tape.length)) {
            List<Feature> outputs = indicator.outputs(tape.length);
            FeatureVector held = feed(indicator, tape, last + 1);
            for (int i = 0; i < outputs.size(); i++) {
                if (held.isValid(i)) {
                    valid.add(outputs.get(i).name());
                } else {
                    assertEquals(Invalidity.UNDEFINED, held.cause(i), outputs.get(i).name());
                }
            }
        }
        return valid;
    }

    private static FeatureVector feed(Indicator indicator, BarTape tape, int count) {
        BarHistory history = new BarHistory(tape.length.timeNs());
        FeatureVector held = new FeatureVector(indicator.outputs(tape.length).size());
        for (int i = 0; i < count; i++) {
            history.add(tape.bars.get(i));
            indicator.onBar(history);
        }
        indicator.write(held, 0, history);
        return held;
    }

    @Test
    void shouldBeAsNewAfterReset() {
        BarTape tape = BarTape.synthetic(BarLength.HOUR, 7, 900);
        List<Indicator> fresh = all(tape.length);
        List<Indicator> used = all(tape.length);
        for (int i = 0; i < fresh.size(); i++) {
            feed(used.get(i), tape, 333);
            used.get(i).reset();

            assertEquals(fresh.get(i).stateHash(StateHash.start()), used.get(i).stateHash(StateHash.start()));
            FeatureVector expected = feed(fresh.get(i), tape, 700);
            FeatureVector values = feed(used.get(i), tape, 700);
            assertEquals(expected.hash(), values.hash(), fresh.get(i).getClass().getSimpleName());
            assertEquals(fresh.get(i).stateHash(StateHash.start()), used.get(i).stateHash(StateHash.start()));
        }
    }

    @Test
    void shouldHashWhatItRemembers() {
        BarTape tape = BarTape.synthetic(BarLength.MINUTE, 8, 400);
        List<Indicator> earlier = all(tape.length);
        List<Indicator> later = all(tape.length);
        List<String> without = new ArrayList<>();
        for (int i = 0; i < earlier.size(); i++) {
            feed(earlier.get(i), tape, 300);
            feed(later.get(i), tape, 301);
            long hash = earlier.get(i).stateHash(StateHash.start());
            if (hash == StateHash.start()) {
                without.add(earlier.get(i).getClass().getSimpleName());
            } else {
                assertNotEquals(hash, later.get(i).stateHash(StateHash.start()));
            }
        }

        assertEquals(List.of("CloseReturns", "Momentum", "CommodityChannel", "UltimateOscillator", "BollingerBands",
                "TakerBuying", "TradedVolume", "OnBalanceVolume", "MoneyFlow", "EaseOfMovement", "CandleShape"),
                without);
    }

    /** What the machine allocates while it compiles is not ours: one of a few rounds must be clean, a leak spoils all. */
    @Test
    void shouldAllocateNothingPerBar() {
        BarTape tape = BarTape.synthetic(BarLength.MINUTE, 9, 20_000);
        Indicator[] indicators = all(tape.length).toArray(new Indicator[0]);
        BarHistory history = new BarHistory(tape.length.timeNs());
        FeatureVector held = new FeatureVector(8);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 6 && least > 0; round++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < tape.size(); i++) {
                history.add(tape.bars.get(i));
                for (int j = 0; j < indicators.length; j++) {
                    indicators[j].onBar(history);
                    indicators[j].write(held, 0, history);
                }
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }

        assertEquals(0, least, "bytes allocated over " + tape.size() + " bars");
    }
}
