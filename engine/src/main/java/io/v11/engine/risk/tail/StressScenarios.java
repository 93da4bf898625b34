package io.v11.engine.risk.tail;

/**
 * The loss of the present book, and of the book with one more order, in each {@link StressEvent}.
 *
 * <p>
 * A move hits signed exposures: longs lose where shorts gain. In a halt every position moves against its holder by a number of deviations, grown
 * with the root of the time (independent bars), and nothing nets: sum of |exposure| x deviations x volatility per bar x sqrt(minutes /
 * minutes of a bar). Summed in the order of the instruments at each question, O(instruments). Confined to one thread; no allocation
 * after construction.
 */
public final class StressScenarios {
    /** The worst seen was 2.1. */
    public static final double HALT_DEVIATIONS = 3.0;
    private static final StressEvent[] EVENTS = StressEvent.values();

    private final double[][] moves;
    private final double[] exposures;
    private final double[] volatilities;
    private final double barMinutes;

    /**
     * @param baseAssets the asset of each instrument, such as "BTC"
     * @param barMinutes length of the bars that volatilities are stated for
     */
    public StressScenarios(String[] baseAssets, double barMinutes) {
        if (baseAssets.length == 0 || !(barMinutes > 0.0)) {
            throw new IllegalArgumentException(
                    "stress scenarios of " + baseAssets.length + " instruments, bars of " + barMinutes + " minutes");
        }
        this.barMinutes = barMinutes;
        exposures = new double[baseAssets.length];
        volatilities = new double[baseAssets.length];
        moves = new double[EVENTS.length][baseAssets.length];
        for (StressEvent event : EVENTS) {
            for (int i = 0; i < baseAssets.length; i++) {
                moves[event.ordinal()][i] = event.move(baseAssets[i]);
            }
        }
    }

    /** Signed notional of one instrument, quote currency. */
    public void exposure(int instrument, double notional) {
        if (!Double.isFinite(notional)) {
            throw new IllegalArgumentException("exposure of instrument " + instrument + " is " + notional);
        }
        exposures[instrument] = notional;
    }

    /** Standard deviation of one instrument per bar: after each bar. Until then a halt costs nothing. */
    public void volatility(int instrument, double perBar) {
        if (!(perBar >= 0.0 && perBar < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("volatility of instrument " + instrument + " is " + perBar);
        }
        volatilities[instrument] = perBar;
    }

    /** Simple return that the event means for an instrument; for a halt the size of the adverse move. */
    public double shock(StressEvent event, int instrument) {
        return event.halt()
                ? HALT_DEVIATIONS * volatilities[instrument] * Math.sqrt(event.haltMinutes() / barMinutes)
                : moves[event.ordinal()][instrument];
    }

    /** Loss of the present book; negative when it would gain. */
    public double loss(StressEvent event) {
        return lossWith(event, 0, 0.0);
    }

    /** Loss of the book with an order of a signed notional filled. */
    public double lossWith(StressEvent event, int instrument, double orderNotional) {
        double sum = 0.0;
        for (int i = 0; i < exposures.length; i++) {
            double exposure = i == instrument ? exposures[i] + orderNotional : exposures[i];
            sum += event.halt() ? Math.abs(exposure) * shock(event, i) : -exposure * shock(event, i);
        }
        return sum;
    }

    /** The largest loss over all events, at least 0: what a limit is compared with. */
    public double worstLoss() {
        return worstLossWith(0, 0.0);
    }

    /** The largest loss over all events with an order filled, at least 0. */
    public double worstLossWith(int instrument, double orderNotional) {
        double worst = 0.0;
        for (StressEvent event : EVENTS) {
            worst = Math.max(worst, lossWith(event, instrument, orderNotional));
        }
        return worst;
    }
}
