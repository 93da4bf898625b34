package io.v11.training.execution;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How a run's execution is measured.
 *
 * @param horizonsNs    of markouts, rising
 * @param opportunityNs after the decision, when what was not filled is priced
 */
public record TcaSettings(long[] horizonsNs, long opportunityNs) {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long[] USUAL_NS = {SECOND_NS / 10, 3 * SECOND_NS / 10, SECOND_NS, 3 * SECOND_NS,
        10 * SECOND_NS, 30 * SECOND_NS, 60 * SECOND_NS};
    private static final long[] BARS = {1, 3, 10, 30};

    public TcaSettings {
        horizonsNs = horizonsNs.clone();
        for (int i = 0; i < horizonsNs.length; i++) {
            if (horizonsNs[i] <= (i == 0 ? 0L : horizonsNs[i - 1])) {
                throw new IllegalArgumentException(
                        "horizons " + Arrays.toString(horizonsNs) + " ns; give them above 0 and rising");
            }
        }
        if (horizonsNs.length == 0 || opportunityNs <= 0) {
            throw new IllegalArgumentException("horizons=" + horizonsNs.length + " opportunityNs=" + opportunityNs
                    + "; give one horizon or more, and an opportunity horizon above 0");
        }
    }

    /** 0.1 s to 60 s, and unfilled rest priced a minute after the decision. */
    public static TcaSettings usual() {
        return new TcaSettings(USUAL_NS, 60 * SECOND_NS);
    }

    /** The usual ones and 1, 3, 10 and 30 bars; unfilled rest priced a bar after the decision. */
    public static TcaSettings ofBars(long barNs) {
        long[] all = LongStream.concat(Arrays.stream(USUAL_NS), Arrays.stream(BARS).map(bars -> bars * barNs)).sorted()
                .distinct().toArray();
        return new TcaSettings(all, Math.max(barNs, 60 * SECOND_NS));
    }
}
