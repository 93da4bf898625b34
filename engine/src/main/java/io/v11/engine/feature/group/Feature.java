package io.v11.engine.feature.group;

import io.v11.ml.Normalisation;

/**
 * What there is to say about one feature.
 *
 * @param name     unique, stable: models are bound to it
 * @param unit     e.g. bps, ratio, ticks
 * @param formula  how it is computed
 * @param warmUp   what must have been seen before the value is valid, in words
 * @param source   whose definition it is; {@link #OWN} when nobody's
 * @param settling when the value no longer depends on where the replay began
 */
public record Feature(String name, String unit, String formula, String warmUp, String source, Settling settling) {
    /** Source of a feature that was made for this engine. */
    public static final String OWN = "own";
    private static final Normalisation PURE_NUMBER = Normalisation.clip(-10.0, 10.0);

    /** A feature of this engine's own making whose settling is not known yet. */
    public Feature(String name, String unit, String formula, String warmUp) {
        this(name, unit, formula, warmUp, OWN, Settling.UNKNOWN);
    }

    /**
     * How the value becomes a normalised model input, by its unit: numbers without dimension are of order one and are only
     * cut, states stay as they are, and whatever has a dimension depends on the instrument and the regime and is measured by
     * its own recent median and deviation.
     */
    public Normalisation normalisation() {
        return switch (unit) {
            case "sign", "flag" -> Normalisation.NONE;
            case "ratio", "share", "fraction", "z", "probability", "exponent" -> PURE_NUMBER;
            // What is published once a day or month has no recent deviation, and hours go round; all are of order one.
            case "percent", "pp", "h" -> PURE_NUMBER;
            default -> Normalisation.ROBUST_Z;
        };
    }

    public Feature from(String whose) {
        return new Feature(name, unit, formula, warmUp, whose, settling);
    }

    public Feature settles(Settling when) {
        return new Feature(name, unit, formula, warmUp, source, when);
    }
}
