package io.v11.ml;

/** Why a feature has no value. */
public enum Invalidity {
    /** Not enough has been seen yet. */
    NOT_WARM,
    /** The formula has no value here: 0 / 0, one side of the book empty, no volume. */
    UNDEFINED,
    /** The formula went out of bounds: something / 0. */
    INFINITE,
    /** What it is made of is too old to be trusted. */
    STALE
}
