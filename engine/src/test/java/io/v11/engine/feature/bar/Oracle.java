package io.v11.engine.feature.bar;

import java.util.function.Function;

/**
 * What an output is compared with.
 *
 * @param source whose computation it is, and where its definition differs
 * @param skip   bars at the start where it differs, because it begins otherwise
 * @param values one for each bar, NaN where there is none
 */
public record Oracle(String source, int skip, Function<BarTape, double[]> values) {
    public Oracle(String source, Function<BarTape, double[]> values) {
        this(source, 0, values);
    }

    /** A value for each bar from its index. */
    public interface At {
        double value(int i);
    }

    /** Values computed one by one from the definition; NaN for the first {@code before} bars. */
    public static double[] each(BarTape tape, int before, At at) {
        double[] values = new double[tape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < before ? Double.NaN : at.value(i);
        }
        return values;
    }

    public static double sum(double[] in, int i, int length) {
        double sum = 0;
        for (int j = i - length + 1; j <= i; j++) {
            sum += in[j];
        }
        return sum;
    }
}
