package io.v11.training.backtest.reading;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PriceTapeTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void shouldKeepOpenHighLowAndCloseWhenBarsGrow() {
        PriceTape tape = new PriceTape();
        int seconds = 7 * PriceTape.BARS;
        for (int i = 0; i < seconds; i++) {
            tape.onMid(i * SECOND, 2 * (100_00000000L + i));
        }

        PriceSeries bars = tape.series(3, "X.SPOT");

        assertTrue(bars.bars() <= PriceTape.BARS);
        int last = bars.bars() - 1;
        for (int i = 0; i <= last; i++) {
            long first = bars.opensNs()[i] / SECOND;
            long end = i == last ? seconds : bars.opensNs()[i + 1] / SECOND;
            assertEquals(price(first), bars.open()[i], 1e-12);
            assertEquals(price(first), bars.low()[i], 1e-12);
            assertEquals(price(end - 1), bars.high()[i], 1e-12);
            assertEquals(price(end - 1), bars.close()[i], 1e-12);
        }
        assertEquals(0L, bars.opensNs()[0]);
        assertEquals(10 * SECOND, bars.stepNs());
    }

    private static double price(long second) {
        return 100.0 + second * 1e-8;
    }
}
