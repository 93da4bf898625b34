package io.v11.benchmarks.subject;

import java.util.List;
import java.util.function.Function;

import org.ta4j.core.BarSeries;
import org.ta4j.core.Indicator;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.CCIIndicator;
import org.ta4j.core.indicators.CMOIndicator;
import org.ta4j.core.indicators.MACDIndicator;
import org.ta4j.core.indicators.PPOIndicator;
import org.ta4j.core.indicators.ROCIndicator;
import org.ta4j.core.indicators.RSIIndicator;
import org.ta4j.core.indicators.StochasticOscillatorKIndicator;
import org.ta4j.core.indicators.WilliamsRIndicator;
import org.ta4j.core.indicators.adx.ADXIndicator;
import org.ta4j.core.indicators.adx.MinusDIIndicator;
import org.ta4j.core.indicators.adx.PlusDIIndicator;
import org.ta4j.core.indicators.aroon.AroonDownIndicator;
import org.ta4j.core.indicators.aroon.AroonUpIndicator;
import org.ta4j.core.indicators.averages.DoubleEMAIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.KAMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.averages.TripleEMAIndicator;
import org.ta4j.core.indicators.bollinger.PercentBIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuKijunSenIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanAIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanBIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuTenkanSenIndicator;
import org.ta4j.core.indicators.numeric.NumericIndicator;
import org.ta4j.core.indicators.volume.ChaikinMoneyFlowIndicator;
import org.ta4j.core.num.Num;

/**
 * One indicator that both have. Left out are those of which ta4j 0.21 has another idea: its money flow index counts a side
 * without flow as 1, its SuperTrend never gets over the NaN it begins with.
 *
 * @param output the engine's name of it, without the bar length
 * @param ta4j   makes ta4j's on a series
 * @param unit   ta4j's value, given the close, in the engine's unit
 */
record IndicatorPair(String output, Function<BarSeries, Indicator<Num>> ta4j, Unit unit) {
    private static final double BPS = 10_000.0;
    private static final Unit SAME = (value, close) -> value;
    private static final Unit HUNDREDTH = (value, close) -> value / 100.0;
    private static final Unit PERCENT = (value, close) -> value * 100.0;
    private static final Unit PER_CLOSE = (value, close) -> value / close * BPS;
    private static final Unit FROM_CLOSE = (value, close) -> (close - value) / close * BPS;

    /** From one library's unit to the other's. */
    interface Unit {
        double of(double value, double close);
    }

    static List<IndicatorPair> all() {
        return List.of(new IndicatorPair("close_sma_20_bps", s -> new SMAIndicator(close(s), 20), FROM_CLOSE),
                new IndicatorPair("close_ema_20_bps", s -> new EMAIndicator(close(s), 20), FROM_CLOSE),
                new IndicatorPair("close_dema_20_bps", s -> new DoubleEMAIndicator(close(s), 20), FROM_CLOSE),
                new IndicatorPair("close_tema_20_bps", s -> new TripleEMAIndicator(close(s), 20), FROM_CLOSE),
                new IndicatorPair("close_kama_10_bps", s -> new KAMAIndicator(close(s), 10, 2, 30), FROM_CLOSE),
                new IndicatorPair("close_hma_16_bps", s -> new HMAIndicator(close(s), 16), FROM_CLOSE),
                new IndicatorPair("ema_12_26_bps", s -> new MACDIndicator(close(s), 12, 26), PER_CLOSE),
                new IndicatorPair("macd_signal_bps", s -> new MACDIndicator(close(s), 12, 26).getSignalLine(9),
                        PER_CLOSE),
                new IndicatorPair("ppo_bps", s -> new PPOIndicator(close(s), 12, 26), PERCENT),
                new IndicatorPair("adx_14", s -> new ADXIndicator(s, 14), SAME),
                new IndicatorPair("plus_di_14", s -> new PlusDIIndicator(s, 14), SAME),
                new IndicatorPair("minus_di_14", s -> new MinusDIIndicator(s, 14), SAME),
                new IndicatorPair("aroon_up_25", s -> new AroonUpIndicator(s, 25), SAME),
                new IndicatorPair("aroon_down_25", s -> new AroonDownIndicator(s, 25), SAME),
                new IndicatorPair("ichimoku_tk_bps", s -> NumericIndicator.of(new IchimokuTenkanSenIndicator(s))
                        .minus(new IchimokuKijunSenIndicator(s)), PER_CLOSE),
                new IndicatorPair("ichimoku_cloud_bps", s -> NumericIndicator.of(new IchimokuSenkouSpanAIndicator(s))
                        .minus(new IchimokuSenkouSpanBIndicator(s)), PER_CLOSE),
                new IndicatorPair("rsi_14", s -> new RSIIndicator(close(s), 14), SAME),
                new IndicatorPair("stochastic_14", s -> new StochasticOscillatorKIndicator(s, 14), HUNDREDTH),
                new IndicatorPair("williams_r_28", s -> new WilliamsRIndicator(s, 28), SAME),
                new IndicatorPair("cci_20", s -> new CCIIndicator(s, 20), SAME),
                new IndicatorPair("roc_10_bps", s -> new ROCIndicator(close(s), 10), PERCENT),
                new IndicatorPair("cmo_20", s -> new CMOIndicator(close(s), 20), SAME),
                new IndicatorPair("natr_14_bps", s -> new ATRIndicator(s, 14), PER_CLOSE),
                new IndicatorPair("bollinger_b", s -> new PercentBIndicator(close(s), 20, 2), SAME),
                new IndicatorPair("cmf_20", s -> new ChaikinMoneyFlowIndicator(s, 20), SAME));
    }

    private static ClosePriceIndicator close(BarSeries series) {
        return new ClosePriceIndicator(series);
    }
}
