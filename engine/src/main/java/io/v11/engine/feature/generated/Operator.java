package io.v11.engine.feature.generated;

import java.util.Set;

/**
 * What can be made of one or two features. Those without window are functions of the present values; those with one hold
 * state that is sampled once a second of event time. a and b are the inputs in order, m_w(x) the mean of x over its samples
 * weighted exp(-age / w).
 */
public enum Operator {
    /** How one modulates the other. */
    PRODUCT("product", 2, false, true, "%1$s * %2$s"),
    /** Of one kind. */
    DIFFERENCE("difference", 2, false, true, "%1$s - %2$s"),
    /** Of one kind, without scale, in [-1, 1]. */
    CONTRAST("contrast", 2, false, true, "(%1$s - %2$s) / (|%1$s| + |%2$s|)"),
    /** The first where the second points up, its negative where it points down. */
    SIGNED("signed", 2, false, false, "%1$s * sign(%2$s)"),
    /** Of one kind: what both say, nothing when they contradict each other. */
    AGREEMENT("agreement", 2, false, true,
            "sign(%1$s) * min(|%1$s|, |%2$s|) when the signs are equal, else 0"),
    /** Since then. */
    CHANGE("change", 1, true, false, "%1$s less its sample %3$d to %4$d s ago, the latest of these"),
    /** Smoothed. */
    MEAN("mean", 1, true, false, "m_w(%1$s), w = %3$d s"),
    /** Against its own past. */
    GAP("gap", 1, true, false, "%1$s - m_w(%1$s), w = %3$d s"),
    /** The same without scale. */
    ZSCORE("z", 1, true, false,
            "(%1$s - m) / sqrt(m_w((%1$s - m)^2)), m = m_w(%1$s), w = %3$d s (West 1979, decayed)"),
    /** What the second does not explain. */
    RESIDUAL("residual", 2, true, false,
            "%1$s less its regression on %2$s: a - m_w(a) - (b - m_w(b)) cov_w(a, b) / var_w(b), w = %3$d s");

    private static final Set<String> PURE = Set.of("ratio", "share", "fraction", "z");
    private static final Set<String> STATES = Set.of("sign", "flag");

    private final String word;
    private final int inputs;
    private final boolean windowed;
    private final boolean mirrored;
    private final String formula;

    Operator(String word, int inputs, boolean windowed, boolean mirrored, String formula) {
        this.word = word;
        this.inputs = inputs;
        this.windowed = windowed;
        this.mirrored = mirrored;
        this.formula = formula;
    }

    /** As it stands in a feature's name. */
    public String word() {
        return word;
    }

    /** How many features it takes. */
    public int inputs() {
        return inputs;
    }

    /** It has state and needs a window. */
    public boolean windowed() {
        return windowed;
    }

    /** With its inputs exchanged it says the same, or the same with the other sign. */
    public boolean mirrored() {
        return mirrored;
    }

    /** It compares its inputs, which therefore must have one unit. */
    public boolean needsOneUnit() {
        return this == DIFFERENCE || this == CONTRAST || this == AGREEMENT;
    }

    /** Formula with the names of the inputs in place. */
    String formula(String first, String second, int windowS) {
        return formula.formatted(first, second, windowS, Expression.FURTHEST * windowS);
    }

    /** Unit of the result. */
    String unit(String first, String second) {
        return switch (this) {
            case PRODUCT -> product(first, second);
            case CONTRAST -> "ratio";
            case ZSCORE -> "z";
            case DIFFERENCE, AGREEMENT, SIGNED -> first;
            // A sign that is averaged or compared with its past is no state any more.
            case CHANGE, MEAN, GAP, RESIDUAL -> STATES.contains(first) ? "ratio" : first;
        };
    }

    private static String product(String first, String second) {
        if (STATES.contains(first)) {
            return second;
        } else if (STATES.contains(second) || PURE.contains(second)) {
            return first;
        }
        return PURE.contains(first) ? second : first + "*" + second;
    }
}
