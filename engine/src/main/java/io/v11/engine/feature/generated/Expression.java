package io.v11.engine.feature.generated;

import java.util.List;

import io.v11.config.ConfigurationException;

/**
 * One feature made of others, by name. Immutable; cold path.
 *
 * @param operator what is done
 * @param inputs   names of the features it is done to, as many as the operator takes, all different
 * @param windowS  s, 1 to {@value #LONGEST_WINDOW_S}; 0 for operators without window
 */
public record Expression(Operator operator, List<String> inputs, int windowS) {
    /** What all names begin with. */
    public static final String PREFIX = "gen_";
    /** Bounds the memory of one expression to 8 KiB. */
    public static final int LONGEST_WINDOW_S = 600;
    /** Windows that the sample of a change may be old: beyond, seconds without sample were too many. */
    static final int FURTHEST = 2;

    public Expression {
        inputs = List.copyOf(inputs);
        require(inputs.size() == operator.inputs(),
                operator + " takes " + operator.inputs() + " inputs, not " + inputs);
        require(inputs.stream().distinct().count() == inputs.size(),
                operator + " of one feature and itself: " + inputs);
        require(operator.windowed() ? windowS >= 1 && windowS <= LONGEST_WINDOW_S : windowS == 0,
                operator + " of " + inputs + ": windowS must be "
                        + (operator.windowed() ? "1 to " + LONGEST_WINDOW_S : "0") + ", is " + windowS);
    }

    /** The feature's name, e.g. {@code gen_z60_spread_bps}: equal for equal expressions. */
    public String name() {
        return PREFIX + operator.word() + (operator.windowed() ? windowS : "") + "_" + String.join("_", inputs);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new ConfigurationException("generated feature: " + message);
        }
    }
}
