package io.v11.training.performance;

import java.util.List;
import java.util.Locale;

import io.v11.training.performance.sample.Finite;

/**
 * How much a strategy can carry: the notional a trade at which its own impact eats half of what it earns before costs.
 * By the square-root law (Tóth et al. 2011; Bouchaud, Bonart, Donier, Gould 2018, chapter 12): executing Q moves the
 * price by Y sigma sqrt(Q / V), and pays two thirds of that on average on its way; in and out,
 *
 * <pre>
 *   4/3 Y sigma sqrt(Q / V) = edge / 2   =>   Q = V (3 edge / (8 Y sigma))^2
 * </pre>
 *
 * An estimate of order of magnitude: Y is about 1 and differs between markets, and the law is of orders worked through
 * the book over minutes to days, up to about a tenth of the day's volume. (Almgren et al. 2005 measure an exponent of
 * 0.6 in place of 0.5.)
 *
 * @param notional      Q, in the currency of the volume; 0 when there is no edge
 * @param participation Q / V
 * @param grossEdge     mean profit of a round trip before costs, as a fraction of its notional
 */
public record Capacity(double notional, double participation, double grossEdge) {
    /** Usual constant of the law. */
    public static final double IMPACT = 1.0;
    /** Share of the day's volume up to which the law is measured. */
    public static final double PARTICIPATION_MEASURED = 0.1;

    /**
     * @param grossEdge       as a fraction of the notional of a round trip
     * @param dailyVolume     V, traded notional a day
     * @param dailyVolatility sigma, as a fraction
     * @param impact          Y
     */
    public static Capacity of(double grossEdge, double dailyVolume, double dailyVolatility, double impact) {
        Finite.require("grossEdge", grossEdge);
        Finite.requirePositive("dailyVolume", dailyVolume);
        Finite.requirePositive("dailyVolatility", dailyVolatility);
        Finite.requirePositive("impact", impact);
        double root = 3.0 * Math.max(grossEdge, 0.0) / (8.0 * impact * dailyVolatility);
        return new Capacity(dailyVolume * root * root, root * root, grossEdge);
    }

    /** With the edge of round trips of one instrument, weighted by notional, and the usual constant. */
    public static Capacity of(List<RoundTrip> trips, double dailyVolume, double dailyVolatility) {
        double gross = 0.0;
        double notional = 0.0;
        for (RoundTrip trip : trips) {
            if (trip.instrument() != trips.get(0).instrument()) {
                throw new IllegalArgumentException("round trips of instruments " + trips.get(0).instrument() + " and "
                        + trip.instrument() + "; capacity is that of one market, give the trips of each alone");
            }
            gross += trip.grossPnl();
            notional += trip.notional();
        }
        return of(trips.isEmpty() ? 0.0 : gross / notional, dailyVolume, dailyVolatility, IMPACT);
    }

    /**
     * Whether the law was never measured at such a share of the volume, so that the figure is too large to be believed.
     */
    public boolean extrapolated() {
        return participation > PARTICIPATION_MEASURED;
    }

    /** In a line. */
    public String text() {
        return String.format(Locale.ROOT,
                "about %,.0f a trade, %.3g %% of the day's volume, would eat half of the gross edge of %.2f bp%s",
                notional, 100.0 * participation, 1e4 * grossEdge,
                extrapolated() ? " (beyond the measured range of the law)" : "");
    }
}
