package io.v11.engine.feature.bar;

import io.v11.engine.feature.group.Settling;
import io.v11.engine.slot.BarLength;

/**
 * How long an indicator on bars remembers, in bars, as {@link Settling} wants it. The first bar of a replay may have
 * lost its beginning, and the bar that shows the last of it must close: two more bars than the window. Stateless; cold.
 */
public final class Memory {
    /** exp(-12) is 6e-6: a start that is wrong by 1,600 deviations of the feature is down to 1 % of one. */
    private static final double FADING_EXPONENT = 12.0;
    /** What each further average in a chain adds: k equal ones in a row forget as a sum of k such times does. */
    private static final double EXPONENT_PER_AVERAGE = 3.0;

    private Memory() {
    }

    /** Nothing older than so many bars counts. */
    public static Settling ofWindow(BarLength length, int bars) {
        return Settling.after((bars + 2) * length.timeNs());
    }

    /**
     * Averages fade: of a start's weight {@code (1 - weight)^n} is left after n bars. With a chain of {@code averages} the
     * remainder is the chance of fewer than that many events of a Poisson process with mean {@code n * weight}.
     *
     * @param warmUp   bars before the first value
     * @param weight   of a new value, the smallest when there are several
     * @param averages averages in a row
     */
    public static Settling ofAverage(BarLength length, int warmUp, double weight, int averages) {
        double exponent = FADING_EXPONENT + EXPONENT_PER_AVERAGE * (averages - 1);
        return Settling.fading((warmUp + 2 + (long) Math.ceil(exponent / weight)) * length.timeNs());
    }

    /** Another kind of memory that fades: so many bars were found to be enough. */
    public static Settling found(BarLength length, int bars) {
        return Settling.fading((bars + 2) * length.timeNs());
    }
}
