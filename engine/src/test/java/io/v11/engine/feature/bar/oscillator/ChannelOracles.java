package io.v11.engine.feature.bar.oscillator;

import java.util.Map;

import com.tictactec.ta.lib.MAType;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandWidthIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelLowerIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;

import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.feature.bar.Oracle;
import io.v11.engine.feature.bar.Ta4j;
import io.v11.engine.feature.bar.TaLib;

/**
 * What the channels are compared with. Deviations divide by the number of bars in both libraries. ta4j begins its averages
 * at the first value and not at a mean, which 600 bars forget to 1e-12.
 */
final class ChannelOracles {
    private static final int FORGOTTEN = 600;

    private ChannelOracles() {
    }

    static Map<String, Oracle> all() {
        return Map.of("bollinger_b",
                new Oracle("TA-Lib, asked anew for every bar, prices as distances to its close",
                        ChannelOracles::percentB),
                "volatility_20_bps", new Oracle("ta4j", 19, tape -> bps(deviation(tape), tape.close)), //
                "bollinger_width_50_bps", new Oracle("ta4j", 49, ChannelOracles::width),
                "keltner_position", new Oracle("ta4j", FORGOTTEN, ChannelOracles::keltnerPosition),
                "keltner_width_bps", new Oracle("ta4j", FORGOTTEN, ChannelOracles::keltnerWidth),
                "squeeze_20", new Oracle("ta4j", FORGOTTEN, ChannelOracles::squeeze),
                "donchian_position_55", new Oracle("TA-Lib", ChannelOracles::donchianPosition),
                "donchian_width_55_bps", new Oracle("TA-Lib", ChannelOracles::donchianWidth));
    }

    static Map<String, Oracle> ranges() {
        return Map.of("natr_14_bps", new Oracle("TA-Lib", tape -> SwingOracles.scaled(100, TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.natr(0, last, tape.high, tape.low, tape.close, 14, begin, count,
                        out)))),
                "momentum_10_atr", new Oracle("TA-Lib", tape -> quotient(TaLib.values(tape.size(),
                        (last, begin, count, out) -> TaLib.CORE.mom(0, last, tape.close, 10, begin, count, out)),
                        TaLib.atr(tape, 14))),
                "range_atr", new Oracle("TA-Lib", tape -> quotient(TaLib.values(tape.size(),
                        (last, begin, count, out) -> TaLib.CORE.trueRange(0, last, tape.high, tape.low, tape.close,
                                begin, count, out)),
                        TaLib.atr(tape, 14))));
    }

    static double[] quotient(double[] numerator, double[] denominator) {
        double[] values = new double[numerator.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = numerator[i] / denominator[i];
        }
        return values;
    }

    private static double[] bps(double[] numerator, double[] denominator) {
        return SwingOracles.scaled(1e4, quotient(numerator, denominator));
    }

    /** Over the whole series both libraries lose digits: a quiet market moves by a millionth of the price. */
    private static double[] percentB(BarTape tape) {
        return Oracle.each(tape, 19, i -> {
            double[] window = SwingOracles.distances(tape.close, i, tape.close[i]);
            double[] lower = new double[window.length];
            double[] middle = new double[window.length];
            double upper = TaLib.values(window.length, (last, begin, count, out) -> TaLib.CORE.bbands(0, last, window,
                    20, 2, 2, MAType.Sma, begin, count, out, middle, lower))[19];
            return -lower[0] / (upper - lower[0]);
        });
    }

    private static double[] deviation(BarTape tape) {
        return Ta4j.values(tape, series -> new StandardDeviationIndicator(new ClosePriceIndicator(series), 20));
    }

    private static double[] width(BarTape tape) {
        return SwingOracles.scaled(100, Ta4j.values(tape, series -> {
            ClosePriceIndicator close = new ClosePriceIndicator(series);
            StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 50);
            BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 50));
            return new BollingerBandWidthIndicator(
                    new BollingerBandsUpperIndicator(middle, deviation, series.numFactory().numOf(2.5)), middle,
                    new BollingerBandsLowerIndicator(middle, deviation, series.numFactory().numOf(2.5)));
        }));
    }

    private static KeltnerChannelMiddleIndicator middle(BarSeries series) {
        return new KeltnerChannelMiddleIndicator(new ClosePriceIndicator(series), 20);
    }

    private static double[] upper(BarTape tape) {
        return Ta4j.values(tape,
                series -> new KeltnerChannelUpperIndicator(middle(series), new ATRIndicator(series, 10), 2));
    }

    private static double[] lower(BarTape tape) {
        return Ta4j.values(tape,
                series -> new KeltnerChannelLowerIndicator(middle(series), new ATRIndicator(series, 10), 2));
    }

    private static double[] keltnerPosition(BarTape tape) {
        double[] lower = lower(tape);
        return quotient(difference(tape.close, lower), difference(upper(tape), lower));
    }

    private static double[] keltnerWidth(BarTape tape) {
        return bps(difference(upper(tape), lower(tape)),
                Ta4j.values(tape, series -> new EMAIndicator(new ClosePriceIndicator(series), 20)));
    }

    private static double[] squeeze(BarTape tape) {
        return quotient(SwingOracles.scaled(4, deviation(tape)), difference(upper(tape), lower(tape)));
    }

    private static double[] highest(BarTape tape) {
        return TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.max(0, last, tape.high, 55, begin, count, out));
    }

    private static double[] lowest(BarTape tape) {
        return TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.min(0, last, tape.low, 55, begin, count, out));
    }

    private static double[] donchianPosition(BarTape tape) {
        double[] lowest = lowest(tape);
        return quotient(difference(tape.close, lowest), difference(highest(tape), lowest));
    }

    private static double[] donchianWidth(BarTape tape) {
        double[] high = highest(tape);
        double[] low = lowest(tape);
        return Oracle.each(tape, 0, i -> (high[i] - low[i]) / ((high[i] + low[i]) / 2) * 1e4);
    }

    private static double[] difference(double[] left, double[] right) {
        double[] values = new double[left.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = left[i] - right[i];
        }
        return values;
    }
}
