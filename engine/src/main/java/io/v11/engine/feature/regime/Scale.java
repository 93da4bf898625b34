package io.v11.engine.feature.regime;

import io.v11.engine.feature.group.Feature;
import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;

/**
 * The length of the bars and the two windows that the measures use, in moves from close to close.
 *
 * @param window     of volatility, jumps, shape, trend
 * @param longWindow of scaling and of what the present is compared with
 */
record Scale(BarLength length, int window, int longWindow) {
    /** An hour and four hours of minutes. */
    static final Scale MINUTES = new Scale(BarLength.MINUTE, 60, 240);
    /** A day and a week of hours. */
    static final Scale HOURS = new Scale(BarLength.HOUR, 24, 168);
    /** The bar in which a replay begins is not whole, and its first move needs a close before it. */
    private static final int BEGINNING = 3;

    /** Moves after which every measure is warm: the rank of the short window's volatility takes longest. */
    int warmMoves() {
        return window + longWindow;
    }

    String shortName(String measure) {
        return length.prefix() + "_" + measure + "_" + window;
    }

    String longName(String measure) {
        return length.prefix() + "_" + measure + "_" + longWindow;
    }

    /** A feature that needs the last {@code moves} moves and nothing older. */
    Feature feature(String name, String unit, String formula, int moves, String source) {
        return new Feature(name, unit, formula, moves + 1 + " bars", source,
                Settling.after((moves + BEGINNING) * length.timeNs()));
    }

    /** A feature that is valid after {@code moves} moves and has forgotten its start after {@code fadedMoves}. */
    Feature fading(String name, String unit, String formula, int moves, int fadedMoves, String source) {
        return new Feature(name, unit, formula, moves + 1 + " bars", source,
                Settling.fading((fadedMoves + BEGINNING) * length.timeNs()));
    }
}
