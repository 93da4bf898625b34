package io.v11.engine.feature.bar.trend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import org.ta4j.core.BarSeries;
import org.ta4j.core.indicators.PPOIndicator;
import org.ta4j.core.indicators.aroon.AroonOscillatorIndicator;
import org.ta4j.core.indicators.averages.EMAIndicator;
import org.ta4j.core.indicators.averages.HMAIndicator;
import org.ta4j.core.indicators.averages.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuKijunSenIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanAIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuSenkouSpanBIndicator;
import org.ta4j.core.indicators.ichimoku.IchimokuTenkanSenIndicator;

import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.feature.bar.Oracle;
import io.v11.engine.feature.bar.Ta4j;
import io.v11.engine.feature.bar.TaLib;

/** What each output of the trend indicators must be, by TA-Lib, ta4j, or a batch computation from the definition. */
final class TrendOracles {
    private static final double BPS = 1e4;
    private static final int SLOPE = 5;
    /** ta4j begins an exponential average with the first close, not with a mean: after so many bars it does not matter. */
    private static final int FADED = 600;
    private static final String SEED = "ta4j; begins with the first value instead of a mean";

    private final Map<String, List<Oracle>> oracles = new LinkedHashMap<>();

    private TrendOracles() {
    }

    static Map<String, List<Oracle>> all() {
        TrendOracles made = new TrendOracles();
        made.averages();
        made.crosses();
        made.movement();
        made.ichimoku();
        made.stops();
        return made.oracles;
    }

    private void add(String output, Oracle oracle) {
        oracles.computeIfAbsent(output, name -> new ArrayList<>()).add(oracle);
    }

    private void averages() {
        average("sma_20", "TA-Lib", 0, tape -> TaLib.sma(tape.close, 20));
        average("sma_20", "ta4j", 20, tape -> Ta4j.values(tape, series -> new SMAIndicator(close(series), 20)));
        average("ema_20", "TA-Lib", 0, tape -> TaLib.ema(tape.close, 20));
        average("ema_20", SEED, FADED, tape -> Ta4j.values(tape, series -> new EMAIndicator(close(series), 20)));
        average("dema_20", "TA-Lib", 0, tape -> TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.dema(0, last, tape.close, 20, begin, count, out)));
        average("tema_20", "TA-Lib", 0, tape -> TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.tema(0, last, tape.close, 20, begin, count, out)));
        average("kama_10", "TA-Lib", 0, tape -> TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.kama(0, last, tape.close, 10, begin, count, out)));
        average("hma_16", "ta4j", 20, tape -> Ta4j.values(tape, series -> new HMAIndicator(close(series), 16)));
        add("elder_bull_bps", new Oracle("TA-Lib", tape -> gap(tape, tape.high, TaLib.ema(tape.close, 13))));
        add("elder_bear_bps", new Oracle("TA-Lib", tape -> gap(tape, tape.low, TaLib.ema(tape.close, 13))));
    }

    private void average(String name, String source, int skip, Function<BarTape, double[]> values) {
        add("close_" + name + "_bps", new Oracle(source, skip, tape -> gap(tape, tape.close, values.apply(tape))));
        add(name + "_slope_bps", new Oracle(source, skip + SLOPE, tape -> {
            double[] average = values.apply(tape);
            return Oracle.each(tape, SLOPE, i -> (average[i] - average[i - SLOPE]) / (SLOPE * tape.close[i]) * BPS);
        }));
    }

    private void crosses() {
        Function<BarTape, double[]> macd = tape -> minus(TaLib.ema(tape.close, 12), TaLib.ema(tape.close, 26));
        add("ema_9_21_bps",
                new Oracle("TA-Lib", tape -> gap(tape, TaLib.ema(tape.close, 9), TaLib.ema(tape.close, 21))));
        add("ema_9_21_age", new Oracle("definition, on TA-Lib's averages", TrendOracles::crossAge));
        add("ema_12_26_bps",
                new Oracle("TA-Lib", tape -> gap(tape, TaLib.ema(tape.close, 12), TaLib.ema(tape.close, 26))));
        add("macd_signal_bps", new Oracle("TA-Lib's EMA of its EMAs' gap; its MACD begins the fast one 14 bars later",
                tape -> perClose(tape, later(macd.apply(tape), 25, 9))));
        add("macd_bps", new Oracle("TA-Lib's EMA of its EMAs' gap; its MACD begins the fast one 14 bars later",
                tape -> perClose(tape, minus(macd.apply(tape), later(macd.apply(tape), 25, 9)))));
        add("ema_12_26_bps", new Oracle("TA-Lib's MACD: its fast average begins later", 300,
                tape -> perClose(tape, macd(tape, 0))));
        add("macd_signal_bps", new Oracle("TA-Lib's MACD: its fast average begins later", 500,
                tape -> perClose(tape, macd(tape, 1))));
        add("macd_bps", new Oracle("TA-Lib's MACD: its fast average begins later", 500,
                tape -> perClose(tape, macd(tape, 2))));
        add("ppo_bps", new Oracle("TA-Lib", tape -> scaled(100, TaLib.values(tape.size(), (last, begin, count,
                out) -> TaLib.CORE.ppo(0, last, tape.close, 12, 26, MAType.Ema, begin, count, out)))));
        add("ppo_bps", new Oracle(SEED, FADED,
                tape -> scaled(100, Ta4j.values(tape, series -> new PPOIndicator(close(series), 12, 26)))));
        add("trix_15_bps", new Oracle("TA-Lib", tape -> scaled(100, TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.trix(0, last, tape.close, 15, begin, count, out)))));
    }

    private static double[] crossAge(BarTape tape) {
        double[] gaps = minus(TaLib.ema(tape.close, 9), TaLib.ema(tape.close, 21));
        return Oracle.each(tape, 20, i -> {
            int at = i;
            while (at >= 20 && i - at < 100 && Math.signum(gaps[at]) == Math.signum(gaps[i])) {
                at--;
            }
            boolean crossed = at >= 20 && Math.signum(gaps[at]) != Math.signum(gaps[i]);
            int age = crossed || at < 20 ? i - at - 1 : i - at;
            return age == 100 || crossed ? Math.signum(gaps[i]) * age / 100 : Double.NaN;
        });
    }

    private void movement() {
        add("adx_14", new Oracle("TA-Lib", tape -> TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE
                .adx(0, last, tape.high, tape.low, tape.close, 14, begin, count, out))));
        add("plus_di_14", new Oracle("TA-Lib", tape -> TaLib.values(tape.size(), (last, begin, count,
                out) -> TaLib.CORE.plusDI(0, last, tape.high, tape.low, tape.close, 14, begin, count, out))));
        add("minus_di_14", new Oracle("TA-Lib", tape -> TaLib.values(tape.size(), (last, begin, count,
                out) -> TaLib.CORE.minusDI(0, last, tape.high, tape.low, tape.close, 14, begin, count, out))));
        add("aroon_up_25", new Oracle("TA-Lib", tape -> aroon(tape, true)));
        add("aroon_down_25", new Oracle("TA-Lib", tape -> aroon(tape, false)));
        add("aroon_osc_25", new Oracle("TA-Lib", tape -> TaLib.values(tape.size(), (last, begin, count,
                out) -> TaLib.CORE.aroonOsc(0, last, tape.high, tape.low, 25, begin, count, out))));
        add("aroon_osc_25",
                new Oracle("ta4j", 26, tape -> Ta4j.values(tape, series -> new AroonOscillatorIndicator(series, 25))));
        add("vortex_plus_14", new Oracle("definition", tape -> vortex(tape, true)));
        add("vortex_minus_14", new Oracle("definition", tape -> vortex(tape, false)));
    }

    private static double[] aroon(BarTape tape, boolean wantUp) {
        double[] other = new double[tape.size()];
        return TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.aroon(0, last, tape.high, tape.low,
                25, begin, count, wantUp ? other : out, wantUp ? out : other));
    }

    private static double[] vortex(BarTape tape, boolean plus) {
        return Oracle.each(tape, 14, i -> {
            double way = 0;
            double range = 0;
            for (int j = i - 13; j <= i; j++) {
                way += plus ? Math.abs(tape.high[j] - tape.low[j - 1]) : Math.abs(tape.low[j] - tape.high[j - 1]);
                range += trueRange(tape, j);
            }
            return way / range;
        });
    }

    private static double trueRange(BarTape tape, int i) {
        double before = tape.close[i - 1];
        return Math.max(tape.high[i] - tape.low[i],
                Math.max(Math.abs(tape.high[i] - before), Math.abs(tape.low[i] - before)));
    }

    private void ichimoku() {
        Function<BarTape, double[]> a = tape -> Ta4j.values(tape, series -> new IchimokuSenkouSpanAIndicator(series));
        Function<BarTape, double[]> b = tape -> Ta4j.values(tape, series -> new IchimokuSenkouSpanBIndicator(series));
        add("ichimoku_tk_bps",
                new Oracle("ta4j", 26,
                        tape -> gap(tape, Ta4j.values(tape, series -> new IchimokuTenkanSenIndicator(series)),
                                Ta4j.values(tape, series -> new IchimokuKijunSenIndicator(series)))));
        add("ichimoku_top_bps", new Oracle("ta4j", 77, tape -> {
            double[] spanA = a.apply(tape);
            double[] spanB = b.apply(tape);
            return gap(tape, tape.close, Oracle.each(tape, 0, i -> Math.max(spanA[i], spanB[i])));
        }));
        add("ichimoku_bottom_bps", new Oracle("ta4j", 77, tape -> {
            double[] spanA = a.apply(tape);
            double[] spanB = b.apply(tape);
            return gap(tape, tape.close, Oracle.each(tape, 0, i -> Math.min(spanA[i], spanB[i])));
        }));
        add("ichimoku_cloud_bps", new Oracle("ta4j", 77, tape -> gap(tape, a.apply(tape), b.apply(tape))));
    }

    private void stops() {
        Function<BarTape, double[]> sar = tape -> TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE
                .sar(0, last, tape.high, tape.low, 0.02, 0.2, begin, count, out));
        add("sar_bps", new Oracle("TA-Lib", tape -> gap(tape, tape.close, sar.apply(tape))));
        add("sar_side", new Oracle("on which side of the bar TA-Lib's stop lies", tape -> {
            double[] stop = sar.apply(tape);
            return Oracle.each(tape, 1, i -> Math.signum(tape.high[i] + tape.low[i] - 2 * stop[i]));
        }));
        add("supertrend_bps", new Oracle("definition, on TA-Lib's ATR", tape -> superTrend(tape, false)));
        add("supertrend_side", new Oracle("definition, on TA-Lib's ATR", tape -> superTrend(tape, true)));
    }

    /** ta4j 0.21 is no oracle here: its upper band begins with a range that is NaN and stays NaN. */
    private static double[] superTrend(BarTape tape, boolean wantSide) {
        double[] atr = TaLib.atr(tape, 10);
        double[] upper = new double[tape.size()];
        double[] lower = new double[tape.size()];
        int[] side = new int[tape.size()];
        for (int i = 10; i < tape.size(); i++) {
            upper[i] = (tape.high[i] + tape.low[i]) / 2 + 3 * atr[i];
            lower[i] = (tape.high[i] + tape.low[i]) / 2 - 3 * atr[i];
            if (i == 10) {
                side[i] = tape.close[i] >= (tape.high[i] + tape.low[i]) / 2 ? 1 : -1;
                continue;
            }
            upper[i] = tape.close[i - 1] <= upper[i - 1] ? Math.min(upper[i], upper[i - 1]) : upper[i];
            lower[i] = tape.close[i - 1] >= lower[i - 1] ? Math.max(lower[i], lower[i - 1]) : lower[i];
            boolean broken = side[i - 1] > 0 ? tape.close[i] < lower[i] : tape.close[i] > upper[i];
            side[i] = broken ? -side[i - 1] : side[i - 1];
        }
        return Oracle.each(tape, 10, i -> wantSide
                ? side[i]
                : (tape.close[i] - (side[i] > 0 ? lower[i] : upper[i])) / tape.close[i] * BPS);
    }

    private static ClosePriceIndicator close(BarSeries series) {
        return new ClosePriceIndicator(series);
    }

    private static double[] macd(BarTape tape, int which) {
        double[][] outs = new double[3][tape.size()];
        return TaLib.values(tape.size(), (last, begin, count, out) -> {
            outs[which] = out;
            return TaLib.CORE.macd(0, last, tape.close, 12, 26, 9, begin, count, outs[0], outs[1], outs[2]);
        });
    }

    /** TA-Lib's EMA of a series that begins later. */
    private static double[] later(double[] series, int from, int length) {
        double[] in = Arrays.copyOfRange(series, from, series.length);
        return TaLib.values(series.length, (last, begin, count, out) -> {
            MInteger first = new MInteger();
            var code = TaLib.CORE.ema(0, in.length - 1, in, length, first, count, out);
            begin.value = first.value + from;
            return code;
        });
    }

    private static double[] minus(double[] left, double[] right) {
        double[] gap = new double[left.length];
        for (int i = 0; i < gap.length; i++) {
            gap[i] = left[i] - right[i];
        }
        return gap;
    }

    private static double[] gap(BarTape tape, double[] left, double[] right) {
        return perClose(tape, minus(left, right));
    }

    private static double[] perClose(BarTape tape, double[] values) {
        return Oracle.each(tape, 0, i -> values[i] / tape.close[i] * BPS);
    }

    private static double[] scaled(double factor, double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = factor * values[i];
        }
        return scaled;
    }
}
