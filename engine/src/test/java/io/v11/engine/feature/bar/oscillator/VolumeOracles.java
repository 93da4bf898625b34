package io.v11.engine.feature.bar.oscillator;

import java.util.Map;

import io.v11.engine.feature.bar.BarTape;
import io.v11.engine.feature.bar.Oracle;
import io.v11.engine.feature.bar.TaLib;

import static java.util.Map.entry;

/**
 * What the indicators of volume are compared with. TA-Lib has the lines, which here are freed of their scale: the volumes
 * they are divided by are summed anew.
 */
final class VolumeOracles {
    private static final String DEFINITION = "the definition, summed anew at every bar";

    private VolumeOracles() {
    }

    static Map<String, Oracle> all() {
        return Map.ofEntries(entry("obv_20", new Oracle("TA-Lib", VolumeOracles::obv)),
                entry("mfi_14", new Oracle("TA-Lib, which says 0 when the flows are below 1", VolumeOracles::mfi)),
                entry("cmf_20", new Oracle("TA-Lib's line; ta4j has no value after a bar without a range", 20,
                        VolumeOracles::chaikinFlow)),
                entry("ad_20", new Oracle("TA-Lib; its EMA begins at a mean, which 600 bars forget", 600,
                        VolumeOracles::accumulation)),
                entry("chaikin_3_10", new Oracle("TA-Lib", VolumeOracles::chaikin)),
                entry("force_13", new Oracle("TA-Lib's EMA of the definition", VolumeOracles::force)),
                entry("ease_14_bps", new Oracle(DEFINITION, VolumeOracles::ease)),
                entry("buy_share", new Oracle(DEFINITION,
                        tape -> Oracle.each(tape, 0, i -> tape.buyVolume[i] / tape.volume[i]))),
                entry("buy_share_20", new Oracle(DEFINITION,
                        tape -> Oracle.each(tape, 19,
                                i -> Oracle.sum(tape.buyVolume, i, 20) / Oracle.sum(tape.volume, i, 20)))),
                entry("vwap_20_bps", new Oracle(DEFINITION, tape -> Oracle.each(tape, 19,
                        i -> (1 - Oracle.sum(tape.quoteVolume, i, 20) / Oracle.sum(tape.volume, i, 20) / tape.close[i])
                                * 1e4))),
                entry("volume_vs_avg_20", new Oracle("TA-Lib's mean", VolumeOracles::volume)),
                entry("volume_z_20", new Oracle(DEFINITION, VolumeOracles::volumeZ)),
                entry("trade_size_20", new Oracle(DEFINITION, VolumeOracles::tradeSize)));
    }

    private static double[] meanVolume(BarTape tape) {
        return Oracle.each(tape, 19, i -> Oracle.sum(tape.volume, i, 20) / 20);
    }

    private static double[] obv(BarTape tape) {
        double[] line = TaLib.values(tape.size(),
                (last, begin, count, out) -> TaLib.CORE.obv(0, last, tape.close, tape.volume, begin, count, out));
        return Oracle.each(tape, 20, i -> (line[i] - line[i - 20]) / Oracle.sum(tape.volume, i, 20));
    }

    private static double[] mfi(BarTape tape) {
        return TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.mfi(0, last, tape.high, tape.low,
                tape.close, tape.volume, 14, begin, count, out));
    }

    private static double[] line(BarTape tape) {
        return TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.ad(0, last, tape.high, tape.low,
                tape.close, tape.volume, begin, count, out));
    }

    private static double[] chaikinFlow(BarTape tape) {
        double[] line = line(tape);
        return Oracle.each(tape, 20, i -> (line[i] - line[i - 20]) / Oracle.sum(tape.volume, i, 20));
    }

    private static double[] accumulation(BarTape tape) {
        double[] line = line(tape);
        double[] average = TaLib.ema(line, 20);
        double[] mean = meanVolume(tape);
        return Oracle.each(tape, 0, i -> (line[i] - average[i]) / mean[i]);
    }

    private static double[] chaikin(BarTape tape) {
        double[] line = TaLib.values(tape.size(), (last, begin, count, out) -> TaLib.CORE.adOsc(0, last, tape.high,
                tape.low, tape.close, tape.volume, 3, 10, begin, count, out));
        return ChannelOracles.quotient(line, meanVolume(tape));
    }

    private static double[] force(BarTape tape) {
        int size = tape.size();
        double[] force = new double[size - 1];
        double[] sizes = new double[size - 1];
        for (int i = 1; i < size; i++) {
            force[i - 1] = (tape.close[i] - tape.close[i - 1]) * tape.volume[i];
            sizes[i - 1] = Math.abs(force[i - 1]);
        }
        double[] quotient = ChannelOracles.quotient(TaLib.ema(force, 13), TaLib.ema(sizes, 13));
        return Oracle.each(tape, 1, i -> quotient[i - 1]);
    }

    private static double[] ease(BarTape tape) {
        double[] ranges = Oracle.each(tape, 0, i -> tape.high[i] - tape.low[i]);
        double[] eases = Oracle.each(tape, 1, i -> {
            double move = (tape.high[i] + tape.low[i]) / 2 - (tape.high[i - 1] + tape.low[i - 1]) / 2;
            return tape.volume[i] == 0 ? 0 : move / (tape.volume[i] / ranges[i]);
        });
        return Oracle.each(tape, 14, i -> Oracle.sum(eases, i, 14) / 14
                * (Oracle.sum(tape.volume, i, 14) / 14 / (Oracle.sum(ranges, i, 14) / 14)) / tape.close[i] * 1e4);
    }

    private static double[] volume(BarTape tape) {
        double[] mean = TaLib.sma(tape.volume, 20);
        return Oracle.each(tape, 19, i -> (tape.volume[i] - mean[i]) / (tape.volume[i] + mean[i]));
    }

    private static double[] volumeZ(BarTape tape) {
        double[] mean = meanVolume(tape);
        return Oracle.each(tape, 19, i -> {
            double squares = 0;
            for (int j = i - 19; j <= i; j++) {
                squares += (tape.volume[j] - mean[i]) * (tape.volume[j] - mean[i]);
            }
            return (tape.volume[i] - mean[i]) / Math.sqrt(squares / 20);
        });
    }

    private static double[] tradeSize(BarTape tape) {
        return Oracle.each(tape, 19, i -> {
            double newest = tape.volume[i] / tape.trades[i];
            double all = Oracle.sum(tape.volume, i, 20) / Oracle.sum(tape.trades, i, 20);
            return (newest - all) / (newest + all);
        });
    }
}
