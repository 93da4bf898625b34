package io.v11.engine.feature.bar;

import java.util.Arrays;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;

/** TA-Lib for Java, its answers laid on the bars they are for: NaN where it has none. */
public final class TaLib {
    public static final Core CORE = new Core();

    /** One function: writes its values from index 0 on, and says to which bar the first belongs. */
    public interface Function {
        RetCode apply(int last, MInteger begin, MInteger count, double[] values);
    }

    private TaLib() {
    }

    public static double[] values(int size, Function function) {
        MInteger begin = new MInteger();
        MInteger count = new MInteger();
        double[] packed = new double[size];
        RetCode code = function.apply(size - 1, begin, count, packed);
        if (code != RetCode.Success) {
            throw new IllegalStateException("TA-Lib answers " + code);
        }
        return laid(packed, begin.value, count.value);
    }

    private static double[] laid(double[] packed, int begin, int count) {
        double[] values = new double[packed.length];
        Arrays.fill(values, Double.NaN);
        System.arraycopy(packed, 0, values, begin, count);
        return values;
    }

    public static double[] sma(double[] in, int length) {
        return values(in.length, (last, begin, count, out) -> CORE.sma(0, last, in, length, begin, count, out));
    }

    public static double[] ema(double[] in, int length) {
        return values(in.length, (last, begin, count, out) -> CORE.ema(0, last, in, length, begin, count, out));
    }

    public static double[] sum(double[] in, int length) {
        return values(in.length, (last, begin, count, out) -> CORE.sum(0, last, in, length, begin, count, out));
    }

    public static double[] atr(BarTape tape, int length) {
        return values(tape.size(), (last, begin, count, out) -> CORE.atr(0, last, tape.high, tape.low, tape.close,
                length, begin, count, out));
    }
}
