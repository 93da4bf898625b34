package io.v11.engine.regime;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.v11.config.RegimeSettings;
import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.slot.MarketView;
import io.v11.engine.slot.RegimeView;
import io.v11.journal.event.Regime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Real minutes of the days on which LUNA and FTX fell, learnt from the days before; and of the halt of 2023-03-24. */
class StressDaysTest {
    private static final String SET = "binance-spot-klines-1m-stress";
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long MINUTE_NS = 60_000_000_000L;
    private final RegimeView view = new RegimeView();

    /** Learnt from the first two days on, anew each day; the day of the fall against the last one. */
    @ParameterizedTest
    @CsvSource({"BTCUSDT,2022-05-,4", "ETHUSDT,2022-05-,4", "SOLUSDT,2022-05-,4", "BTCUSDT,2022-11-,3",
        "ETHUSDT,2022-11-,3", "SOLUSDT,2022-11-,3"})
    void shouldCallTheFallTurbulent(String symbol, String month, int fall) {
        List<MarketView.Bar> bars = bars(symbol, month);
        RegimeDetector detector = RegimeFixture.detector(minutes());
        double[][] shares = new double[7][5];
        long firstDay = bars.getFirst().openTimeNs / DAY_NS;

        for (MarketView.Bar bar : bars) {
            detector.onBar(bar);
            detector.copyTo(view);
            shares[(int) (bar.openTimeNs / DAY_NS - firstDay)][view.state.ordinal()] += 1.0 / 1_440;
        }

        StringBuilder table = new StringBuilder(symbol + " " + month + " turbulent by day:");
        for (double[] day : shares) {
            table.append(String.format(" %.2f", day[Regime.TURBULENT.ordinal()]));
        }
        System.out.println(table + "; fits " + detector.fits() + ", refused " + detector.refusedFits());
        assertTrue(shares[fall][Regime.TURBULENT.ordinal()] > 0.9, table.toString());
        assertTrue(shares[6][Regime.TURBULENT.ordinal()] < 0.6,
                table.toString());
    }

    @ParameterizedTest
    @CsvSource({"BTCUSDT", "ETHUSDT", "SOLUSDT"})
    void shouldForgetDuringTheHaltAndTellAgainAfterIt(String symbol) {
        List<MarketView.Bar> bars = bars(symbol, "2023-03-24");
        RegimeDetector detector = RegimeFixture.detector(new RegimeSettings("MINUTE", 480, 240, 1, 60, 240, 5, 0.8,
                0.8, 3, 24, List.of()));
        int halt = 12 * 60 + 39;

        for (int i = 0; i <= halt; i++) {
            detector.onBar(bars.get(i));
        }
        detector.copyTo(view);
        Regime inTheHalt = view.state;
        for (int i = halt + 1; i <= halt + 30; i++) {
            detector.onBar(bars.get(i));
        }
        detector.copyTo(view);

        assertEquals(80, bars.get(halt + 1).missingBefore);
        assertEquals(Regime.UNKNOWN, inTheHalt);
        assertTrue(view.state != Regime.UNKNOWN, "told again within 30 bars");
    }

    private static RegimeSettings minutes() {
        return new RegimeSettings("MINUTE", 2_880, 1_440, 1, 120, 240, 5, 0.8, 0.8, 3, 30, List.of());
    }

    private static List<MarketView.Bar> bars(String symbol, String part) {
        Optional<BarTape> tape = BarTape.klines(SET, symbol, part);
        Assumptions.assumeTrue(tape.isPresent(), "no shared data set " + SET
                + ": set V11_DATA to the folder that holds it to run this test");
        List<MarketView.Bar> bars = tape.get().bars;
        for (int i = 1; i < bars.size(); i++) {
            bars.get(i).missingBefore = (bars.get(i).openTimeNs - bars.get(i - 1).openTimeNs) / MINUTE_NS - 1;
        }
        return bars;
    }
}
