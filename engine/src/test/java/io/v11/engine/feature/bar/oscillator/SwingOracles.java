package io.v11.engine.feature.bar.oscillator;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

import com.tictactec.ta.lib.MAType;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;

import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.feature.bar.Oracle;
import io.v11.engine.feature.bar.Ta4j;
import io.v11.engine.feature.bar.TaLib;

import static java.util.Map.entry;

/** What the oscillators are compared with. TA-Lib says 0 where a range or a move is missing; here that is not defined. */
final class SwingOracles {
    private static final String TA_LIB = "TA-Lib";
    private static final String FIRST_D = "TA-Lib, which waits with %K until it has %D";

    private SwingOracles() {
    }

    static Map<String, Oracle> all() {
        return Map.ofEntries(entry("rsi_14", new Oracle(TA_LIB, SwingOracles::rsi)),
                entry("stochastic_rsi_14", new Oracle(FIRST_D, 29, tape -> stochasticRsi(tape, true))),
                entry("stochastic_rsi_14_d", new Oracle(TA_LIB, tape -> stochasticRsi(tape, false))),
                entry("stochastic_14", new Oracle(FIRST_D, 15, tape -> fastStochastic(tape, true))),
                entry("stochastic_14_slow", new Oracle(TA_LIB, tape -> fastStochastic(tape, false))),
                entry("stochastic_14_d", new Oracle(TA_LIB, SwingOracles::slowStochastic)),
                entry("williams_r_28", new Oracle(TA_LIB, SwingOracles::williams)),
                entry("cci_20",
                        new Oracle("TA-Lib, asked anew for every bar, prices as distances to its close",
                                SwingOracles::cci)), //
                entry("ultimate", new Oracle(TA_LIB, SwingOracles::ultimate)),
                entry("roc_10_bps", roc(10)),
                entry("cmo_20", new Oracle("ta4j; TA-Lib's has Wilder's smoothing, which makes it the RSI", 20,
                        tape -> Ta4j.values(tape, series -> new CMOIndicator(new ClosePriceIndicator(series), 20)))),
                entry("ret_1_bps", roc(1)), entry("ret_5_bps", roc(5)), entry("ret_20_bps", roc(20)));
    }

    private static double[] rsi(BarTape tape) {
        return TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.rsi(0, last, tape.close, 14, begin, count, out));
    }

    private static double[] stochasticRsi(BarTape tape, boolean fast) {
        double[] other = new double[tape.size()];
        return scaled(0.01, TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.stochRsi(0, last,
                tape.close, 14, 14, 3, MAType.Sma, begin, count, fast ? out : other, fast ? other : out)));
    }

    private static double[] fastStochastic(BarTape tape, boolean fast) {
        double[] other = new double[tape.size()];
        return scaled(0.01, TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.stochF(0, last, tape.high,
                tape.low, tape.close, 14, 3, MAType.Sma, begin, count, fast ? out : other, fast ? other : out)));
    }

    private static double[] slowStochastic(BarTape tape) {
        double[] slowK = new double[tape.size()];
        return scaled(0.01, TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.stoch(0, last, tape.high,
                tape.low, tape.close, 14, 3, MAType.Sma, 3, MAType.Sma, begin, count, slowK, out)));
    }

    private static double[] williams(BarTape tape) {
        return TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.willR(0, last, tape.high, tape.low,
                tape.close, 28, begin, count, out));
    }

    /** Over the whole series TA-Lib loses digits: a quiet market moves by a millionth of the price. */
    private static double[] cci(BarTape tape) {
        return Oracle.each(tape, 19, i -> {
            double[] high = distances(tape.high, i, tape.close[i]);
            double[] low = distances(tape.low, i, tape.close[i]);
            double[] close = distances(tape.close, i, tape.close[i]);
            return TaLib.values(20, (last, begin, count, out) -> TaLib.CORE.cci(0, last, high, low, close, 20, begin,
                    count, out))[19];
        });
    }

    /** In E8, for TA-Lib takes a variance below 1e-8 for none. */
    static double[] distances(double[] prices, int i, double origin) {
        double[] window = Arrays.copyOfRange(prices, i - 19, i + 1);
        for (int j = 0; j < window.length; j++) {
            window[j] = (window[j] - origin) * 1e8;
        }
        return window;
    }

    private static double[] ultimate(BarTape tape) {
        return TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.ultOsc(0, last, tape.high, tape.low,
                tape.close, 7, 14, 28, begin, count, out));
    }

    private static Oracle roc(int span) {
        Function<BarTape, double[]> percent = tape -> TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.roc(0, last, tape.close, span, begin, count, out));
        return new Oracle(TA_LIB, percent.andThen(values -> scaled(100, values)));
    }

    static double[] scaled(double by, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
        return values;
    }
}
