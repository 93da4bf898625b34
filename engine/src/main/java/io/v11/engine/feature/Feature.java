package io.v11.engine.feature;

/**
 * What there is to say about one feature.
 *
 * @param name    unique, stable: models are bound to it
 * @param unit    e.g. bps, ratio, ticks
 * @param formula how it is computed, with its source where it has one
 * @param warmUp  what must have been seen before the value is valid
 */
public record Feature(String name, String unit, String formula, String warmUp) {
}
